package dev.firebreak.report;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.RecordedActivity;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import java.time.ZoneId;

/**
 * What attackers did, for people, in the order in which it began or may have begun.
 *
 * <p>Apart from the {@link Timeline} of the response: that one tells when each was recorded,
 * corrected or withdrawn. What was withdrawn stays, and is shown as such.
 *
 * @param lines one for each piece of activity
 */
public record AttackTimeline(IncidentId incident, ImmutableList<RecordedActivity> lines) {

  /** Returns what attackers did in an incident. */
  public static AttackTimeline of(IncidentRecord record) {
    var incident = record.incident();
    return new AttackTimeline(
        incident.id(),
        incident.analysis().activity().stream()
            .sorted(
                comparing((RecordedActivity each) -> each.activity().when().from())
                    .thenComparing(each -> each.activity().when().to()))
            .collect(toImmutableList()));
  }

  /** Returns a table of the lines, with times in the zone and a dash for what is not known. */
  public String toText(ZoneId zone) {
    var table =
        new Table("WHEN", "TECHNIQUE", "STATUS", "WHAT", "ASSETS", "OBSERVABLES", "EVIDENCE");
    for (RecordedActivity line : lines) {
      var activity = line.activity();
      table.add(
          when(activity.when(), zone),
          activity.technique() == null ? "-" : activity.technique().id(),
          status(line),
          activity.what(),
          listed(activity.assets()),
          listed(activity.observables()),
          listed(activity.evidence()));
    }
    return table.toText();
  }

  private static String when(ActivityTime when, ZoneId zone) {
    var from = Table.moment(when.from(), zone);
    if (when.from().equals(when.to())) {
      return from;
    }
    var span = from + " to " + Table.moment(when.to(), zone);
    return switch (when.precision()) {
      case KNOWN -> span;
      case WITHIN -> "within " + span;
    };
  }

  private static String status(RecordedActivity line) {
    if (!line.stands()) {
      return "WITHDRAWN";
    }
    return line.corrections() == 0 ? "STANDS" : "CORRECTED";
  }

  private static String listed(Iterable<?> values) {
    var all = Joiner.on(", ").join(values);
    return all.isEmpty() ? "-" : all;
  }
}
