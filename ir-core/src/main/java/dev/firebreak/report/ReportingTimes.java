package dev.firebreak.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertFact;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.IncidentRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long people took from noticing something to reporting it.
 *
 * @param all one for each report that belongs to an incident, in the order of the histories
 */
public record ReportingTimes(ImmutableList<Reported> all) {
  /**
   * One report.
   *
   * @param anonymous whether it names nobody
   * @param took from when it was noticed until it was received; zero if it claims to be from later
   */
  public record Reported(AlertKey report, boolean anonymous, Duration took) {}

  /** Returns the times of the reports of some incidents. */
  public static ReportingTimes of(List<IncidentRecord> records) {
    return new ReportingTimes(
        records.stream()
            .flatMap(record -> record.history().stream())
            .filter(event -> event.fact() instanceof AlertFact.Reported)
            .map(ReportingTimes::reported)
            .collect(toImmutableList()));
  }

  private static Reported reported(Event event) {
    var fact = (AlertFact.Reported) event.fact();
    var took = Duration.between(fact.noticed(), event.stamp().recorded());
    return new Reported(
        fact.alert(), fact.reporter() == null, took.isNegative() ? Duration.ZERO : took);
  }

  /** Returns the time that half of the reports took at most, if there are any. */
  public Optional<Duration> median() {
    var sorted = sorted();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** Returns the time that the slowest report took, if there are any. */
  public Optional<Duration> longest() {
    var sorted = sorted();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() - 1));
  }

  private ImmutableList<Duration> sorted() {
    return all.stream().map(Reported::took).sorted().collect(toImmutableList());
  }

  /** Returns how many there are, how many of them are anonymous, and how long they took. */
  public String toText() {
    var anonymous = all.stream().filter(Reported::anonymous).count();
    return "Reports by people: "
        + all.size()
        + ", of which anonymous: "
        + anonymous
        + median().map(span -> "; half within " + Table.span(span)).orElse("")
        + longest().map(span -> ", all within " + Table.span(span)).orElse("")
        + "\n";
  }
}
