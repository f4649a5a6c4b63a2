package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.evidence.Evidence;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.review.ImprovementId;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.Asset;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.AssetNote;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.Confidence;
import dev.firebreak.scope.DataExtent;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.scope.Sighting;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.sharing.NeedToKnow;
import dev.firebreak.sharing.SharingRequest;
import dev.firebreak.sharing.Tlp;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes requests of every standard kind, for one incident.
 *
 * <p>Most name what the incident or the plan has, some name what neither has.
 */
final class SeededRequests {
  private static final ImmutableList<AssetKind> KINDS_OF_ASSET =
      ImmutableList.of(AssetKind.HOST, AssetKind.ACCOUNT, AssetKind.DATA_SET);
  private static final ImmutableList<Disposition> EARLY_ENDINGS =
      ImmutableList.of(
          Disposition.FALSE_POSITIVE, Disposition.AUTHORIZED_TEST, Disposition.HANDED_OVER);
  private static final String HEX = "0123456789abcdef";

  private static final ImmutableList<Function<SeededRequests, Request<?>>> KINDS =
      ImmutableList.<Function<SeededRequests, Request<?>>>builder()
          .add(by -> new IncidentRequest.Open(by.text()))
          .add(SeededRequests::migrate)
          .add(SeededRequests::enter)
          .add(SeededRequests::enter)
          .add(SeededRequests::close)
          .add(by -> new PhaseRequest.ConfirmCriterion(by.criterion(), by.text()))
          .add(by -> new PhaseRequest.WaiveCriterion(by.criterion(), by.text()))
          .add(SeededRequests::reopen)
          .add(by -> new TriageRequest.Acknowledge())
          .add(SeededRequests::classify)
          .add(SeededRequests::classify)
          .add(SeededRequests::judge)
          .add(by -> new TriageRequest.Declare(by.text()))
          .add(SeededRequests::assess)
          .add(SeededRequests::assess)
          .add(SeededRequests::overrule)
          .add(by -> new SeverityRequest.Lift(by.text()))
          .add(by -> new SeverityRequest.Expire())
          .add(SeededRequests::addAsset)
          .add(SeededRequests::advance)
          .add(SeededRequests::observe)
          .add(SeededRequests::observe)
          .add(SeededRequests::monitor)
          .add(by -> new ScopeRequest.Reinfect(by.asset(), by.text()))
          .add(by -> new ScopeRequest.Note(by.asset(), by.dice.oneOf(AssetNote.class), by.text()))
          .add(SeededRequests::estimateData)
          .add(SeededRequests::sight)
          .add(by -> new ScopeRequest.Update(by.text()))
          .add(by -> new ScopeRequest.Confirm(by.text()))
          .add(SeededRequests::attach)
          .addAll(Collections.nCopies(4, SeededRequests::relate))
          .addAll(Collections.nCopies(3, SeededRequests::share))
          .add(by -> new PlaybookRequest.CompleteStep(by.step(), by.text()))
          .addAll(Collections.nCopies(5, by -> by.playbook().next()))
          .add(SeededRequests::planAction)
          .add(SeededRequests::planAction)
          .add(SeededRequests::planAction)
          .add(by -> new ActionRequest.Approve(by.action()))
          .add(by -> new ActionRequest.Approve(by.action()))
          .add(by -> new ActionRequest.Start(by.action()))
          .add(by -> new ActionRequest.Succeed(by.action(), by.text()))
          .add(by -> new ActionRequest.Fail(by.action(), by.text()))
          .add(by -> new ActionRequest.Retry(by.action(), by.text()))
          .add(by -> new ActionRequest.Cancel(by.action(), by.text()))
          .add(by -> new ActionRequest.RollBack(by.action(), by.text()))
          .addAll(Collections.nCopies(2, by -> by.actions().next()))
          .addAll(Collections.nCopies(4, by -> by.actions().fitting()))
          .add(SeededRequests::acquire)
          .add(by -> new EvidenceRequest.HandOver(by.evidence(), by.actor(), by.text()))
          .add(by -> new EvidenceRequest.Receive(by.evidence(), by.text()))
          .add(by -> new SeededEvidence(by.dice, by.incident).next())
          .addAll(Collections.nCopies(6, by -> by.analysis().next()))
          .add(by -> by.decisions().take())
          .add(by -> by.decisions().pay())
          .add(by -> new PeopleRequest.Assign(by.role(), by.actor()))
          .add(by -> new PeopleRequest.Release(by.role(), by.actor(), by.text()))
          .add(by -> new PeopleRequest.Escalate(by.dice.within(1, 2)))
          .add(by -> new PeopleRequest.HandOver(by.role(), by.actor(), by.text()))
          .add(SeededRequests::takeOver)
          .add(SeededRequests::reportEffort)
          .addAll(Collections.nCopies(5, SeededRequests::tell))
          .add(by -> new ObligationRequest.DecideAgainst(by.obligation(), by.text()))
          .add(SeededRequests::determine)
          .add(SeededRequests::correct)
          .add(by -> new ObligationRequest.ExplainDelay(by.clock(), by.text()))
          .add(by -> new ObligationRequest.Pause(by.clock(), by.text()))
          .addAll(Collections.nCopies(2, by -> new ObligationRequest.Resume(by.clock())))
          .add(by -> new ObligationRequest.Loosen(by.clock(), by.text()))
          .add(by -> new ObligationRequest.Remind(by.clock()))
          .add(by -> new ObligationRequest.Miss(by.clock()))
          .add(SeededRequests::review)
          .add(SeededRequests::improve)
          .add(by -> new ReviewRequest.EstimateLoss(by.dice.within(0, 1_000_000), by.text()))
          .build();

