package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.severity.SeverityRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Law 6: whatever is set by hand, lifted or runs out, no clock is loosened. */
class SeverityLawProperties {
  private static final Instant START = Instant.parse("2026-11-09T09:00:00Z");

  @Property(tries = 200)
  void no_clock_is_due_later_than_it_was(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 8) Integer> steps) {
    var contain =
        Obligation.builder("contain")
            .starts(Milestone.OPENED)
            .ends(Milestone.CONTAINED)
            .within(Period.of(Duration.ofHours(16)))
            .levels(
                ImmutableMap.of(
                    Duties.LEVELS.get(1), Period.of(Duration.ofHours(4)),
                    Duties.LEVELS.get(2), Period.of(Duration.ofHours(1))))
            .build();
    var duties = Duties.openedAt(START.toString(), contain);
    var due = duties.clock("contain").due();
    for (int i = 0; i < steps.size(); i++) {
      var now = START.plus(Duration.ofMinutes(i + 1L));
      duties.at(now.toString());
      duties.wakes();
      int step = steps.get(i);
      if (step < 6) {
        var until = step < 3 ? now.plusSeconds(90) : null;
        duties.does(new SeverityRequest.Overrule(Duties.LEVELS.get(step % 3), "it is so", until));
      } else if (duties.incident().assessment().overruling() != null) {
        duties.does(new SeverityRequest.Lift("all quiet"));
      }
      var after = duties.clock("contain").due();
      assertThat(due == null || (after != null && !after.isAfter(due))).isTrue();
      due = after;
    }
  }
}
