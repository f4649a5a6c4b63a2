package dev.firebreak.playbook;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a playbook.
 *
 * @param phase when it is to be done
 * @param title what is to be done
 * @param role who does it
 * @param mandatory whether the phase cannot be left without it, or a waiver
 * @param action the kind of action that carries it out, null for a step that people do
 * @param approvedBy the role that approves that action, null if nobody has to
 * @param approvals how many holders of that role, 0 if nobody has to
 * @param approvalHolds how long after the last approval the action may be started, null for any
 *     time
 */
public record Step(
    StepId id,
    Phase phase,
    String title,
    Role role,
    boolean mandatory,
    @Nullable ActionType action,
    @Nullable Role approvedBy,
    int approvals,
    @Nullable Duration approvalHolds) {
  public Step {
    Check.text(title, "title");
    checkArgument(approvals >= 0, "approvals must not be negative but was %s", approvals);
    checkArgument(
        (approvedBy != null) == (approvals > 0),
        "step %s names who approves and how many, or neither",
        id);
    checkArgument(approvedBy == null || action != null, "step %s has no action to be approved", id);
    checkArgument(
        approvalHolds == null
            || (approvedBy != null && !approvalHolds.isNegative() && !approvalHolds.isZero()),
        "step %s has no approval that holds for %s",
        id,
        approvalHolds);
  }

  /** Describes a step whose approval, if it needs one, does not expire. */
  public Step(
      StepId id,
      Phase phase,
      String title,
      Role role,
      boolean mandatory,
      @Nullable ActionType action,
      @Nullable Role approvedBy,
      int approvals) {
    this(id, phase, title, role, mandatory, action, approvedBy, approvals, null);
  }
}
