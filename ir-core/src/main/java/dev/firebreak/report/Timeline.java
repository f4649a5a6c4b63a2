package dev.firebreak.report;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What happened in an incident, for people, in the order in which it happened.
 *
 * <p>What was recorded later than it happened stands where it happened; its sequence number tells
 * when it was recorded.
 *
 * @param lines one for each event
 */
public record Timeline(IncidentId incident, ImmutableList<Line> lines) {

  /**
   * One event.
   *
   * @param sequence its place in the history
   * @param at when it happened
   * @param actor who did it
   * @param phase the phase that the incident was in after it
   * @param sentence what happened, without a full stop
   */
  public record Line(long sequence, Instant at, Actor actor, Phase phase, String sentence) {}

  /** Returns the timeline of an incident. */
  public static Timeline of(IncidentRecord record) {
    var inOrder =
        record.history().stream()
            .sorted(comparing(Event::occurred).thenComparing(Event::sequence))
            .toList();
    var lines = ImmutableList.<Line>builder();
    var phase = Phase.IDENTIFICATION;
    for (Event event : inOrder) {
      phase = after(event, phase);
      lines.add(
          new Line(event.sequence(), event.occurred(), event.actor(), phase, Sentences.of(event)));
    }
    return new Timeline(record.incident().id(), lines.build());
  }

  private static Phase after(Event event, Phase before) {
    if (event.fact() instanceof PhaseFact.Entered entered) {
      return entered.to();
    }
    return event.fact() instanceof PhaseFact.EpisodeStarted started ? started.in() : before;
  }

  /** Returns a table of the lines, with times in the zone. */
  public String toText(ZoneId zone) {
    var table = new Table("WHEN", "#", "PHASE", "WHO", "WHAT");
    for (Line line : lines) {
      table.add(
          Table.moment(line.at(), zone),
          Long.toString(line.sequence()),
          line.phase().name(),
          line.actor().id(),
          line.sentence());
    }
    return table.toText();
  }
}
