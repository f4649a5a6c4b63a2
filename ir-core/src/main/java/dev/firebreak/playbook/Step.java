package dev.firebreak.playbook;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
 * @param guide how it is done
 * @param timeout how long after its turn has come it has failed, null for never; only in a flow
 * @param after the steps that are done or waived before; only without a flow
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
    @Nullable Duration approvalHolds,
    Guide guide,
    @Nullable Duration timeout,
    ImmutableSet<StepId> after) {
  /**
   * How a step is done.
   *
   * @param instructions what to do in detail, null if the title says it all
   * @param evidence what is to be captured while it is done
   */
  public record Guide(@Nullable String instructions, ImmutableList<String> evidence) {
    /** The title says it all. */
    public static final Guide NONE = new Guide(null, ImmutableList.of());

    public Guide {
      if (instructions != null) {
        Check.text(instructions, "instructions");
      }
      evidence.forEach(each -> Check.text(each, "evidence"));
    }
  }

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
    checkArgument(
        timeout == null || !(timeout.isNegative() || timeout.isZero()),
        "step %s cannot be done within %s",
        id,
        timeout);
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

  /** Describes a step that needs no more than this to be told. */
  public Step(
      StepId id,
      Phase phase,
      String title,
      Role role,
      boolean mandatory,
      @Nullable ActionType action,
      @Nullable Role approvedBy,
      int approvals,
      @Nullable Duration approvalHolds) {
    this(
        id,
        phase,
        title,
        role,
        mandatory,
        action,
        approvedBy,
        approvals,
        approvalHolds,
        Guide.NONE,
        null,
        ImmutableSet.of());
  }

  /** Returns this step, which fails when it is not done in time. */
  public Step within(Duration time) {
    return with(guide, time, after);
  }

  /** Returns this step, which comes after others. */
  public Step after(StepId... others) {
    return with(guide, timeout, ImmutableSet.copyOf(others));
  }

  /** Returns this step with instructions and the evidence to capture. */
  public Step guided(String instructions, String... evidence) {
    return with(new Guide(instructions, ImmutableList.copyOf(evidence)), timeout, after);
  }

  private Step with(Guide guide, @Nullable Duration timeout, ImmutableSet<StepId> after) {
    return new Step(
        id,
        phase,
        title,
        role,
        mandatory,
        action,
        approvedBy,
        approvals,
        approvalHolds,
        guide,
        timeout,
        after);
  }
}
