package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;

/**
 * Who of a role can be called, and when.
 *
 * @param hours when, in words
 * @param people who takes turns, in order
 */
public record OnCall(Role role, String hours, ImmutableList<Actor> people) {
  public OnCall {
    Check.text(hours, "hours");
  }
}
