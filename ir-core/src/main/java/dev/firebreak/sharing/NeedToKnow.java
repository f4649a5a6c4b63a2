package dev.firebreak.sharing;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import java.util.Collections;
import java.util.Set;

/**
 * Who needs to know: holders of some roles, and some people.
 *
 * @param roles the roles of which one is enough
 * @param people who may know whatever their roles are
 */
public record NeedToKnow(ImmutableSet<Role> roles, ImmutableSet<Actor> people) {
  /**
   * Returns whether somebody needs to know.
   *
   * @param held the roles that they hold
   */
  public boolean includes(Actor actor, Set<Role> held) {
    return people.contains(actor) || !Collections.disjoint(roles, held);
  }

  @Override
  public String toString() {
    return "roles " + roles + " and people " + people;
  }
}