  private final Dice dice;
  private final Incident incident;
  private final ResponsePlan plan;

  SeededRequests(Dice dice, Incident incident, ResponsePlan plan) {
    this.dice = dice;
    this.incident = incident;
    this.plan = plan;
  }

  Request<?> next() {
    return dice.oneOf(KINDS).apply(this);
  }

  /** Returns a request of any kind, or more often than usual one that asks for a severity. */
  Request<?> nextOrAssess() {
    return dice.onceIn(2) ? next() : assess();
  }

  /** Returns a request of any kind, or more often than usual one that plans an action. */
  Request<?> nextOrPlan() {
    return dice.onceIn(2) ? next() : planAction();
  }

  /** Returns a request of any kind, or more often than usual one that marks it or tells of it. */
  Request<?> nextOrTell() {
    return dice.onceIn(3) ? next() : dice.onceIn(2) ? share() : tell();
  }

  /** Returns a request that brings the incident on: to the next phase, to an end, or back. */
  Request<?> forward() {
    var progress = incident.progress();
    if (!progress.open()) {
      return reopen();
    }
    if (dice.onceIn(6)) {
      return close(dice.oneOf(EARLY_ENDINGS));
    }
    return switch (progress.phase()) {
      case PREPARATION, POST_INCIDENT -> new PhaseRequest.Close(Disposition.RESOLVED, text());
      case IDENTIFICATION -> new PhaseRequest.Enter(Phase.CONTAINMENT, text());
      case CONTAINMENT -> new PhaseRequest.Enter(Phase.ERADICATION, text());
      case ERADICATION -> new PhaseRequest.Enter(Phase.RECOVERY, text());
      case RECOVERY -> new PhaseRequest.Enter(Phase.POST_INCIDENT, text());
    };
  }

  private Request<?> migrate() {
    var version = dice.onceIn(3) ? plan.version().version() : "v" + dice.within(1, 3);
    var name = dice.onceIn(8) ? "unheard-of" : plan.version().plan();
    return new IncidentRequest.MigratePlan(new PlanVersion(name, version), text());
  }

  private Request<?> enter() {
    return new PhaseRequest.Enter(dice.oneOf(Phase.class), dice.maybe(dice::text));
  }

  private Request<?> close() {
    return close(dice.oneOf(Disposition.class));
  }

  private CriterionId criterion() {
    return known(plan.recovery(), RecoveryCriterion::id, () -> new CriterionId("unheard-of"));
  }

  private Request<?> close(Disposition as) {
    boolean named = (as == Disposition.HANDED_OVER) != dice.onceIn(8);
    var duties =
        incident.clocks().byObligation().values().stream()
            .filter(Clock::running)
            .map(Clock::obligation)
            .collect(toImmutableSet());
    return new PhaseRequest.Close(as, text(), named ? new Handover(text(), duties) : null);
  }

  private Request<?> reopen() {
    return new PhaseRequest.Reopen(dice.oneOf(Phase.class), text());
  }

  private Request<?> classify() {
    return new TriageRequest.Classify(dice.oneOf(SeededPlans.CATEGORIES), text());
  }

  private Request<?> judge() {
    return new TriageRequest.Judge(dice.oneOf(Verdict.class), text());
  }

  private Request<?> assess() {
    return new SeverityRequest.Assess(
        new Impact(
            dice.oneOf(FunctionalImpact.class),
            dice.oneOf(InformationImpact.class),
            dice.oneOf(Recoverability.class)),
        dice.maybe(() -> SeededPlans.nciss(dice)));
  }

