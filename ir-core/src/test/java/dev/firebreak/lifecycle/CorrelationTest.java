package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.alert.AttachedAlert;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.alert.Placement;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.testkit.PolicyContract;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final Instant START = Ransomware.START;

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();

  private IncidentResponse under(CorrelationPolicy policy) {
    return IncidentResponse.under(Ransomware.plan(), clock)
        .journal(journal)
        .policies(Policies.STANDARD.withCorrelation(policy))
        .build();
  }

  private ImmutableList<Fact<?>> intake() {
    return journal.read(StreamId.intakeOf(Tenant.SINGLE), 0).stream()
        .<Fact<?>>map(Event::fact)
        .collect(ImmutableList.toImmutableList());
  }

  /** Snoozes what comes for the first time, for a minute. */
  private static CorrelationPolicy snoozing() {
    return context ->
        context.returning()
            ? CorrelationPolicy.asPlanned().place(context)
            : Placement.snooze(context.now().plusSeconds(60), "the scanner runs");
  }

  @Test
  void a_policy_that_calls_a_new_alert_a_duplicate_stops_it() {
    var engine = under(context -> new Placement(Outcome.DUPLICATE, null, "seen it", null));
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.receive(alert(1, "192.0.2.1")))
        .withMessageContaining("was not received before");
    assertThat(intake()).isEmpty();
  }

  @Test
  void an_alert_whose_incident_is_not_open_opens_one_and_says_so() {
    var engine = under(context -> Placement.join("inc-99", "it looks like that one"));
    var placed = (Receipt.Placed) engine.receive(alert(1, "192.0.2.1"));
    assertThat(placed.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(placed.because())
        .isEqualTo("it looks like that one, but incident inc-99 is not open");
  }

  @Test
  void a_snooze_that_is_over_already_opens_an_incident() {
    var engine = under(context -> Placement.snooze(context.now(), "later"));
    assertThat(((Receipt.Placed) engine.receive(alert(1))).outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void a_dropped_alert_is_kept_with_its_raw_bytes_and_is_a_duplicate_afterwards() {
    var engine = under(context -> Placement.drop("noise"));
    var held = (Receipt.Held) engine.receive(alert(1, "192.0.2.1"));
    assertThat(held.outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(held.because()).isEqualTo("noise");
    assertThat(held.isDuplicate()).isFalse();
    assertThat(intake())
        .singleElement()
        .isEqualTo(
            new IntakeFact.Received(
                alert(1, "192.0.2.1"),
                Outcome.DROPPED,
                null,
                "noise",
                ImmutableSet.of(),
                null,
                "correlation-test@1"));
    assertThat(engine.incidents(Viewer.of(MANAGER))).isEmpty();
    assertThat(engine.receive(alert(1, "192.0.2.1")).isDuplicate()).isTrue();
    assertThat(intake()).hasSize(1);
  }

  @Test
  void a_linked_and_closed_alert_is_known_to_the_incident_and_widens_nothing() {
    var first = (Receipt.Placed) under(CorrelationPolicy.asPlanned()).receive(alert(1, "a"));
    var engine =
        under(
            context ->
                Placement.linkAndClose(
                    context.candidates().get(0).incident(), context.candidates().get(0).because()));
    var second = (Receipt.Placed) engine.receive(alert(2, "b", "a"));
    assertThat(second.outcome()).isEqualTo(Outcome.LINKED_AND_CLOSED);
    assertThat(second.incident()).isEqualTo(first.incident());

    var incident = engine.incident(first.incident(), Viewer.of(MANAGER)).orElseThrow();
    assertThat(incident.alerts().all()).hasSize(1);
    assertThat(incident.alerts().linked())
        .extracting(AttachedAlert::key)
        .containsExactly(alert(2).key());
    assertThat(incident.scope().observables()).hasSize(1);
    assertThat(
            engine.submit(
                first.incident(), HANDLER, new AlertRequest.Attach(alert(2, "b", "a"), "again")))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void a_snoozed_alert_comes_back_once_its_time_has_come() {
    var engine = under(snoozing());
    var held = (Receipt.Held) engine.receive(alert(1, "192.0.2.1"));
    assertThat(held.outcome()).isEqualTo(Outcome.SNOOZED);
    assertThat(held.until()).isEqualTo(clock.instant().plusSeconds(60));
    assertThat(engine.nextDue(Tenant.SINGLE)).contains(clock.instant().plusSeconds(60));
    assertThat(engine.wake(Tenant.SINGLE)).isEmpty();
    assertThat(engine.receive(alert(1, "192.0.2.1")).isDuplicate()).isTrue();

    clock.pass("PT60S");
    assertThat(engine.wake(Tenant.SINGLE)).hasSize(2).allMatch(Decision::accepted);
    assertThat(engine.incidents(Viewer.of(MANAGER))).hasSize(1);
    assertThat(intake()).hasSize(2).element(1).isInstanceOf(IntakeFact.Returned.class);

    assertThat(engine.wake(Tenant.SINGLE)).isEmpty();
    assertThat(engine.nextDue(Tenant.SINGLE)).isNotEqualTo(held.until());
    assertThat(((Receipt.Placed) engine.receive(alert(1, "192.0.2.1"))).outcome())
        .isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void two_engines_that_wake_at_once_open_one_incident_for_a_snoozed_alert() {
    var one = under(snoozing());
    var two = under(snoozing());
    one.receive(alert(1, "192.0.2.1"));
    two.nextDue(Tenant.SINGLE);
    clock.pass("PT60S");
    one.wake(Tenant.SINGLE);
    two.wake(Tenant.SINGLE);
    assertThat(two.incidents(Viewer.of(MANAGER))).hasSize(1);
  }

  @Test
  void a_snoozed_alert_that_is_refused_waits_and_does_not_press() {
    CorrelationPolicy policy = snoozing();
    var engine =
        IncidentResponse.under(Ransomware.plan(), clock)
            .policies(
                Policies.STANDARD
                    .withCorrelation(policy)
                    .withCommand(
                        context ->
                            context.request() instanceof AlertRequest
                                ? ImmutableList.of(policy.condition().unmet("no alerts today"))
                                : ImmutableList.of()))
            .build();
    engine.receive(alert(1, "192.0.2.1"));
    clock.pass("PT60S");
    assertThat(engine.wake(Tenant.SINGLE)).isEmpty();
    assertThat(engine.nextDue(Tenant.SINGLE)).isEmpty();
    engine.receive(alert(2, "192.0.2.2"));
    assertThat(engine.nextDue(Tenant.SINGLE)).contains(clock.instant());
  }

  @Test
  void a_policy_sees_open_incidents_only() {
    var planned = under(CorrelationPolicy.asPlanned());
    var first = (Receipt.Placed) planned.receive(alert(1, "192.0.2.1"));
    planned.submit(
        first.incident(), HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a scan"));
    planned.submit(
        first.incident(), MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a scan"));
    var engine =
        under(
            context -> {
              assertThat(context.candidates()).isEmpty();
              return Placement.drop("none");
            });
    assertThat(engine.receive(alert(2, "192.0.2.1"))).isInstanceOf(Receipt.Held.class);
  }

  @Test
  void an_alert_that_memory_has_forgotten_is_a_duplicate_all_the_same() {
    var rule =
        new CorrelationRule(Duration.ofMinutes(1), ImmutableSet.of(), Duration.ofMinutes(10));
    var engine =
        IncidentResponse.under(Ransomware.plan("1").correlation(rule).build(), clock)
            .journal(journal)
            .build();
    var first = (Receipt.Placed) engine.receive(observedNow(1));
    var early = observedNow(1);
    for (int i = 2; i < 40; i++) {
      clock.pass("PT1M");
      engine.receive(observedNow(i));
    }
    assertThat(intake()).hasAtLeastOneElementOfType(IntakeFact.Forgotten.class);
    var events = intake().size();
    var again = (Receipt.Placed) engine.receive(early);
    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(again.incident()).isEqualTo(first.incident());
    assertThat(intake()).hasSize(events);
  }

  private Alert observedNow(int number) {
    var alert = alert(number, "192.0.2." + number);
    return new Alert(
        alert.key(),
        alert.title(),
        alert.fingerprint(),
        number == 1 ? START : clock.instant(),
        alert.offset(),
        alert.severity(),
        alert.observables(),
        alert.raw());
  }

  @Test
  void the_planned_policy_keeps_the_contract_of_policies() {
    PolicyContract.forCorrelation(CorrelationPolicy.asPlanned()).verify(7);
    assertThat(
            PolicyContract.forCorrelation(context -> Placement.join("nowhere", "a guess")).check(7))
        .extracting(PolicyContract.Violation::rule)
        .contains("stays-with-open");
  }
}
