package dev.firebreak.people;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Role;

/**
 * The roles that were given out in one incident.
 *
 * @param roles the roles by who holds them; nobody in it holds none
 */
public record Team(ImmutableMap<Actor, ImmutableSet<Role>> roles) {
  /** The team as a part of an incident. */
  public static final Concept<Team> CONCEPT =
      new Concept<>("people", new Team(ImmutableMap.of()), PeopleFact.class, PeopleRequest.class);

  /** Returns the roles that somebody was given in this incident. */
  public ImmutableSet<Role> rolesOf(Actor actor) {
    return roles.getOrDefault(actor, ImmutableSet.of());
  }

  Team with(Actor actor, ImmutableSet<Role> held) {
    var others = Maps.filterKeys(roles, other -> !other.equals(actor));
    var after = ImmutableMap.<Actor, ImmutableSet<Role>>builder().putAll(others);
    return new Team(held.isEmpty() ? after.buildOrThrow() : after.put(actor, held).buildOrThrow());
  }
}
