package dev.firebreak.report;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Obligation;
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
 * @param lines one for each clock that was started, in that order
 */
public record Deadlines(Instant asOf, ImmutableList<Line> lines) {

  /**
   * One clock.
   *
   * @param title what has to be done, as the plan says
   * @param source what demands it, as the plan says
   * @param started when its trigger occurred
   * @param due the last moment at which it is met
   * @param stopped when it was met, or decided about; null while it runs
   * @param margin how long before its due moment it was stopped, or how much time is left; negative
   *     if that is after it
   */
  public record Line(
      ObligationId obligation,
      String title,
      String source,
      Instant started,
      Instant due,
      @Nullable Instant stopped,
      Clock.Status status,
      Duration margin) {}

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
    var clocks = record.incident().clocks().byObligation().values();
    return new Deadlines(
        asOf, clocks.stream().map(clock -> line(clock, plan, asOf)).collect(toImmutableList()));
  }

  private static Line line(Clock clock, ResponsePlan plan, Instant asOf) {
    var obligation =
        plan.obligations().stream()
            .filter(each -> each.id().equals(clock.obligation()))
            .findFirst();
    var end = clock.stopped() == null ? asOf : clock.stopped();
    return new Line(
        clock.obligation(),
        obligation.map(Obligation::title).orElse("not in " + plan.version()),
        obligation.map(Obligation::source).orElse("not in " + plan.version()),
        clock.started(),
        clock.due(),
        clock.stopped(),
        clock.statusAt(asOf),
        Duration.between(end, clock.due()));
  }

  /** Returns a table of the clocks; a negative margin is late. */
  public String toText(ZoneId zone) {
    var table = new Table("OBLIGATION", "STATUS", "STARTED", "DUE", "MARGIN", "WHAT (SOURCE)");
    for (Line line : lines) {
      table.add(
          line.obligation().value(),
          line.status().name(),
          Table.moment(line.started(), zone),
          Table.moment(line.due(), zone),
          Table.span(line.margin()),
          line.title() + " (" + line.source() + ")");
    }
    return table.toText();
  }
}
