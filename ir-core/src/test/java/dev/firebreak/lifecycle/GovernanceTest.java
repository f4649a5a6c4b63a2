package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.Policy;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 4: under which version of which policies something was decided can be answered. */
class GovernanceTest {
  private static final IncidentId ID = IncidentId.of("a");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final Policies before = Policies.STANDARD.withCommand(new NightWatch("1"));
  private final Policies after = Policies.STANDARD.withCommand(new NightWatch("2"));

  /** A policy in some version. */
  private record NightWatch(String version) implements CommandPolicy {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of();
    }
  }

  @Test
  void is_recorded_when_an_incident_is_opened_and_whenever_it_changes() {
    submit(before, new IncidentRequest.Open("files"));
    submit(before, new TriageRequest.Acknowledge());
    assertThat(record().all(IncidentFact.Governed.class)).isEmpty();

    submit(after, new TriageRequest.Declare("it spreads"));
    submit(after, new TriageRequest.Judge(Verdict.TRUE_POSITIVE, "seen"));
    assertThat(record().all(IncidentFact.Governed.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.fact()).isEqualTo(new IncidentFact.Governed(after.labels()));
              assertThat(event.cause()).isEqualTo(next(event).cause());
            });
    assertThat(record().incident().origin().policies()).isEqualTo(after.labels());
  }

  @Test
  void can_be_asked_of_every_event() {
    assertThat(journal.read(ID.stream(), 0)).isEmpty();
    submit(before, new IncidentRequest.Open("files"));
    submit(before, new TriageRequest.Acknowledge());
    long last = record().incident().version();
    submit(after, new TriageRequest.Declare("it spreads"));
    var record = record();
    for (Event event : record.history()) {
      assertThat(record.policiesAt(event.sequence()))
          .isEqualTo(event.sequence() <= last ? before.labels() : after.labels());
    }
    assertThat(before.labels()).contains("night-watch@1").doesNotContain("night-watch@2");
  }

  @Test
  void a_refusal_and_what_finds_nothing_to_do_record_nothing() {
    submit(before, new IncidentRequest.Open("files"));
    long last = record().incident().version();
    assertThat(engine(after).submit(ID, HANDLER, new IncidentRequest.Open("again")).accepted())
        .isFalse();
    assertThat(record().incident().version()).isEqualTo(last);
  }

  @Test
  void names_every_kind_of_policy_that_an_engine_has() throws ReflectiveOperationException {
    var all = new ArrayList<String>();
    for (var component : Policies.class.getRecordComponents()) {
      var value = component.getAccessor().invoke(before);
      var policies = value instanceof Collection<?> several ? several : List.of(value);
      policies.forEach(policy -> all.add(((Policy) policy).label()));
    }
    assertThat(before.labels()).containsExactlyInAnyOrderElementsOf(all);
  }

  private Event next(Event event) {
    return record().history().get((int) event.sequence());
  }

  private IncidentResponse engine(Policies policies) {
    return IncidentResponse.under(Ransomware.plan(), new TestClock())
        .journal(journal)
        .policies(policies)
        .build();
  }

  private void submit(Policies policies, Request<?> request) {
    assertThat(engine(policies).submit(ID, HANDLER, request).accepted()).isTrue();
  }

  private IncidentRecord record() {
    return engine(before).record(ID, Viewer.of(HANDLER)).orElseThrow();
  }
}
