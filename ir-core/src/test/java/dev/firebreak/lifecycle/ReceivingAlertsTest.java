package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.alert.AttachedAlert;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReceivingAlertsTest {
  private static final Viewer VIEWER = Viewer.of(MANAGER);

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();

  @Test
  void opens_an_incident_for_an_alert_that_shares_nothing() {
    var first = placed(alert(1, "192.0.2.1"));
    var second = placed(alert(2, "192.0.2.2"));
    assertThat(first.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(second.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(first.incident()).isNotEqualTo(second.incident());

    var incident = incident(first);
    assertThat(incident.origin().title()).isEqualTo("C2 beacon");
    assertThat(incident.progress().open()).isTrue();
    assertThat(incident.alerts().all())
        .extracting(AttachedAlert::key)
        .containsExactly(first.alert());
    assertThat(incident.scope().observables()).hasSize(1);
  }

  @Test
  void joins_the_open_incident_that_shares_an_observable_and_says_which() {
    var first = placed(alert(1, "192.0.2.1", "192.0.2.9"));
    var second = placed(alert(2, "192.0.2.2", "192.0.2.9"));
    assertThat(second.outcome()).isEqualTo(Outcome.JOINED);
    assertThat(second.incident()).isEqualTo(first.incident());
    assertThat(second.because()).isEqualTo("shares IP_ADDRESS 192.0.2.9");
    assertThat(incident(first).scope().observables()).hasSize(3);
  }

  @Test
  void leaves_no_trace_of_an_alert_that_it_has_received_before() {
    var first = placed(alert(1, "192.0.2.1"));
    int events = journal.read(StreamId.intakeOf(Tenant.SINGLE), 0).size();
    var again = placed(alert(1, "192.0.2.1"));
    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(again.incident()).isEqualTo(first.incident());
    assertThat(journal.read(StreamId.intakeOf(Tenant.SINGLE), 0)).hasSize(events);

    var restarted = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
    assertThat(((Receipt.Placed) restarted.receive(alert(1, "192.0.2.1"))).outcome())
        .isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void keeps_the_raw_bytes_of_a_repetition_but_does_not_attach_it() {
    var one = alert(1, "192.0.2.1");
    var two = alert(2, "192.0.2.1");
    var repetition =
        new Alert(
            two.key(),
            two.title(),
            one.fingerprint(),
            two.observed(),
            two.offset(),
            two.severity(),
            two.observables(),
            two.raw());
    var first = placed(one);
    var second = placed(repetition);
    assertThat(second.outcome()).isEqualTo(Outcome.REPEATED);
    assertThat(incident(first).alerts().all()).hasSize(1);
    assertThat(journal.read(StreamId.intakeOf(Tenant.SINGLE), 1))
        .singleElement()
        .satisfies(event -> assertThat(event.fact().toString()).contains(repetition.raw()));
  }

  @Test
  void does_not_join_a_closed_incident() {
    var first = placed(alert(1, "192.0.2.1"));
    response.submit(
        first.incident(), HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a scan"));
    response.submit(
        first.incident(), MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a scan"));

    var second = placed(alert(2, "192.0.2.1"));
    assertThat(second.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(placed(alert(3, "192.0.2.1")).incident()).isEqualTo(second.incident());
  }

  @Test
  void does_not_join_over_shared_infrastructure() {
    var rule = new CorrelationRule(Duration.ofHours(1), ImmutableSet.of("192.0.2.53"));
    var plan = Ransomware.plan("1").correlation(rule).build();
    var engine = IncidentResponse.under(plan, clock).build();
    engine.receive(alert(1, "192.0.2.1", "192.0.2.53"));
    var second = (Receipt.Placed) engine.receive(alert(2, "192.0.2.2", "192.0.2.53"));
    assertThat(second.outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void finds_another_name_where_one_is_taken() {
    response.submit(IncidentId.of("inc-1"), HANDLER, new IncidentRequest.Open("by hand"));
    response.submit(IncidentId.of("inc-1.2"), HANDLER, new IncidentRequest.Open("by hand"));
    assertThat(placed(alert(1, "192.0.2.1")).incident()).isEqualTo(IncidentId.of("inc-1.3"));
  }

  @Test
  void gives_back_an_alert_that_a_policy_refuses_and_records_nothing() {
    CommandPolicy closedDoor =
        new CommandPolicy() {
          @Override
          public String name() {
            return "closed-door";
          }

          @Override
          public ImmutableList<Rejection> review(Context context) {
            return context.request() instanceof AlertRequest.Attach
                ? ImmutableList.of(condition().unmet("no alerts today"))
                : ImmutableList.of();
          }
        };
    var engine =
        IncidentResponse.under(Ransomware.plan(), clock)
            .journal(journal)
            .policies(Policies.STANDARD.withCommand(closedDoor))
            .build();
    var receipt = engine.receive(alert(1, "192.0.2.1"));
    assertThat(receipt).isInstanceOf(Receipt.Refused.class);
    assertThat(receipt.alert()).isEqualTo(alert(1).key());
    assertThat(((Receipt.Refused) receipt).incident()).isEqualTo(IncidentId.of("inc-1"));
    assertThat(((Receipt.Refused) receipt).rejections())
        .extracting(Rejection::code)
        .containsExactly("policy.closed-door");
    assertThat(journal.streams(Tenant.SINGLE, StreamId.Kind.INTAKE)).isEmpty();
  }

  @Test
  void keeps_the_intakes_of_tenants_apart() {
    var other = new Tenant("other");
    response.receive(alert(1, "192.0.2.1"));
    var theirs = (Receipt.Placed) response.receive(other, alert(1, "192.0.2.1"));
    assertThat(theirs.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(theirs.incident().tenant()).isEqualTo(other);
  }

  @Test
  void refuses_to_go_on_with_an_intake_that_it_does_not_fully_understand() {
    var stream = StreamId.intakeOf(Tenant.SINGLE);
    var stamp = new Stamp(1, MANAGER, clock.instant(), ZoneOffset.UTC, clock.instant());
    var unknown =
        new Event(stream, new CommandId("c"), stamp, new UnknownFact("intake.muted", "{}"));
    journal.append(ImmutableList.of(new Append(stream, 0, ImmutableList.of(unknown))));
    assertThatThrownBy(() -> response.receive(alert(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("event 1 of single/intake/intake is a intake.muted, which is not known here");
  }

  @Test
  void decides_anew_when_another_node_was_faster() {
    var other = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
    var overtaken =
        new FakeJournal(journal) {
          @Override
          void beforeAppend() {
            other.receive(alert(1, "192.0.2.1"));
          }
        };
    var engine = IncidentResponse.under(Ransomware.plan(), clock).journal(overtaken).build();
    var receipt = (Receipt.Placed) engine.receive(alert(1, "192.0.2.1"));
    assertThat(receipt.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(response.incidents(VIEWER)).hasSize(1);
  }

  @Test
  void gives_up_on_a_journal_that_is_always_in_conflict() {
    var stubborn =
        new FakeJournal(journal) {
          @Override
          public Appended append(ImmutableList<Append> appends) {
            return Appended.NOTHING;
          }
        };
    var engine = IncidentResponse.under(Ransomware.plan(), clock).journal(stubborn).build();
    assertThatThrownBy(() -> engine.receive(alert(1)))
        .isInstanceOf(JournalException.class)
        .hasMessage("single/intake/intake was changed by others 100 times in a row");
    assertThatThrownBy(
            () -> engine.submit(IncidentId.of("i"), HANDLER, new IncidentRequest.Open("x")))
        .isInstanceOf(JournalException.class)
        .hasMessage("single/incident/i was changed by others 100 times in a row");
  }

  @Test
  void one_alert_never_opens_two_incidents_however_many_nodes_receive_it() throws Exception {
    int nodes = 4;
    int alerts = 200;
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(nodes);
    try {
      List<Future<Integer>> opened = new ArrayList<>();
      for (int node = 0; node < nodes; node++) {
        var engine = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
        opened.add(
            threads.submit(
                () -> {
                  start.await();
                  int count = 0;
                  for (int i = 0; i < alerts; i++) {
                    // Ten addresses, so that alerts join; every node receives every alert.
                    var receipt = (Receipt.Placed) engine.receive(alert(i, "192.0.2." + i % 10));
                    count += receipt.outcome() == Outcome.OPENED ? 1 : 0;
                  }
                  return count;
                }));
      }
      start.countDown();
      int sum = 0;
      for (Future<Integer> each : opened) {
        sum += each.get();
      }
      assertThat(sum).isEqualTo(10);
    } finally {
      threads.shutdownNow();
    }
    assertThat(response.incidents(VIEWER)).hasSize(10);
    var attached = response.incidents(VIEWER).stream().mapToInt(i -> i.alerts().all().size()).sum();
    assertThat(attached).isEqualTo(alerts);
  }

  private Receipt.Placed placed(Alert alert) {
    return (Receipt.Placed) response.receive(alert);
  }

  private Incident incident(Receipt.Placed receipt) {
    return response.incident(receipt.incident(), VIEWER).orElseThrow();
  }

  /** A journal that lets a test step in before an append. */
  private static class FakeJournal implements Journal {
    private final Journal real;

    FakeJournal(Journal real) {
      this.real = real;
    }

    void beforeAppend() {}

    @Override
    public Appended append(ImmutableList<Append> appends) {
      beforeAppend();
      return real.append(appends);
    }

    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return real.read(stream, after);
    }

    @Override
    public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
      return real.streams(tenant, kind);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
