package dev.firebreak.action;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A policy's answer to who must approve an action.
 *
 * @param by the roles of which each approver holds one; empty if nobody has to approve
 * @param count how many people must approve, 0 if nobody has to
 * @param under the policy that answered, with its version
 * @param holdsFor how long after the last approval the action may be started, null for any time
 */
public record Approval(
    ImmutableSet<Role> by, int count, String under, @Nullable Duration holdsFor) {
  public Approval {
    Check.text(under, "under");
    checkArgument(count >= 0, "count must not be negative but was %s", count);
    checkArgument(by.isEmpty() == (count == 0), "an approval names roles and a count, or neither");
    checkArgument(
        holdsFor == null || (count > 0 && !holdsFor.isNegative() && !holdsFor.isZero()),
        "an approval by %s holds for some time but was to hold for %s",
        count,
        holdsFor);
  }

  /** Describes an approval that does not expire. */
  public Approval(ImmutableSet<Role> by, int count, String under) {
    this(by, count, under, null);
  }

  /** Returns the answer that nobody has to approve. */
  public static Approval notNeeded(String under) {
    return new Approval(ImmutableSet.of(), 0, under);
  }

  /** Returns the answer that so many holders of the role have to approve. */
  public static Approval by(Role role, int count, String under) {
    return new Approval(ImmutableSet.of(role), count, under);
  }

  /** Returns this, but an action that is not started in that time has to be approved again. */
  public Approval holdingFor(Duration time) {
    return new Approval(by, count, under, time);
  }
}
