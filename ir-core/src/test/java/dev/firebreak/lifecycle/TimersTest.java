package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Duties.ADA;
import static dev.firebreak.lifecycle.Duties.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Reminder;
import dev.firebreak.plan.ResponsePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Timers fire once, whatever the clock does. */
class TimersTest {
  private static final int MANY = 10_000;
  private static final Instant START = Instant.parse("2026-11-09T00:00:00Z");

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();

  private static Obligation timer(int number, int minutes) {
    return Obligation.builder("o" + number)
        .starts(Milestone.OPENED)
        .within(Period.of(Duration.ofMinutes(minutes)))
        .ends(Milestone.CLOSED)
        .build();
  }

  private IncidentResponse engine(ResponsePlan plan) {
    return IncidentResponse.under(plan, clock).journal(journal).build();
  }

  private static Map<String, Integer> fired(Incident incident, IncidentResponse engine) {
    var fired = new HashMap<String, Integer>();
    for (var event : engine.record(incident.id(), Viewer.of(ADA)).orElseThrow().history()) {
      if (event.fact() instanceof ObligationFact.Missed missed) {
        assertThat(event.occurred()).isAfter(missed.due());
        fired.merge(missed.obligation().value(), 1, Integer::sum);
      }
    }
    return fired;
  }

  private static int wakes(IncidentResponse engine) {
    var decisions = engine.wake(Tenant.SINGLE);
    assertThat(decisions).allMatch(Decision::accepted);
    return decisions.size();
  }

  @Test
  void ten_thousand_in_one_incident_fire_once_each() {
    var plan =
        Duties.plan(IntStream.range(0, MANY).mapToObj(i -> timer(i, 1 + i % 1_000)).toList());
    clock.set(START);
    var engine = engine(plan);
    engine.submit(IncidentId.of("inc-1"), ADA, new IncidentRequest.Open("many"));
    assertThat(engine.nextDue(Tenant.SINGLE)).contains(START.plusSeconds(60).plusNanos(1));
    assertThat(wakes(engine)).isZero();

    clock.set(START.plusSeconds(60));
    assertThat(wakes(engine)).as("at the moment when ten are due, none is late").isZero();
    clock.set(START.plusSeconds(60).plusNanos(1));
    assertThat(wakes(engine)).isEqualTo(10);
    assertThat(wakes(engine)).as("woken twice").isZero();
    clock.set(START.minusSeconds(3_600));
    assertThat(wakes(engine)).as("the clock was stepped back").isZero();
    clock.set(START.plusSeconds(30_000));
    var restarted = engine(plan);
    assertThat(wakes(restarted)).as("woken late, after a restart").isEqualTo(4_980);
    assertThat(wakes(engine)).as("two engines on one journal").isZero();
    clock.set(START.plusSeconds(100_000));
    wakes(engine);
    assertThat(engine.nextDue(Tenant.SINGLE)).isEmpty();

    var fired = fired(engine.incidents(Viewer.of(ADA)).get(0), engine);
    assertThat(fired).hasSize(MANY);
    assertThat(fired.values()).containsOnly(1);
  }

  @Test
  void ten_thousand_in_one_store_fire_once_each() {
    var plan = Duties.plan(timer(0, 60));
    var engine = engine(plan);
    for (int i = 0; i < MANY; i++) {
      clock.set(START.plusSeconds(i));
      engine.submit(IncidentId.of("inc-" + i), ADA, new IncidentRequest.Open("one"));
    }
    clock.set(START.plusSeconds(3_600 + 4_999).plusNanos(1));
    assertThat(engine.nextDue(Tenant.SINGLE)).contains(START.plusSeconds(3_600).plusNanos(1));
    assertThat(wakes(engine)).isEqualTo(5_000);
    clock.set(START);
    assertThat(wakes(engine)).isZero();
    clock.set(START.plusSeconds(86_400));
    var restarted = engine(plan);
    assertThat(wakes(restarted)).isEqualTo(5_000);
    assertThat(wakes(engine)).isZero();
    assertThat(engine.nextDue(Tenant.SINGLE)).isEmpty();
    for (Incident incident : engine.incidents(Viewer.of(ADA))) {
      assertThat(fired(incident, engine)).containsExactly(Map.entry("o0", 1));
    }
  }

  @Test
  void a_reminder_and_the_deadline_fire_once_each_also_when_both_are_late() {
    var timer =
        Obligation.builder("o")
            .starts(Milestone.OPENED)
            .within(Period.of(Duration.ofHours(4)))
            .ends(Milestone.CLOSED)
            .reminder(Reminder.after(75))
            .build();
    var onTime = Duties.openedAt("2026-11-09T00:00:00Z", timer);
    assertThat(onTime.at("2026-11-09T02:59:59Z").wakes()).isEmpty();
    assertThat(onTime.at("2026-11-09T03:00:00Z").wakes()).containsExactly("obligation.reminded o");
    assertThat(onTime.wakes()).isEmpty();
    assertThat(onTime.at("2026-11-09T04:00:01Z").wakes()).containsExactly("obligation.missed o");

    var late = Duties.openedAt("2026-11-09T00:00:00Z", timer).at("2026-11-10T00:00:00Z");
    assertThat(late.wakes()).containsExactly("obligation.reminded o", "obligation.missed o");
    assertThat(late.severity(LEVELS.size() - 1).wakes()).isEmpty();
  }
}
