package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineObserverTest {
  private static final IncidentId ID = IncidentId.of("a");

  private final TestClock clock = new TestClock();
  private final Recording observer = new Recording();
  private long nanos;

  /** Takes note of everything. */
  private static final class Recording implements EngineObserver {
    final List<String> seen = new ArrayList<>();

    @Override
    public Scope commandStarted(IncidentId incident, Request<?> request) {
      seen.add("start " + request.getClass().getSimpleName() + " in " + incident);
      return (outcome, took) -> seen.add("end " + outcome.word() + " after " + took);
    }

    @Override
    public Scope alertStarted(AlertKey alert) {
      seen.add("start " + alert.source());
      return (outcome, took) -> seen.add("end " + outcome.word() + " after " + took);
    }

    @Override
    public void journalAppended(long took) {
      seen.add("append after " + took);
    }

    @Override
    public void conflict(StreamId stream) {
      seen.add("conflict in " + stream.name());
    }
  }

  @Test
  void sees_each_command_with_its_outcome_and_how_long_it_took() {
    var response = on(new WatchedJournal());
    var open = new IncidentRequest.Open("Files");
    var command = new Command(new CommandId("c"), ID, HANDLER, null, open);
    response.submit(command);
    response.submit(command);
    response.submit(ID, HANDLER, open);
    assertThat(observer.seen)
        .containsExactly(
            "start Open in a",
            "append after 1",
            "end recorded after 3",
            "start Open in a",
            "end unchanged after 1",
            "start Open in a",
            "end refused after 1");
  }

  @Test
  void sees_each_alert() {
    var response = on(new WatchedJournal());
    var alert = Ransomware.alert(1, "192.0.2.1");
    response.receive(alert);
    response.receive(alert);
    assertThat(observer.seen)
        .containsExactly(
            "start suricata",
            "append after 1",
            "end recorded after 3",
            "start suricata",
            "end unchanged after 1");
  }

  @Test
  void sees_a_conflict_and_that_it_was_decided_anew() {
    var shared = new WatchedJournal();
    var other = IncidentResponse.under(Ransomware.plan(), clock).journal(shared).build();
    var response =
        on(
            new WatchedJournal(shared) {
              @Override
              void beforeAppend(ImmutableList<Append> appends) {
                other.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
              }
            });
    response.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
    assertThat(observer.seen)
        .containsExactly("start Open in a", "conflict in a", "end refused after 3");
  }

  @Test
  void sees_that_a_command_failed() {
    var response =
        on(
            new WatchedJournal() {
              @Override
              void beforeAppend(ImmutableList<Append> appends) {
                throw JournalException.failed("full", null);
              }
            });
    assertThatThrownBy(() -> response.submit(ID, HANDLER, new IncidentRequest.Open("Files")))
        .hasMessage("full");
    assertThat(observer.seen).containsExactly("start Open in a", "end failed after 2");
  }

  @Test
  void sees_what_the_engine_does_by_itself() {
    var response = on(new WatchedJournal());
    response.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
    response.submit(ID, HANDLER, new Alarms.Asked.SetFor(clock.instant()));
    response.incidents(Viewer.of(HANDLER));
    observer.seen.clear();
    response.wake(Tenant.SINGLE);
    assertThat(observer.seen)
        .containsExactly("start Ring in a", "append after 1", "end recorded after 3");
  }

  @Test
  void sees_that_others_did_what_was_due() {
    var shared = new WatchedJournal();
    var other = engine(shared).build();
    var response =
        on(
            new WatchedJournal(shared) {
              @Override
              void beforeAppend(ImmutableList<Append> appends) {
                other.wake(Tenant.SINGLE);
              }
            });
    other.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
    other.submit(ID, HANDLER, new Alarms.Asked.SetFor(clock.instant()));
    assertThat(response.wake(Tenant.SINGLE)).isEmpty();
    assertThat(observer.seen)
        .containsExactly("start Ring in a", "conflict in a", "end unchanged after 3");
  }

  @Test
  void hurts_nobody_when_it_throws() {
    EngineObserver broken =
        new EngineObserver() {
          @Override
          public Scope commandStarted(IncidentId incident, Request<?> request) {
            if (request instanceof TriageRequest) {
              throw new IllegalStateException("start");
            }
            return (outcome, took) -> {
              throw new IllegalStateException("end");
            };
          }

          @Override
          public void journalAppended(long took) {
            throw new IllegalStateException("append");
          }
        };
    var response =
        IncidentResponse.under(Ransomware.plan(), clock).observer(broken, () -> 0).build();
    assertThat(response.submit(ID, HANDLER, new IncidentRequest.Open("Files")).accepted()).isTrue();
    assertThat(response.submit(ID, HANDLER, new TriageRequest.Acknowledge()).accepted()).isTrue();
  }

  @Test
  void need_not_take_note_of_anything() {
    var shared = new WatchedJournal();
    var other = IncidentResponse.under(Ransomware.plan(), clock).journal(shared).build();
    var response =
        IncidentResponse.under(Ransomware.plan(), clock)
            .observer(new EngineObserver() {}, () -> 0)
            .listener(
                (command, decision) -> {
                  throw new IllegalStateException("listener");
                })
            .journal(
                new WatchedJournal(shared) {
                  @Override
                  void beforeAppend(ImmutableList<Append> appends) {
                    other.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
                  }
                })
            .build();
    assertThat(response.submit(ID, HANDLER, new TriageRequest.Acknowledge()).accepted()).isFalse();
    assertThat(response.submit(ID, HANDLER, new IncidentRequest.Open("Files")).accepted())
        .isFalse();
    assertThat(response.receive(Ransomware.alert(1, "192.0.2.1"))).isNotNull();
    assertThat(response.incidents(Viewer.of(HANDLER))).hasSize(2);
  }

  @Test
  void passes_on_that_the_journal_is_closed() {
    var journal = new WatchedJournal();
    new Observation(observer, () -> 0).watch(journal).close();
    assertThat(journal.calls).containsExactly("close");
  }

  private IncidentResponse on(Journal journal) {
    return engine(journal).observer(observer, () -> nanos++).build();
  }

  private IncidentResponse.Builder engine(Journal journal) {
    return IncidentResponse.under(Ransomware.plan(), clock)
        .journal(journal)
        .concepts(Concepts.STANDARD.and(Alarms.CONCEPT))
        .policies(Alarms.POLICIES);
  }
}
