package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.ACTIONS_FINISHED;
import static dev.firebreak.lifecycle.GuardCondition.ASSETS_HANDLED;
import static dev.firebreak.lifecycle.GuardCondition.CRITERION_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.DECLARED;
import static dev.firebreak.lifecycle.GuardCondition.DUTIES_COVERED;
import static dev.firebreak.lifecycle.GuardCondition.ENTITLED;
import static dev.firebreak.lifecycle.GuardCondition.GLASS_REVIEWED;
import static dev.firebreak.lifecycle.GuardCondition.REVIEW_HELD;
import static dev.firebreak.lifecycle.GuardCondition.VERDICT_FITS;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.Asset;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.util.ArrayList;
import java.util.Optional;

/** What must hold before an incident moves on or ends. */
record PhaseGuards(Unmet unmet) {
  private static final ImmutableMap<Phase, AssetState> ASSETS_NEED =
      ImmutableMap.of(
          Phase.ERADICATION, AssetState.CONTAINED,
          Phase.RECOVERY, AssetState.ERADICATED,
          Phase.POST_INCIDENT, AssetState.VERIFIED);

  private static final ImmutableMap<Disposition, Verdict> ENDS_BY_VERDICT =
      ImmutableMap.of(
          Disposition.FALSE_POSITIVE, Verdict.FALSE_POSITIVE,
          Disposition.AUTHORIZED_TEST, Verdict.AUTHORIZED_TEST);

  void check(PhaseRequest request) {
    if (request instanceof PhaseRequest.Enter enter) {
      enter(enter.to());
    } else if (request instanceof PhaseRequest.Close close) {
      close(close);
    } else if (request instanceof PhaseRequest.Reopen) {
      unmet.entitled(Authority.CLOSE, "reopen an incident");
    } else if (request instanceof PhaseRequest.ConfirmCriterion confirm) {
      mayConfirm(confirm.criterion());
    } else if (request instanceof PhaseRequest.WaiveCriterion waive) {
      criterion(waive.criterion());
      unmet.entitled(Authority.WAIVE, "waive a criterion");
    }
  }

  private void enter(Phase to) {
    var move = unmet.incident.progress().phase().moveTo(to);
    if (move == Move.BACK || move == Move.NONE) {
      return;
    }
    if (move == Move.SKIP) {
      unmet.entitled(Authority.WAIVE, "skip a phase");
    } else if (to == Phase.CONTAINMENT && unmet.incident.triage().declared() == 0) {
      unmet.add(
          DECLARED
              .unmet("the incident has not been declared")
              .or(
                  new Remedy.Act(
                      new TriageRequest.Declare("the criterion that is met"),
                      Remedy.Asker.ANYBODY)));
    }
    actionsFinished();
    var needed = ASSETS_NEED.get(to);
    if (needed != null) {
      assetsHandled(needed);
    }
  }

  private void close(PhaseRequest.Close close) {
    var as = close.as();
    unmet.entitled(Authority.CLOSE, "close an incident");
    actionsFinished();
    unmet.incident.actions().unreviewed().forEach(this::glassReviewed);
    var verdict = ENDS_BY_VERDICT.get(as);
    if (verdict != null && unmet.incident.triage().verdict() != verdict) {
      unmet.add(
          VERDICT_FITS
              .unmet("the verdict is " + unmet.incident.triage().verdict() + " and not " + verdict)
              .or(
                  new Remedy.Act(
                      new TriageRequest.Judge(verdict, "what speaks for it"),
                      Remedy.Asker.ANYBODY)));
    }
    if (close.handover() != null) {
      dutiesCovered(close, close.handover());
    }
    if (as == Disposition.RESOLVED) {
      assetsHandled(AssetState.VERIFIED);
    }
    if (as == Disposition.RESOLVED && unmet.incident.review().held() == 0 && mayBeMajor()) {
      var assessed = unmet.incident.assessment().since();
      unmet.add(
          REVIEW_HELD
              .unmet("no review has been held", assessed == 0 ? new Long[0] : new Long[] {assessed})
              .or(new Remedy.Act(exampleReview(), Remedy.Asker.ANYBODY)));
    }
  }

