package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.Policies;
import dev.firebreak.report.Deadlines;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** One incident under a plan of obligations, on a clock that goes when told to. */
final class Duties {
  static final ImmutableList<Severity> LEVELS = SeverityMatrix.levels("low", "medium", "high");
  static final Actor ADA = new Actor("ada");
  static final Actor BOB = new Actor("bob");
  static final IncidentId ID = IncidentId.of("inc-1");

  private final TestClock clock = new TestClock();
  private final ResponsePlan plan;
  private final IncidentResponse engine;
  private int commands;

  private Duties(ResponsePlan plan, Policies policies) {
    this.plan = plan;
    this.engine = IncidentResponse.under(plan, clock).policies(policies).build();
  }

  static ResponsePlan plan(Obligation... obligations) {
    return plan(List.of(obligations));
  }

  static ResponsePlan plan(List<Obligation> obligations) {
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), LEVELS.get(0));
    return ResponsePlan.builder("duties", "1")
        .severity(new SeverityMatrix(LEVELS, ImmutableList.of(row)), LEVELS.get(2))
        .roles(
            new RoleDefinition(
                new Role("manager"),
                RoleKind.INCIDENT_MANAGER,
                ADA,
                ImmutableList.of(),
                ImmutableSet.copyOf(Authority.values())),
            new RoleDefinition(
                new Role("counsel"), RoleKind.LEGAL, BOB, ImmutableList.of(), ImmutableSet.of()))
        .obligations(obligations)
        .build();
  }

  /** Opens an incident at that moment. */
  static Duties openedAt(String moment, Obligation... obligations) {
    return openedAt(moment, Policies.STANDARD, obligations);
  }

  static Duties openedAt(String moment, Policies policies, Obligation... obligations) {
    var duties = new Duties(plan(obligations), policies);
    return duties.at(moment).does(new IncidentRequest.Open("files"));
  }

  Duties at(String moment) {
    clock.set(Instant.parse(moment));
    return this;
  }

  /** Ada does this, which is accepted. */
  Duties does(Request<?> request) {
    var decision = engine.submit(ID, ADA, request);
    assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
    return this;
  }

  /** Ada does this, as of that moment. */
  Duties does(Request<?> request, String occurred) {
    var at = Instant.parse(occurred).atOffset(ZoneOffset.UTC);
    var command = new Command(new CommandId("c" + ++commands), ID, ADA, at, request);
    assertThat(engine.submit(command)).isInstanceOf(Decision.Accepted.class);
    return this;
  }

  Duties determines(String regime, Determination what) {
    return does(new ObligationRequest.Determine(regime, what, "it is so"));
  }

  Duties tells(Audience audience, String... obligations) {
    var ids = ImmutableSet.<ObligationId>builder();
    for (String obligation : obligations) {
      ids.add(new ObligationId(obligation));
    }
    return does(
        new CommunicationRequest.Notify(audience, "them", "what we know", "ref-1", ids.build()));
  }

  Duties severity(int level) {
    return does(new SeverityRequest.Overrule(LEVELS.get(level), "it is so"));
  }

  /** Returns the codes of what stands against somebody's request. */
  List<String> refusal(Actor actor, Request<?> request) {
    var refused = (Decision.Refused) engine.submit(ID, actor, request);
    return refused.rejections().stream().map(rejection -> rejection.code()).toList();
  }

  List<String> wakes() {
    return engine.wake(Tenant.SINGLE).stream()
        .flatMap(decision -> ((Decision.Accepted) decision).events().stream())
        .map(
            event ->
                event.type()
                    + " "
                    + event.fact().toString().replaceAll(".*obligation=(.*?), .*", "$1"))
        .toList();
  }

  Incident incident() {
    return engine.incident(ID, Viewer.of(ADA)).orElseThrow();
  }

  Clocks clocks() {
    return incident().clocks();
  }

  Clock clock(String obligation) {
    return clocks().find(new ObligationId(obligation)).orElseThrow();
  }

  boolean runs(String obligation) {
    return clocks().find(new ObligationId(obligation)).filter(Clock::running).isPresent();
  }

  /** Returns when it is due in local time, or that there is no number. */
  String due(String obligation, String zone) {
    var due = clock(obligation).due();
    return due == null
        ? "undue delay"
        : due.atZone(ZoneId.of(zone))
            .toLocalDateTime()
            .toString()
            .replace(":59:59.999999999", ":59:59");
  }

  String due(String obligation) {
    return due(obligation, "UTC");
  }

  Clock.Status status(String obligation) {
    return clock(obligation).statusAt(clock.instant());
  }

  Deadlines deadlines() {
    return Deadlines.of(plan, engine.record(ID, Viewer.of(ADA)).orElseThrow(), clock.instant());
  }

  List<String> history() {
    return engine.record(ID, Viewer.of(ADA)).orElseThrow().history().stream()
        .map(event -> event.type())
        .toList();
  }
}
