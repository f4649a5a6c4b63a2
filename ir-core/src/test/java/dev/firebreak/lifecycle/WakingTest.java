package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WakingTest {
  private static final Tenant US = Tenant.SINGLE;

  private final TestClock clock = new TestClock();
  private final WatchedJournal journal = new WatchedJournal();
  private final IncidentResponse response = on(journal);

  @Test
  void has_nothing_to_do_where_nothing_is_due() {
    assertThat(response.nextDue(US)).isEmpty();
    assertThat(response.wake(US)).isEmpty();
    open("a");
    setFor("a", START.plusSeconds(60));
    assertThat(response.wake(US)).isEmpty();
    assertThat(rung("a")).isZero();
  }

  @Test
  void does_what_is_due_once_and_in_order_of_time() {
    open("a");
    open("b");
    setFor("a", START.plusSeconds(30));
    setFor("b", START.plusSeconds(10));
    setFor("b", START.plusSeconds(90));
    assertThat(response.nextDue(US)).contains(START.plusSeconds(10));
    clock.pass("PT1M");
    assertThat(response.wake(US))
        .extracting(decision -> ((Decision.Accepted) decision).events().get(0).stream().name())
        .containsExactly("b", "a");
    assertThat(response.wake(US)).isEmpty();
    assertThat(rung("a")).isEqualTo(1);
    assertThat(rung("b")).isEqualTo(1);
    assertThat(response.nextDue(US)).contains(START.plusSeconds(90));
  }

  @Test
  void is_due_at_the_very_moment() {
    open("a");
    setFor("a", START);
    assertThat(response.wake(US)).hasSize(1);
  }

  @Test
  void does_what_outlives_the_incident() {
    open("a");
    setFor("a", START.plusSeconds(30));
    submit("a", new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a test"));
    submit("a", new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a test"));
    assertThat(response.find(IncidentQuery.ALL, Viewer.of(MANAGER))).isEmpty();
    assertThat(response.nextDue(US)).contains(START.plusSeconds(30));
    clock.pass("PT1M");
    assertThat(on(journal).wake(US)).hasSize(1);
    assertThat(response.nextDue(US)).isEmpty();
    assertThat(rung("a")).isEqualTo(1);
  }

  @Test
  void touches_only_the_incidents_in_which_something_is_due() {
    open("a");
    open("b");
    setFor("a", START.plusSeconds(30));
    setFor("b", START.plusSeconds(3600));
    response.nextDue(US);
    clock.pass("PT1M");
    journal.calls.clear();
    response.wake(US);
    assertThat(journal.calls).isNotEmpty().noneMatch(call -> call.endsWith(" b"));
  }

  @Test
  void asks_again_at_each_call_for_what_was_refused_but_is_not_woken_for_it() {
    open("a");
    setFor("a", START.plusSeconds(10));
    setFor("a", START.plusSeconds(20));
    submit("a", new Alarms.Asked.Jam(true));
    clock.pass("PT1M");
    assertThat(response.nextDue(US)).contains(START.plusSeconds(10));
    assertThat(response.wake(US)).hasSize(2).noneMatch(Decision::accepted);
    assertThat(response.nextDue(US)).isEmpty();
    assertThat(response.wake(US)).hasSize(2).noneMatch(Decision::accepted);

    submit("a", new Alarms.Asked.Jam(false));
    assertThat(response.nextDue(US)).contains(START.plusSeconds(10));
    assertThat(response.wake(US)).hasSize(2).allMatch(Decision::accepted);
    assertThat(rung("a")).isEqualTo(2);
  }

  @Test
  void leaves_to_others_what_they_did_meanwhile() {
    var shared = new WatchedJournal();
    var other = on(shared);
    dueIn(other);
    var late = on(meddled(shared, () -> assertThat(other.wake(US)).hasSize(1)));
    assertThat(late.wake(US)).isEmpty();
    assertThat(rung(late, "a")).isEqualTo(1);
    assertThat(late.nextDue(US)).isEmpty();
  }

  @Test
  void goes_on_with_what_fell_due_because_of_others() {
    var shared = new WatchedJournal();
    var other = on(shared);
    dueIn(other);
    var more = new Alarms.Asked.SetFor(START.plusSeconds(7));
    var late = on(meddled(shared, () -> other.submit(IncidentId.of("a"), HANDLER, more)));
    assertThat(late.wake(US)).hasSize(2).allMatch(Decision::accepted);
    assertThat(rung(other, "a")).isEqualTo(2);
  }

  private void dueIn(IncidentResponse engine) {
    engine.submit(IncidentId.of("a"), HANDLER, new IncidentRequest.Open("a"));
    engine.submit(IncidentId.of("a"), HANDLER, new Alarms.Asked.SetFor(START.plusSeconds(5)));
    clock.pass("PT1M");
  }

  /** Returns the journal as one before whose first append somebody else does something. */
  private static WatchedJournal meddled(WatchedJournal shared, Runnable meddling) {
    return new WatchedJournal(shared) {
      private boolean done;

      @Override
      void beforeAppend(ImmutableList<Append> appends) {
        if (!done) {
          done = true;
          meddling.run();
        }
      }
    };
  }

  @Test
  void does_the_rest_when_it_fails_in_some_and_says_all_that_failed() {
    var full = new IllegalStateException("full");
    var failing =
        new WatchedJournal() {
          private boolean broken;

          @Override
          void beforeAppend(ImmutableList<Append> appends) {
            if (broken && !appends.get(0).stream().name().equals("c")) {
              throw appends.get(0).stream().name().equals("d")
                  ? full
                  : JournalException.failed(appends.get(0).stream().name(), null);
            }
          }
        };
    var engine = on(failing);
    for (String name : List.of("a", "b", "c", "d", "e")) {
      engine.submit(IncidentId.of(name), HANDLER, new IncidentRequest.Open(name));
      engine.submit(IncidentId.of(name), HANDLER, new Alarms.Asked.SetFor(START));
    }
    failing.broken = true;
    assertThatThrownBy(() -> engine.wake(US))
        .hasMessage("a")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("b", "full", "e"));
    assertThat(rung(engine, "c")).isEqualTo(1);
    failing.broken = false;
    assertThat(engine.nextDue(US)).contains(START);
    assertThat(engine.wake(US)).hasSize(4);
  }

  @Test
  void throws_the_same_failure_of_several_incidents_once() {
    var full = new IllegalStateException("full");
    var failing =
        new WatchedJournal() {
          private boolean broken;

          @Override
          void beforeAppend(ImmutableList<Append> appends) {
            if (broken) {
              throw full;
            }
          }
        };
    var engine = on(failing);
    for (String name : List.of("a", "b")) {
      engine.submit(IncidentId.of(name), HANDLER, new IncidentRequest.Open(name));
      engine.submit(IncidentId.of(name), HANDLER, new Alarms.Asked.SetFor(START));
    }
    failing.broken = true;
    assertThatThrownBy(() -> engine.wake(US)).isSameAs(full).hasNoSuppressedExceptions();
  }

  @Property(tries = 30)
  void law_7_each_timer_fires_once_however_many_engines_wake_at_once(@ForAll long seed)
      throws Exception {
    var random = new Random(seed);
    var shared = new WatchedJournal();
    var engines = List.of(on(shared), on(shared), on(shared));
    for (int i = 0; i < 3; i++) {
      engines.get(i).submit(IncidentId.of("i" + i), HANDLER, new IncidentRequest.Open("x"));
    }
    for (int i = 0; i < 12; i++) {
      var at = new Alarms.Asked.SetFor(START.plusSeconds(i));
      var id = IncidentId.of("i" + random.nextInt(3));
      engines.get(random.nextInt(3)).submit(id, HANDLER, at);
    }
    var wakes = new ArrayList<Callable<List<Decision>>>();
    engines.forEach(engine -> wakes.add(() -> engine.wake(US)));
    var threads = Executors.newFixedThreadPool(engines.size());
    try {
      clock.pass("PT" + random.nextInt(12) + "S");
      for (var woken : threads.invokeAll(wakes)) {
        assertThat(woken.get()).allMatch(Decision::accepted);
      }
      clock.pass("PT12S");
      int fired = 0;
      for (var woken : threads.invokeAll(wakes)) {
        fired += woken.get().size();
      }
      assertThat(fired).isLessThanOrEqualTo(12);
    } finally {
      threads.shutdown();
    }
    int rung = 0;
    for (int i = 0; i < 3; i++) {
      rung += rung(engines.get(i), "i" + i);
      assertThat(engines.get(i).nextDue(US)).isEmpty();
    }
    assertThat(rung).isEqualTo(12);
  }

  @Test
  void many_timers_of_one_incident_fire_once_each() {
    open("a");
    for (int i = 0; i < 100; i++) {
      setFor("a", START.plusSeconds(i));
    }
    clock.pass("PT1H");
    assertThat(response.wake(US)).hasSize(100);
    assertThat(rung("a")).isEqualTo(100);
  }

  private IncidentResponse on(Journal on) {
    var plan = Ransomware.plan("1").obligations().build(); // nothing else is due
    return IncidentResponse.under(plan, clock)
        .journal(on)
        .concepts(Concepts.STANDARD.and(Alarms.CONCEPT))
        .policies(Alarms.POLICIES)
        .build();
  }

  private void open(String name) {
    submit(name, new IncidentRequest.Open(name));
  }

  private void setFor(String name, Instant at) {
    submit(name, new Alarms.Asked.SetFor(at));
  }

  private void submit(String name, Request<?> request) {
    assertThat(response.submit(IncidentId.of(name), MANAGER, request).accepted()).isTrue();
  }

  private int rung(String name) {
    return rung(response, name);
  }

  private static int rung(IncidentResponse engine, String name) {
    var incident = engine.incident(IncidentId.of(name), Viewer.of(MANAGER)).orElseThrow();
    return incident.part(Alarms.CONCEPT).rung();
  }
}
