package dev.firebreak.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.people.NextAsk;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ransomware incident from its alert to its closing, and the plan that it runs under. */
public final class Ransomware {
  public static final Actor ANN = new Actor("ann");
  public static final Actor EVE = new Actor("eve");
  public static final Category CATEGORY = new Category("ransomware");
  public static final AssetId SERVER = new AssetId("fs-1");
  public static final AssetId LAPTOP = new AssetId("ws-7");
  public static final ImmutableList<Severity> LEVELS = SeverityMatrix.levels("low", "high");
  public static final Impact IMPACT =
      new Impact(
          FunctionalImpact.HIGH, InformationImpact.INTEGRITY_LOSS, Recoverability.SUPPLEMENTED);

  private Instant now = Instant.EPOCH;
  private final IncidentResponse response;
  private final IncidentId id = IncidentId.of("inc-1");

  private Ransomware(ResponsePlan plan) {
    EscalationPolicy nobody = context -> new NextAsk(null, "nobody@1"); // it adds no events
    this.response =
        IncidentResponse.under(plan, () -> now)
            .policies(Policies.STANDARD.withEscalation(nobody))
            .build();
  }

  /** Returns a moment of the first day, told as hours and minutes. */
  public static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  /** Returns a severity matrix in which everything without functional impact is low. */
  public static SeverityMatrix matrix() {
    var low = ImmutableSet.of(FunctionalImpact.NONE);
    return new SeverityMatrix(
        LEVELS,
        ImmutableList.of(
            new SeverityMatrix.Row(low, ImmutableSet.of(), ImmutableSet.of(), LEVELS.get(0)),
            new SeverityMatrix.Row(
                ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), LEVELS.get(1))));
  }

  /** Returns a plan that says nothing but what it must. */
  public static ResponsePlan.Builder blankPlan() {
    return ResponsePlan.builder("acme", "2026.1").severity(matrix(), LEVELS.get(1));
  }

  /** Returns a plan that meets every rule that a plan can meet. */
  public static ResponsePlan.Builder plan() {
    return Written.in(blankPlan())
        .approach("Contain first, ask later.")
        .reviewed(LocalDate.of(2026, 1, 15))
        .approvals(
            new PlanApproval(
                new Actor("carl"), new Role("leadership"), LocalDate.of(2026, 1, 20), "2026.1"))
        .roles(roles())
        .playbooks(
            new Playbook(
                new PlaybookId("ransomware"),
                "Ransomware",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(
                    new Step(
                        new StepId("cut-off"),
                        Phase.CONTAINMENT,
                        "Cut what is affected off the network",
                        new Role("tech-lead"),
                        true,
                        null,
                        null,
                        0))))
        .communications(communications())
        .obligations(
            new Obligation(
                new ObligationId("regulator"),
                "Tell the authority",
                "GDPR Art. 33(1)",
                Milestone.CLASSIFIED,
                Duration.ofDays(3),
                Milestone.NOTIFIED,
                Audience.REGULATOR,
                ImmutableSet.of(CATEGORY)),
            new Obligation(
                new ObligationId("contain-30m"),
                "Contain within half an hour",
                "Acme service level 4",
                Milestone.DECLARED,
                Duration.ofMinutes(30),
                Milestone.CONTAINED,
                null,
                ImmutableSet.of()))
        .escalation(
            List.of(
                new EscalationLevel(new Role("incident-manager"), Duration.ofMinutes(15)),
                new EscalationLevel(new Role("leadership"), Duration.ofMinutes(30))));
  }

  private static List<RoleDefinition> roles() {
    var roles = new ArrayList<RoleDefinition>();
    roles.add(
        new RoleDefinition(
            new Role("incident-manager"),
            RoleKind.INCIDENT_MANAGER,
            ANN,
            ImmutableList.of(EVE),
            ImmutableSet.copyOf(Authority.values())));
    for (RoleKind kind : RoleKind.values()) {
      if (kind != RoleKind.INCIDENT_MANAGER) {
        roles.add(
            new RoleDefinition(
                new Role(kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                kind,
                new Actor("carl"),
                ImmutableList.of(new Actor("dora")),
                ImmutableSet.of()));
      }
    }
    return roles;
  }

  private static List<CommunicationRule> communications() {
    var rules = new ArrayList<CommunicationRule>();
    for (Audience audience : Audience.values()) {
      rules.add(new CommunicationRule(audience, "what is sure", new Role("legal")));
    }
    return rules;
  }

  /** Returns the whole incident, closed a week after its alert. */
  public static IncidentRecord closed() {
    var incident = new Ransomware(plan().build());
    incident.identify();
    incident.contain();
    incident.recover();
    incident.lookBack();
    return incident.response.record(incident.id, Viewer.of(ANN)).orElseThrow();
  }

  /** Returns when it was closed. */
  public static Instant closing() {
    return Instant.parse("2026-03-09T09:30:00Z");
  }

  private void identify() {
    now = at("08:00");
    response.receive(
        new Alert(
            new AlertKey("edr", "4711"),
            "Ransom note on fs-1",
            "ransom-note fs-1",
            at("07:58"),
            ZoneOffset.UTC,
            AlertSeverity.HIGH,
            ImmutableSet.of(new Observable(Observable.Type.IP_ADDRESS, "203.0.113.9")),
            "{\"secret\": \"raw\"}"));
    say("08:05", ANN, new TriageRequest.Acknowledge());
    say("08:06", ANN, new TriageRequest.Classify(CATEGORY, "a ransom note"));
    say("08:10", ANN, new SeverityRequest.Assess(IMPACT));
    say("08:12", ANN, new TriageRequest.Declare("files are encrypted"));
    say("08:15", ANN, new ScopeRequest.AddAsset(SERVER, "host"));
    var disk = new EvidenceId("disk-1");
    var digest = new Sha256("ab".repeat(32));
    say("08:20", ANN, new EvidenceRequest.Acquire(disk, "secret", "fs-1", digest, "safe A"));
    say("08:25", ANN, new EvidenceRequest.HandOver(disk, EVE, "analysis"));
    say("08:30", EVE, new EvidenceRequest.Receive(disk, "safe B"));
    say(
        "08:35",
        ANN,
        new CommunicationRequest.Notify(Audience.EXECUTIVES, "board", "secret", null));
  }

  private void contain() {
    say("08:40", ANN, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    var action = new ActionId("a-1");
    say("08:41", ANN, new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "fs-1", null));
    say("08:42", EVE, new ActionRequest.Start(action));
    say("08:44", EVE, new ActionRequest.Succeed(action, "port is down"));
    advance("08:45", SERVER, AssetState.CONTAINED);
    say("08:46", EVE, new PlaybookRequest.CompleteStep(new StepId("cut-off"), "both ports"));
    say("08:50", EVE, new ScopeRequest.AddAsset(LAPTOP, "host"));
    advance("08:55", LAPTOP, AssetState.CONTAINED);
    say("09:00", EVE, new ScopeRequest.Confirm("searched every host"));
    say("09:05", ANN, PhaseRequest.Enter.next(Phase.ERADICATION));
    advance("09:10", SERVER, AssetState.ERADICATED);
    advance("09:15", LAPTOP, AssetState.ERADICATED);
  }

  private void recover() {
    say("09:20", ANN, PhaseRequest.Enter.next(Phase.RECOVERY));
    advance("10:00", SERVER, AssetState.RESTORED);
    advance("10:30", SERVER, AssetState.VERIFIED);
    say("10:40", EVE, new ScopeRequest.IncreaseMonitoring(SERVER, "hourly"));
    advance("10:45", LAPTOP, AssetState.RESTORED);
    advance("10:50", LAPTOP, AssetState.VERIFIED);
    say("10:55", EVE, new ScopeRequest.IncreaseMonitoring(LAPTOP, "hourly"));
    say("11:00", ANN, new CommunicationRequest.Notify(Audience.REGULATOR, "DPA", "secret", "R-17"));
  }

  private void lookBack() {
    say("12:00", ANN, PhaseRequest.Enter.next(Phase.POST_INCIDENT));
    say("13:00", ANN, new ReviewRequest.EstimateLoss(1_234_567, "two days of four people"));
    now = Instant.parse("2026-03-09T09:00:00Z");
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      answers.put(question, "answered");
    }
    say(ANN, new ReviewRequest.Hold(ImmutableSet.of(ANN, EVE), answers.buildOrThrow(), "no patch"));
    now = closing();
    say(ANN, new PhaseRequest.Close(Disposition.RESOLVED, "all is back"));
  }

  private void advance(String time, AssetId asset, AssetState to) {
    say(time, EVE, new ScopeRequest.Advance(asset, to, "done"));
  }

  private void say(String time, Actor actor, Request<?> request) {
    now = at(time);
    say(actor, request);
  }

  private void say(Actor actor, Request<?> request) {
    assertThat(response.submit(id, actor, request)).isInstanceOf(Decision.Accepted.class);
  }
}
