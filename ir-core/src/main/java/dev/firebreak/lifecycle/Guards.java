package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.ACTIONS_FINISHED;
import static dev.firebreak.lifecycle.GuardCondition.ASSETS_HANDLED;
import static dev.firebreak.lifecycle.GuardCondition.CRITERION_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.DECLARED;
import static dev.firebreak.lifecycle.GuardCondition.DUTIES_COVERED;
import static dev.firebreak.lifecycle.GuardCondition.ENTITLED;
import static dev.firebreak.lifecycle.GuardCondition.EVIDENCE_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.GLASS_REVIEWED;
import static dev.firebreak.lifecycle.GuardCondition.NOTICE_FITS;
import static dev.firebreak.lifecycle.GuardCondition.NOT_HELD;
import static dev.firebreak.lifecycle.GuardCondition.REVERSIBLE;
import static dev.firebreak.lifecycle.GuardCondition.REVIEW_HELD;
import static dev.firebreak.lifecycle.GuardCondition.STEP_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.VARIABLE_FITS;
import static dev.firebreak.lifecycle.GuardCondition.VERDICT_FITS;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Actions;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.action.StepId;
import dev.firebreak.analysis.AnalysisRequest;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.phase.Progress;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.PlaybookCondition;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.relation.Relations;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.Asset;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What spans several parts and must hold: one instance for one request. */
final class Guards {
  private static final ImmutableMap<Phase, AssetState> ASSETS_NEED =
      ImmutableMap.of(
          Phase.ERADICATION, AssetState.CONTAINED,
          Phase.RECOVERY, AssetState.ERADICATED,
          Phase.POST_INCIDENT, AssetState.VERIFIED);

  private static final ImmutableMap<Disposition, Verdict> ENDS_BY_VERDICT =
      ImmutableMap.of(
          Disposition.FALSE_POSITIVE, Verdict.FALSE_POSITIVE,
          Disposition.AUTHORIZED_TEST, Verdict.AUTHORIZED_TEST);

  private final Incident incident;
  private final ImmutableList<Incident> members;
  private final Asking by;
  private final PlanIndex plan;
  private ImmutableList<Rejection> unmet;

  private Guards(
      Incident incident,
      ImmutableList<Incident> members,
      Asking by,
      PlanIndex plan,
      ImmutableList<Rejection> unmet) {
    this.incident = incident;
    this.members = members;
    this.by = by;
    this.plan = plan;
    this.unmet = unmet;
  }

  /**
   * Returns what is not met, after what was found before.
   *
   * @param others those that are merged into the incident, if it is to move on
   */
  static ImmutableList<Rejection> check(
      Request<?> request,
      Incident incident,
      ImmutableList<Incident> others,
      Asking by,
      PlanIndex plan,
      ImmutableList<Rejection> before) {
    if (isUnguarded(request, plan)) {
      return before;
    }
    var guards = new Guards(incident, others, by, plan, before);
    if (request instanceof PhaseRequest.Enter enter) {
      guards.enter(enter.to());
    } else if (request instanceof PhaseRequest.Close close) {
      guards.close(close);
    } else if (request instanceof PhaseRequest.Reopen) {
      guards.entitled(Authority.CLOSE, "reopen an incident");
    } else if (request instanceof PhaseRequest.ConfirmCriterion confirm) {
      guards.mayConfirm(confirm.criterion());
    } else if (request instanceof PhaseRequest.WaiveCriterion waive) {
      guards.criterion(waive.criterion());
      guards.entitled(Authority.WAIVE, "waive a criterion");
    } else if (request instanceof PlaybookRequest.WaiveStep waive) {
      guards.stepKnown(waive.step(), null);
      guards.entitled(Authority.WAIVE, "waive a step");
    } else if (request instanceof PlaybookRequest.CompleteStep complete) {
      guards.stepKnown(complete.step(), null);
      guards.stepReady(complete.step());
    } else if (request instanceof PlaybookRequest.AddStep add) {
      guards.stepNew(add.step());
    } else if (request instanceof PlaybookRequest.SetVariable set) {
      guards.variableFits(set);
    } else if (request instanceof AnalysisRequest analysis) {
      guards.evidenceKnown(analysis.cited());
    } else if (request instanceof ActionRequest action) {
      guards.action(action);
    } else if (request instanceof CommunicationRequest.Notify notice) {
      guards.noticeFits(notice);
    } else if (request instanceof ObligationRequest clock) {
      guards.clock(clock);
    } else if (request.concept() == Relations.CONCEPT) {
      guards.entitled(Authority.MERGE, "merge incidents");
    }
    return guards.unmet;
  }