  private void assetsHandled(AssetState needed) {
    if (unmet.incident.scope().countBelow(needed) > 0) {
      unmet.incident.scope().below(needed).forEach(asset -> unmet.add(notHandled(asset, needed)));
    }
    for (Incident member : unmet.members) {
      for (Asset asset : member.scope().below(needed)) {
        unmet.add(notHandled(asset, needed).elsewhere(member.id().name()));
      }
    }
  }

  private static Rejection notHandled(Asset asset, AssetState needed) {
    return ASSETS_HANDLED
        .unmet(asset.id() + " is " + asset.state() + " and not " + needed, asset.since())
        .or(
            new Remedy.Act(
                new ScopeRequest.Advance(asset.id(), asset.state().next(), "what was done"),
                Remedy.Asker.ANYBODY));
  }

  private void glassReviewed(Action action) {
    var glass = requireNonNull(action.glass());
    unmet.add(
        GLASS_REVIEWED
            .unmet(
                glass.by()
                    + " started "
                    + action.id()
                    + " without approvals, and nobody reviewed it",
                glass.event())
            .or(
                new Remedy.Act(
                    new ActionRequest.ReviewGlass(
                        action.id(), GlassVerdict.JUSTIFIED, "what the review found"),
                    Remedy.Asker.ANYBODY.but(glass.by()).but(action.requester()))));
  }

  /** Checks that who takes the incident over is told of every duty whose clock runs. */
  private void dutiesCovered(PhaseRequest.Close close, Handover handover) {
    var duties = ImmutableSet.<ObligationId>builder().addAll(handover.duties());
    var untold = new ArrayList<ObligationId>();
    for (Clock clock : unmet.incident.clocks().byObligation().values()) {
      if (clock.running() && !clock.pausable() && !handover.duties().contains(clock.obligation())) {
        untold.add(clock.obligation());
      }
    }
    duties.addAll(untold);
    var all = new Handover(handover.to(), duties.build());
    for (ObligationId id : untold) {
      unmet.add(
          DUTIES_COVERED
              .unmet("the clock of " + id + " runs, and " + handover.to() + " is not told so")
              .or(new Remedy.AskFor(new PhaseRequest.Close(close.as(), close.reason(), all))));
    }
  }

  private boolean mayBeMajor() {
    var severity = unmet.incident.assessment().severity();
    return severity == null || severity.atLeast(unmet.plan.plan().majorFrom());
  }

  private ReviewRequest exampleReview() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      answers.put(question, "the answer");
    }
    return new ReviewRequest.Hold(
        ImmutableSet.of(unmet.by.actor()), answers.buildOrThrow(), "the root cause");
  }

  private void actionsFinished() {
    if (unmet.incident.actions().unfinishedCount() > 0) {
      unmet.incident.actions().unfinished().forEach(action -> unmet.add(notFinished(action)));
    }
    for (Incident member : unmet.members) {
      for (Action action : member.actions().unfinished()) {
        unmet.add(notFinished(action).elsewhere(member.id().name()));
      }
    }
  }

  private static Rejection notFinished(Action action) {
    return ACTIONS_FINISHED
        .unmet(
            "action %s is %s"
                .formatted(
                    action.id(), action.undoKey() == null ? action.status() : "being undone"),
            action.since())
        .or(new Remedy.Act(finish(action), Remedy.Asker.ANYBODY));
  }

  private static ActionRequest finish(Action action) {
    if (action.undoKey() != null) {
      return new ActionRequest.RollBack(action.id(), "how it was undone");
    }
    return action.status() == ActionStatus.RUNNING
        ? new ActionRequest.Succeed(action.id(), "what came of it")
        : new ActionRequest.Cancel(action.id(), "why it is not done");
  }

  private Optional<RecoveryCriterion> criterion(CriterionId id) {
    var criterion = unmet.plan.plan().criterion(id);
    if (criterion.isEmpty()) {
      unmet.add(
          CRITERION_KNOWN.unmet(
              "there is no criterion " + id + " in " + unmet.plan.plan().version()));
    }
    return criterion;
  }

  private void mayConfirm(CriterionId id) {
    var role = criterion(id).map(RecoveryCriterion::confirmedBy).orElse(null);
    if (role != null && !unmet.by.roles().contains(role)) {
      unmet.add(
          ENTITLED
              .unmet(
                  unmet.by.actor() + " may not confirm criterion " + id + ", which takes " + role)
              .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableSet.of(role)))));
    }
  }
}
