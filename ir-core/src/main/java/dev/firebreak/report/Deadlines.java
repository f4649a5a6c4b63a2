package dev.firebreak.report;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.plan.ResponsePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of an incident, and how each stands.
 *
 * @param asOf the moment of the question
 * @param lines one for each clock that was started, those first that have started anew since
 */
public record Deadlines(Instant asOf, ImmutableList<Line> lines) {

  /**
   * One clock.
   *
   * @param title what has to be done, as the plan says
   * @param source what demands it, as the plan says
   * @param started when its trigger occurred
   * @param due the last moment at which it is met, null if there is no number
   * @param changes how it came to be due then, oldest first; empty if it always was
   * @param stopped when it was met, lapsed, or was decided about; null while it runs
   * @param margin how long before its due moment it was stopped, or how much time is left; negative
   *     if that is after it, null if there is no number
   * @param paused how long it stood still, so far
   * @param note the reason that was given for a pause or a delay, or for deciding against it; null
   *     if none was
   */
  public record Line(
      ObligationId obligation,
      String title,
      String source,
      Instant started,
      @Nullable Instant due,
      ImmutableList<Change> changes,
      @Nullable Instant stopped,
      Clock.Status status,
      @Nullable Duration margin,
      Duration paused,
      @Nullable String note) {}

  /**
   * A change of what is due.
   *
   * @param from when it was due before, null if there was no number
   * @param to when it was due from then on, null if there was no number
   * @param because why
   */
  public record Change(@Nullable Instant from, @Nullable Instant to, String because) {}

  /**
   * Returns the deadlines of an incident.
   *
   * @param plan the plan that it runs under
   * @throws IllegalArgumentException if it runs under another plan
   */
  public static Deadlines of(ResponsePlan plan, IncidentRecord record, Instant asOf) {
    var under = record.incident().origin().plan();
    checkArgument(
        plan.version().equals(under),
        "the incident runs under %s and not under %s",
        under,
        plan.version());
    var clocks = record.incident().clocks();
    var all = Iterables.concat(clocks.earlier(), clocks.byObligation().values());
    return new Deadlines(
        asOf,
        Streams.stream(all)
            .map(clock -> line(clock, plan, record, asOf))
            .collect(toImmutableList()));
  }

  private static Line line(Clock clock, ResponsePlan plan, IncidentRecord record, Instant asOf) {
    var obligation = plan.obligation(clock.obligation());
    return new Line(
        clock.obligation(),
        obligation.map(Obligation::title).orElse("not in " + plan.version()),
        obligation.map(Obligation::source).orElse("not in " + plan.version()),
        clock.started(),
        clock.due(),
        changes(clock, record),
        clock.stopped(),
        clock.statusAt(asOf),
        clock.marginAt(asOf),
        paused(clock, asOf),
        note(clock));
  }

  private static ImmutableList<Change> changes(Clock clock, IncidentRecord record) {
    if (clock.changed() == null) {
      return ImmutableList.of();
    }
    var changes = ImmutableList.<Change>builder();
    boolean its = false;
    for (Event event : record.history()) {
      if (event.fact() instanceof ObligationFact.Started started
          && started.obligation().equals(clock.obligation())) {
        its = event.sequence() == clock.begun();
      } else if (its
          && event.fact() instanceof ObligationFact.Corrected fact
          && fact.obligation().equals(clock.obligation())) {
        changes.add(new Change(fact.from(), fact.schedule().due(), fact.because()));
      }
    }
    return changes.build();
  }

  private static Duration paused(Clock clock, Instant asOf) {
    var since = clock.pauses().since();
    var end = clock.stopped() == null ? asOf : clock.stopped();
    return since == null
        ? clock.pauses().elapsed()
        : clock.pauses().elapsed().plus(Duration.between(since, end));
  }

  private static @Nullable String note(Clock clock) {
    var ending = clock.ending();
    if (ending != null && ending.reason() != null) {
      return ending.reason();
    }
    return clock.delay() == null ? clock.pauses().reason() : clock.delay();
  }

  /** Returns a table of the clocks; a negative margin is late. */
  public String toText(ZoneId zone) {
    var table = new Table("OBLIGATION", "STATUS", "STARTED", "DUE", "MARGIN", "WHAT (SOURCE)");
    for (Line line : lines) {
      table.add(
          line.obligation().value(),
          line.status().name(),
          Table.moment(line.started(), zone),
          moment(line.due(), zone),
          line.margin() == null ? "-" : Table.span(line.margin()),
          line.title() + " (" + line.source() + ")" + more(line));
      for (Change change : line.changes()) {
        table.add("", "", "was due", moment(change.from(), zone), "", change.because());
      }
    }
    return table.toText();
  }

  private static String more(Line line) {
    return (line.paused().isZero() ? "" : "; paused for " + Table.span(line.paused()))
        + (line.note() == null ? "" : "; " + line.note());
  }

  private static String moment(@Nullable Instant at, ZoneId zone) {
    return at == null ? "without undue delay" : Table.moment(at, zone);
  }
}
