package dev.firebreak.action;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;

/**
 * A policy's answer to who must approve an action.
 *
 * @param by the roles of which each approver holds one; empty if nobody has to approve
 * @param count how many people must approve, 0 if nobody has to
 * @param under the policy that answered, with its version
 */
public record Approval(ImmutableSet<Role> by, int count, String under) {
  public Approval {
    Check.text(under, "under");
    checkArgument(count >= 0, "count must not be negative but was %s", count);
    checkArgument(by.isEmpty() == (count == 0), "an approval names roles and a count, or neither");
  }

  /** Returns the answer that nobody has to approve. */
  public static Approval notNeeded(String under) {
    return new Approval(ImmutableSet.of(), 0, under);
  }

  /** Returns the answer that so many holders of the role have to approve. */
  public static Approval by(Role role, int count, String under) {
    return new Approval(ImmutableSet.of(role), count, under);
  }
}
