package dev.firebreak.policy;

import dev.firebreak.action.Approval;

/** The step that an action carries out says who must approve it. */
record PlannedApproval() implements ApprovalPolicy {
  @Override
  public String name() {
    return "planned-approval";
  }

  @Override
  public String explain() {
    return "The step that an action carries out says who must approve it.";
  }

  @Override
  public Approval required(Context context) {
    var id = context.action().step();
    var step = id == null ? null : context.plan().step(id).orElse(null);
    return step == null || step.approvedBy() == null
        ? Approval.notNeeded(label())
        : Approval.by(step.approvedBy(), step.approvals(), label());
  }
}