  private Request<?> overrule() {
    var level =
        dice.onceIn(6) ? new Severity("unheard-of", 9) : dice.oneOf(plan.severity().levels());
    return new SeverityRequest.Overrule(
        level, text(), dice.maybe(() -> Instant.parse("2026-02-01T00:00:00Z").plus(dice.period())));
  }

  private Request<?> addAsset() {
    return new ScopeRequest.AddAsset(asset(), dice.oneOf(KINDS_OF_ASSET));
  }

  private Request<?> advance() {
    return new ScopeRequest.Advance(asset(), dice.oneOf(AssetState.class), text());
  }

  private Request<?> monitor() {
    return new ScopeRequest.IncreaseMonitoring(asset(), text());
  }

  private Request<?> observe() {
    return dice.onceIn(2)
        ? new ScopeRequest.Observe(observable())
        : new ScopeRequest.Observe(
            observable(), dice.maybe(dice::text), dice.maybe(() -> confidence(dice)));
  }

  static Confidence confidence(Dice dice) {
    return Confidence.ofPercent(dice.within(0, 100));
  }

  private Request<?> estimateData() {
    var extent =
        new DataExtent(
            text(),
            dice.maybe(() -> (long) dice.within(0, 100_000)),
            dice.maybe(() -> (long) dice.within(0, 100_000)));
    return new ScopeRequest.EstimateData(asset(), extent, text());
  }

  private Request<?> sight() {
    var seen = known(incident.scope().observables(), each -> each, this::observable);
    return new ScopeRequest.RecordSighting(
        new Sighting(seen, text(), Instant.EPOCH.plus(dice.period()), dice.maybe(dice::text)));
  }

  private SeededAnalysis analysis() {
    return new SeededAnalysis(dice, incident);
  }

  private SeededActions actions() {
    return new SeededActions(dice, incident);
  }

  private SeededDecisions decisions() {
    return new SeededDecisions(dice, incident);
  }

  private Request<?> attach() {
    return dice.onceIn(4)
        ? new AlertRequest.Link(alert(), text())
        : new AlertRequest.Attach(alert(), text());
  }

  private Alert alert() {
    return alert(dice, dice.within(0, 20));
  }

  /** Returns an alert that may be like others of another number. */
  static Alert alert(Dice dice, int number) {
    return new Alert(
        new AlertKey("sensor", "alert " + number),
        dice.text(),
        "rule-" + number % 4,
        Instant.EPOCH.plus(dice.period()),
        ZoneOffset.ofHours(dice.within(-12, 14)),
        dice.oneOf(AlertSeverity.class),
        ImmutableSet.copyOf(dice.upTo(3, i -> observable(dice))),
        "{}");
  }

  private Request<?> relate() {
    var other = "other-" + dice.within(0, 3);
    return switch (dice.within(0, 7)) {
      case 0 -> new RelationRequest.Link(other, dice.oneOf(LinkKind.class), text());
      case 1 -> new RelationRequest.Unlink(other, dice.oneOf(LinkKind.class), text());
      case 2 -> new RelationRequest.Merge(ImmutableSet.of(other), text());
      case 3 -> new RelationRequest.Unmerge(ImmutableSet.of(other), text());
      case 4 -> new RelationRequest.BeLinked(other, dice.oneOf(LinkKind.class), text());
      case 5 -> new RelationRequest.BeUnlinked(other, dice.oneOf(LinkKind.class), text());
      case 6 -> new RelationRequest.BeMerged(other, text());
      default -> new RelationRequest.BeUnmerged(other, text());
    };
  }

  private Request<?> share() {
    return switch (dice.within(0, 5)) {
      case 0 ->
          new SharingRequest.Restrict(
              new NeedToKnow(
                  ImmutableSet.copyOf(dice.upTo(2, i -> role())),
                  ImmutableSet.copyOf(dice.someOf(SeededPlans.ACTORS))),
              text());
      case 1 -> new SharingRequest.Unrestrict(text());
      case 2 -> new SharingRequest.ClaimPrivilege(text());
      case 3 -> new SharingRequest.WaivePrivilege(text());
      default -> new SharingRequest.Mark(dice.oneOf(Tlp.class), text(), dice.maybe(dice::text));
    };
  }

  private Request<?> planAction() {
    var step = dice.onceIn(3) ? Optional.<Step>empty() : dice.anyOf(steps());
    var type = step.map(Step::action).orElseGet(() -> dice.oneOf(SeededPlans.ACTION_TYPES));
    return actions()
        .onTerms(
            new ActionRequest.Plan(
                action(),
                type,
                "host-1",
                step.map(Step::id).orElseGet(() -> unknownStep().orElse(null))));
  }

  private SeededSteps playbook() {
    return new SeededSteps(dice, incident, plan);
  }

