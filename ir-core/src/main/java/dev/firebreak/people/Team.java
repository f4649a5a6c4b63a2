package dev.firebreak.people;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Role;
import java.util.Map;

/**
 * The people of one incident: the roles that were given out in it, and those that were called.
 *
 * @param roles the roles by who holds them; nobody in it holds none
 * @param called the roles that the severity calls, each with the sequence number of the call
 */
public record Team(ImmutableMap<Actor, ImmutableSet<Role>> roles, ImmutableMap<Role, Long> called) {
  /** The team as a part of an incident. */
  public static final Concept<Team> CONCEPT =
      new Concept<>(
          "people",
          new Team(ImmutableMap.of(), ImmutableMap.of()),
          PeopleFact.class,
          PeopleRequest.class);

  /** Returns the roles that somebody was given in this incident. */
  public ImmutableSet<Role> rolesOf(Actor actor) {
    return roles.getOrDefault(actor, ImmutableSet.of());
  }

  Team with(Actor actor, ImmutableSet<Role> held) {
    return new Team(held.isEmpty() ? without(roles, actor) : and(roles, actor, held), called);
  }

  Team calling(Role role, long event) {
    return new Team(roles, and(called, role, event));
  }

  Team standingDown(Role role) {
    return new Team(roles, without(called, role));
  }

  private static <K, V> ImmutableMap<K, V> and(Map<K, V> some, K key, V value) {
    return ImmutableMap.<K, V>builder().putAll(without(some, key)).put(key, value).buildOrThrow();
  }

  private static <K, V> ImmutableMap<K, V> without(Map<K, V> some, K key) {
    return ImmutableMap.copyOf(Maps.filterKeys(some, other -> !other.equals(key)));
  }
}
