package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.NOT_HELD;
import static dev.firebreak.lifecycle.GuardCondition.REVERSIBLE;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.people.Authority;

/** What must hold before an action is planned, starts or is undone. */
record ActionGuards(Unmet unmet) {
  void check(ActionRequest request) {
    if (request instanceof ActionRequest.Plan planned && planned.step() != null) {
      var steps = new StepGuards(unmet);
      steps.known(planned.step(), planned.type());
      steps.ready(planned.step());
    } else if (request instanceof ActionRequest.Skip) {
      unmet.entitled(Authority.WAIVE, "skip an action");
    } else if (request instanceof ActionRequest.WaiveCapture) {
      unmet.entitled(Authority.WAIVE, "waive the capture of evidence");
    } else if (request instanceof ActionRequest.TryAgain) {
      unmet.incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.Start start) {
      orSkipped(start.action());
      unmet.incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.BreakGlass glass) {
      orSkipped(glass.action());
      unmet.entitled(Authority.BREAK_GLASS, "start an action without its approvals");
      unmet.incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.RollBack || request instanceof ActionRequest.Undo) {
      unmet.incident.actions().find(request.action()).ifPresent(this::reversible);
    }
  }

  /** Adds that an action may go on, too, when what it waits for is skipped. */
  private void orSkipped(ActionId id) {
    if (unmet.all().isEmpty()) {
      return;
    }
    var roles = unmet.plan.entitledTo(Authority.WAIVE);
    var awaited =
        unmet
            .incident
            .actions()
            .find(id)
            .map(unmet.incident.actions()::awaitedBy)
            .orElse(ImmutableList.of());
    if (awaited.isEmpty() || roles.isEmpty()) {
      return;
    }
    var before = unmet.all();
    var all = ImmutableList.<Rejection>builder();
    for (int i = 0; i < awaited.size(); i++) { // one rejection for each that it waits for
      var other = awaited.get(i);
      var skip =
          new Remedy.Act(
              new ActionRequest.Skip(other.id(), "why it is left out"),
              Remedy.Asker.holding(roles));
      all.add(
          other.status().mayBecome(ActionStatus.SKIPPED) ? before.get(i).or(skip) : before.get(i));
    }
    unmet.replace(all.build());
  }

  /** What is not known to destroy nothing is taken to destroy something. */
  private void notHeld(Action action) {
    var hold = unmet.incident.evidence().hold(action.target()).orElse(null);
    if (hold == null) {
      return;
    }
    var profile = unmet.plan.profile(action.type());
    if (profile == null || profile.destructive()) {
      unmet.add(
          NOT_HELD
              .unmet(
                  "%s is on legal hold and %s may destroy evidence, because: %s"
                      .formatted(hold.source(), action.type(), hold.reason()),
                  hold.since())
              .or(
                  new Remedy.Act(
                      new EvidenceRequest.ReleaseHold(hold.source(), "why it ends"),
                      Remedy.Asker.ANYBODY)));
    }
  }

  private void reversible(Action action) {
    var profile = unmet.plan.profile(action.type());
    if (profile != null && !profile.reversible()) {
      unmet.add(
          REVERSIBLE.unmet(
              "what " + action.type() + " does cannot be undone, so " + action.id() + " stands",
              action.since()));
    }
  }
}
