package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.Approval;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;

/** Answers who must approve an action. */
@FunctionalInterface
public interface ApprovalPolicy extends Policy {
  /** Returns who must approve, or that nobody has to. */
  Approval required(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before the action is planned
   * @param action the action
   * @param plan the plan that the incident runs under
   */
  record Context(Incident incident, ActionRequest.Plan action, ResponsePlan plan) {}

  /**
   * Returns the policy that the step of the plan says so; an action without a step needs nobody.
   */
  static ApprovalPolicy asPlanned() {
    return new PlannedApproval();
  }

  /**
   * Returns the policy that the strictest of what these say counts: as many people as any of them
   * asks for, in roles that satisfy all. Where no role satisfies two of them, the one that asks for
   * more people counts, and of equal ones the first.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static ApprovalPolicy strictestOf(ApprovalPolicy... parts) {
    return new StrictestOf(ImmutableList.copyOf(parts));
  }
}