  private Request<?> acquire() {
    var digest = new StringBuilder(64);
    for (int i = 0; i < 64; i++) {
      digest.append(HEX.charAt(dice.within(0, 15)));
    }
    return new EvidenceRequest.Acquire(
        evidence(),
        text(),
        dice.onceIn(2) ? "host-1" : text(),
        new Sha256(digest.toString()),
        text(),
        dice.maybe(() -> dice.oneOf(Volatility.class)));
  }

  private Request<?> takeOver() {
    var offer = dice.anyOf(incident.team().offers());
    return offer
        .map(each -> new PeopleRequest.TakeOver(each.role(), each.from()))
        .orElseGet(() -> new PeopleRequest.TakeOver(role(), actor()));
  }

  private Request<?> reportEffort() {
    return new PeopleRequest.ReportEffort(actor(), Duration.ofMinutes(dice.within(1, 600)), text());
  }

  private Request<?> tell() {
    var duty = dice.anyOf(plan.obligations()).orElse(null);
    var recipient = duty == null ? null : duty.recipient();
    return duty == null || recipient == null || dice.onceIn(3)
        ? new CommunicationRequest.Notify(
            dice.oneOf(Audience.class), text(), text(), dice.maybe(dice::text))
        : new CommunicationRequest.Notify(
            dice.onceIn(6) ? dice.oneOf(Audience.class) : recipient,
            text(),
            text(),
            null,
            ImmutableSet.of(duty.id()));
  }

  private Request<?> determine() {
    return new ObligationRequest.Determine(
        dice.oneOf(SeededPlans.REGIMES),
        dice.oneOf(Determination.class),
        text(),
        dice.onceIn(3) ? Instant.parse("2026-02-01T00:00:00Z").plus(dice.period()) : null);
  }

  private Request<?> correct() {
    var triggers = incident.clocks().occurrences();
    var trigger =
        known(
            triggers.keySet(),
            each -> each,
            () -> Trigger.when(dice.oneOf(SeededPlans.REGIMES), dice.oneOf(Determination.class)));
    var occurrence = triggers.get(trigger);
    var from = occurrence == null ? Instant.EPOCH : occurrence.first();
    return new ObligationRequest.CorrectTrigger(
        trigger, from.plusSeconds(dice.within(-5_000, 5_000)), text());
  }

  private Request<?> review() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    dice.someOf(ReviewQuestion.class).forEach(question -> answers.put(question, text()));
    return new ReviewRequest.Hold(dice.someOf(SeededPlans.ACTORS), answers.buildOrThrow(), text());
  }

  private Request<?> improve() {
    return new ReviewRequest.OpenImprovement(
        new ImprovementId("i" + dice.within(0, 9)),
        text(),
        actor(),
        LocalDate.of(2026, dice.within(1, 12), dice.within(1, 28)));
  }

  private ActionId action() {
    return known(incident.actions().all(), Action::id, () -> new ActionId("a" + number()));
  }

  private AssetId asset() {
    return known(incident.scope().assets(), Asset::id, () -> new AssetId("host-" + number()));
  }

  private EvidenceId evidence() {
    return known(incident.evidence().all(), Evidence::id, () -> new EvidenceId("e" + number()));
  }

  private StepId step() {
    return known(steps(), Step::id, () -> new StepId("unheard-of"));
  }

  private ObligationId obligation() {
    return known(plan.obligations(), Obligation::id, () -> new ObligationId("unheard-of"));
  }

  private ObligationId clock() {
    return known(incident.clocks().byObligation().keySet(), each -> each, this::obligation);
  }

  private Role role() {
    return known(plan.roles(), RoleDefinition::role, () -> new Role("visitor"));
  }

  private Optional<StepId> unknownStep() {
    return dice.onceIn(6) ? Optional.of(new StepId("unheard-of")) : Optional.empty();
  }

  private Observable observable() {
    return observable(dice);
  }

  private static Observable observable(Dice dice) {
    return new Observable(dice.oneOf(Observable.Type.class), "10.0.0." + dice.within(0, 30));
  }

  private Collection<Step> steps() {
    return ImmutableList.copyOf(
        Iterables.concat(Iterables.transform(plan.playbooks(), playbook -> playbook.steps())));
  }

  /** Returns the id of one of them, or now and then another one. */
  private <T, I> I known(Collection<T> values, Function<T, I> id, Supplier<I> other) {
    return dice.onceIn(4) ? other.get() : dice.anyOf(values).map(id).orElseGet(other);
  }

  private Actor actor() {
    return dice.oneOf(SeededPlans.ACTORS);
  }

  private int number() {
    return dice.within(0, 30);
  }

  private String text() {
    return dice.text();
  }
}
