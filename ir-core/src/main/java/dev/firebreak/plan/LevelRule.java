package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Role;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;

/**
 * What a severity brings, and every worse one with it.
 *
 * @param from the least severity that brings it
 * @param calls the roles that are called to work on the incident
 * @param tells the audiences that have to be told
 */
public record LevelRule(Severity from, ImmutableSet<Role> calls, ImmutableSet<Audience> tells) {
  public LevelRule {
    checkArgument(
        !calls.isEmpty() || !tells.isEmpty(),
        "a rule from %s must call a role or tell an audience",
        from);
  }
}
