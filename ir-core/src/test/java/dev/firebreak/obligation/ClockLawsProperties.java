package dev.firebreak.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.testkit.SeededIncidents;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for the clocks of any incident. */
class ClockLawsProperties {

  private static IncidentRecord record(long seed) {
    var incidents = SeededIncidents.of(seed);
    return incidents.nextRecord(incidents.nextPlan());
  }

  @Property(tries = 150)
  void what_comes_next_is_what_a_look_at_every_clock_finds(@ForAll long seed) {
    var record = record(seed);
    var incident = Incident.blank(record.incident().id(), Concepts.STANDARD);
    for (Event event : record.history()) {
      incident = incident.after(event);
      var clocks = incident.clocks();
      var earliest =
          clocks.byObligation().values().stream()
              .map(Clock::alarm)
              .filter(Objects::nonNull)
              .min(Instant::compareTo);
      assertThat(clocks.nextDue()).isEqualTo(earliest.orElse(null));
      var all = clocks.byObligation().values().stream().map(Clock::alarm);
      assertThat(clocks.dueBy(Instant.MAX)).hasSize((int) all.filter(Objects::nonNull).count());
    }
  }

  @Property(tries = 150)
  void no_deadline_is_missed_twice_and_no_duty_is_paused(@ForAll long seed) {
    var due = new HashMap<ObligationId, Set<Instant>>();
    var pausable = new HashMap<ObligationId, Boolean>();
    for (Event event : record(seed).history()) {
      if (event.fact() instanceof ObligationFact.Started started) {
        due.put(started.obligation(), new HashSet<>());
        pausable.put(started.obligation(), started.pausable());
      } else if (event.fact() instanceof ObligationFact.Missed missed) {
        assertThat(due.get(missed.obligation()).add(missed.due())).isTrue();
      } else if (event.fact() instanceof ObligationFact.Paused paused) {
        assertThat(pausable.get(paused.obligation())).isTrue();
      }
    }
  }

  @Test
  void random_incidents_come_to_every_fact_about_clocks() {
    var all = Set.copyOf(Clocks.CONCEPT.facts().values());
    var seen = new HashSet<Class<?>>();
    for (int seed = 0; seed < 40_000 && !seen.containsAll(all); seed++) {
      record(seed).history().forEach(event -> seen.add(event.fact().getClass()));
    }
    assertThat(Sets.difference(all, seen)).isEmpty();
  }
}
