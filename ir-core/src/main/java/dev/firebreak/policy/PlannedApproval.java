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
    if (step == null || step.approvedBy() == null) {
      return Approval.notNeeded(label());
    }
    var approval = Approval.by(step.approvedBy(), step.approvals(), label());
    return step.approvalHolds() == null ? approval : approval.holdingFor(step.approvalHolds());
  }
}