  private static boolean isUnguarded(Request<?> request, PlanIndex plan) {
    if (request instanceof PlaybookRequest.CompleteStep complete) {
      var step = plan.step(complete.step());
      return step != null && plan.isFree(step);
    }
    if (request instanceof CommunicationRequest.Notify notice) {
      return notice.fulfils().isEmpty();
    }

    if (request instanceof AnalysisRequest analysis) {
      return analysis.cited().isEmpty();
    }
    if (request instanceof RelationRequest relation) {
      return !relation.merges();
    }
    var concept = request.concept();
    return concept != Progress.CONCEPT
        && concept != Clocks.CONCEPT
        && concept != StepProgress.CONCEPT
        && concept != Actions.CONCEPT;
  }

  private void unmet(Rejection rejection) {
    unmet = Decider.and(unmet, ImmutableList.of(rejection));
  }

  private void enter(Phase to) {
    var move = incident.progress().phase().moveTo(to);
    if (move == Move.BACK || move == Move.NONE) {
      return;
    }
    if (move == Move.SKIP) {
      entitled(Authority.WAIVE, "skip a phase");
    } else if (to == Phase.CONTAINMENT && incident.triage().declared() == 0) {
      unmet(
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

  private void assetsHandled(AssetState needed) {
    if (incident.scope().countBelow(needed) > 0) {
      incident.scope().below(needed).forEach(asset -> unmet(notHandled(asset, needed)));
    }
    for (Incident member : members) {
      for (Asset asset : member.scope().below(needed)) {
        unmet(notHandled(asset, needed).elsewhere(member.id().name()));
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

  private void close(PhaseRequest.Close close) {
    var as = close.as();
    entitled(Authority.CLOSE, "close an incident");
    actionsFinished();
    incident.actions().unreviewed().forEach(this::glassReviewed);
    var verdict = ENDS_BY_VERDICT.get(as);
    if (verdict != null && incident.triage().verdict() != verdict) {
      unmet(
          VERDICT_FITS
              .unmet("the verdict is " + incident.triage().verdict() + " and not " + verdict)
              .or(
                  new Remedy.Act(
                      new TriageRequest.Judge(verdict, "what speaks for it"),
                      Remedy.Asker.ANYBODY)));
    }
    if (close.handover() != null) {
      dutiesCovered(close.handover());
    }
    if (as == Disposition.RESOLVED) {
      assetsHandled(AssetState.VERIFIED);
    }
    if (as == Disposition.RESOLVED && incident.review().held() == 0 && mayBeMajor()) {
      var assessed = incident.assessment().since();
      unmet(
          REVIEW_HELD
              .unmet("no review has been held", assessed == 0 ? new Long[0] : new Long[] {assessed})
              .or(new Remedy.Act(exampleReview(), Remedy.Asker.ANYBODY)));
    }
  }

  private void glassReviewed(Action action) {
    var glass = requireNonNull(action.glass());
    unmet(
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
  private void dutiesCovered(Handover handover) {
    for (Clock clock : incident.clocks().byObligation().values()) {
      if (clock.running() && !clock.pausable() && !handover.duties().contains(clock.obligation())) {
        unmet(
            DUTIES_COVERED.unmet(
                "the clock of "
                    + clock.obligation()
                    + " runs, and "
                    + handover.to()
                    + " is not told so"));
      }
    }
  }

  private boolean mayBeMajor() {
    var severity = incident.assessment().severity();
    return severity == null || severity.atLeast(plan.plan().majorFrom());
  }

  private ReviewRequest exampleReview() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      answers.put(question, "the answer");
    }
    return new ReviewRequest.Hold(
        ImmutableSet.of(by.actor()), answers.buildOrThrow(), "the root cause");
  }

  private void actionsFinished() {
    if (incident.actions().unfinishedCount() > 0) {
      incident.actions().unfinished().forEach(action -> unmet(notFinished(action)));
    }
    for (Incident member : members) {
      for (Action action : member.actions().unfinished()) {
        unmet(notFinished(action).elsewhere(member.id().name()));
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

  private void action(ActionRequest request) {
    if (request instanceof ActionRequest.Plan plan && plan.step() != null) {
      stepKnown(plan.step(), plan.type());
      stepReady(plan.step());
    } else if (request instanceof ActionRequest.Skip) {
      entitled(Authority.WAIVE, "skip an action");
    } else if (request instanceof ActionRequest.WaiveCapture) {
      entitled(Authority.WAIVE, "waive the capture of evidence");
    } else if (request instanceof ActionRequest.TryAgain) {
      incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.Start start) {
      orSkipped(start.action());
      incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.BreakGlass glass) {
      orSkipped(glass.action());
      entitled(Authority.BREAK_GLASS, "start an action without its approvals");
      incident.actions().find(request.action()).ifPresent(this::notHeld);
    } else if (request instanceof ActionRequest.RollBack || request instanceof ActionRequest.Undo) {
      incident.actions().find(request.action()).ifPresent(this::reversible);
    }
  }

  /** Adds that an action may go on, too, when what it waits for is skipped. */
  private void orSkipped(ActionId id) {
    if (unmet.isEmpty()) {
      return;
    }
    var roles = plan.entitledTo(Authority.WAIVE);
    var awaited =
        incident.actions().find(id).map(incident.actions()::awaitedBy).orElse(ImmutableList.of());
    if (awaited.isEmpty() || roles.isEmpty()) {
      return;
    }
    var all = ImmutableList.<Rejection>builder();
    for (int i = 0; i < awaited.size(); i++) { // one rejection for each that it waits for
      var other = awaited.get(i);
      var skip =
          new Remedy.Act(
              new ActionRequest.Skip(other.id(), "why it is left out"),
              Remedy.Asker.holding(roles));
      all.add(
          other.status().mayBecome(ActionStatus.SKIPPED) ? unmet.get(i).or(skip) : unmet.get(i));
    }
    unmet = all.build();
  }

  /** What is not known to destroy nothing is taken to destroy something. */
  private void notHeld(Action action) {
    var hold = incident.evidence().hold(action.target()).orElse(null);
    if (hold == null) {
      return;
    }
    var profile = plan.profile(action.type());
    if (profile == null || profile.destructive()) {
      unmet(
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
    var profile = plan.profile(action.type());
    if (profile != null && !profile.reversible()) {
      unmet(
          REVERSIBLE.unmet(
              "what " + action.type() + " does cannot be undone, so " + action.id() + " stands",
              action.since()));
    }
  }

  private void entitled(Authority authority, String what) {
    var roles = plan.entitledTo(authority);
    if (Collections.disjoint(roles, by.roles())) {
      unmet(
          roles.isEmpty()
              ? ENTITLED.unmet("no role of " + plan.plan().version() + " may " + what)
              : ENTITLED
                  .unmet(by.actor() + " may not " + what + ", which takes one of " + roles)
                  .or(new Remedy.AskAs(Remedy.Asker.holding(roles)))
                  .or(
                      new Remedy.Act(
                          new PeopleRequest.Assign(roles.iterator().next(), by.actor()),
                          Remedy.Asker.ANYBODY)));
    }
  }

  private Optional<RecoveryCriterion> criterion(CriterionId id) {
    var criterion = plan.plan().criterion(id);
    if (criterion.isEmpty()) {
      unmet(CRITERION_KNOWN.unmet("there is no criterion " + id + " in " + plan.plan().version()));
    }
    return criterion;
  }

  private void mayConfirm(CriterionId id) {
    var role = criterion(id).map(RecoveryCriterion::confirmedBy).orElse(null);
    if (role != null && !by.roles().contains(role)) {
      unmet(
          ENTITLED
              .unmet(by.actor() + " may not confirm criterion " + id + ", which takes " + role)
              .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableSet.of(role)))));
    }
  }

  private void noticeFits(CommunicationRequest.Notify notice) {
    for (ObligationId id : notice.fulfils()) {
      var obligation = plan.duties().find(id);
      if (obligation == null || obligation.recipient() != notice.audience()) {
        var version = plan.plan().version();
        unmet(
            NOTICE_FITS.unmet(
                version + " has no obligation " + id + " to tell " + notice.audience()));
      }
    }
  }

  private void evidenceKnown(ImmutableSet<EvidenceId> cited) {
    for (EvidenceId id : cited) {
      if (incident.evidence().find(id).isEmpty()) {
        unmet(
            EVIDENCE_KNOWN
                .unmet("there is no evidence " + id)
                .or(new Remedy.Act(exampleAcquisition(id), Remedy.Asker.ANYBODY)));
      }
    }
  }

  private void clock(ObligationRequest request) {
    if (request instanceof ObligationRequest.Loosen) {
      entitled(Authority.WAIVE, "loosen a service level");
    } else if (request instanceof ObligationRequest.CorrectTrigger correct) {
      var known = incident.clocks().occurrence(correct.trigger());
      if (known.isPresent() && correct.to().isAfter(known.get().first())) {
        entitled(Authority.WAIVE, "set a trigger later");
      }
    }
  }

  private static EvidenceRequest exampleAcquisition(EvidenceId id) {
    return new EvidenceRequest.Acquire(
        id,
        "what it is",
        "where it was taken from",
        new Sha256("0".repeat(64)),
        "where it is kept");
  }

  private void stepKnown(StepId id, @Nullable ActionType type) {
    var step = plan.step(id);
    if (step == null && type == null && incident.steps().added(id).isPresent()) {
      return;
    }
    if (step == null) {
      unmet(STEP_KNOWN.unmet("there is no step " + id + " in " + plan.plan().version()));
    } else if (type != null && !type.equals(step.action())) {
      unmet(
          STEP_KNOWN.unmet(
              "step " + id + " is carried out by " + step.action() + ", not by " + type));
    }
  }

  private void stepNew(StepId id) {
    if (plan.hasStep(id)) {
      unmet(
          PlaybookCondition.NEW_STEP.unmet(
              "there is a step " + id + " in " + plan.plan().version()));
    }
  }

  private void stepReady(StepId id) {
    var step = plan.step(id);
    if (step != null && !incident.steps().run().awaits(id) && !isSettled(id)) {
      new StepOrder(incident, plan).awaitedBy(step).forEach(this::unmet);
    }
  }

  private boolean isSettled(StepId id) {
    return incident.steps().hasSettled(id) || incident.actions().hasDone(id);
  }

  private void variableFits(PlaybookRequest.SetVariable set) {
    var run = incident.steps().run();
    var id = set.scope() == null ? run.root() : set.scope();
    var playbook = id == null ? null : run.find(id).map(Execution::playbook).orElse(null);
    var known = playbook == null ? null : plan.playbook(playbook);
    if (known == null) {
      return;
    }
    var variable =
        known.variables().stream().filter(each -> each.name().equals(set.name())).findFirst();
    if (variable.isEmpty()) {
      unmet(VARIABLE_FITS.unmet("no variable $" + set.name() + " in playbook " + playbook));
    } else if (variable.get().constant()) {
      unmet(VARIABLE_FITS.unmet("$" + set.name() + " is constant"));
    } else if (!variable.get().type().takes(set.value())) {
      unmet(VARIABLE_FITS.unmet("$" + set.name() + " takes a " + variable.get().type() + " only"));
    }
  }
}
