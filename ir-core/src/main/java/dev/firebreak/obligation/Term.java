package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.severity.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the time of an obligation is counted.
 *
 * @param within how long it is; null if it has a time only at some levels of severity
 * @param levels for a service level, how long it is at which severity; empty for all else
 * @param latest a second limit, null if none
 * @param extension what becomes of a deadline on a day on which nobody works
 * @param calendar of whom it is due to, or whose service level it is
 */
public record Term(
    @Nullable Period within,
    ImmutableMap<Severity, Period> levels,
    @Nullable Limit latest,
    Extension extension,
    BusinessCalendar calendar) {
  public Term {
    checkArgument(within != null || !levels.isEmpty(), "an obligation needs a period");
    checkArgument(
        extension != Extension.NEXT_WORKING_DAY || !countsTime(within),
        "a period in hours is not extended to the next working day but was %s",
        within);
    if (!levels.isEmpty()) {
      checkArgument(within == null || countsTime(within), "%s cannot be paused", within);
      levels.values().forEach(each -> checkArgument(countsTime(each), "%s cannot be paused", each));
    }
  }

  /** Returns a term of elapsed time. */
  public static Term of(Duration within) {
    return of(Period.of(within));
  }

  /** Returns a term of one period. */
  public static Term of(Period within) {
    return new Term(within, ImmutableMap.of(), null, Extension.NONE, BusinessCalendar.UTC);
  }

  /** Returns the period that applies, null if none does. */
  public @Nullable Period periodAt(@Nullable Severity level) {
    var promised = level == null ? null : levels.get(level);
    return promised == null ? within : promised;
  }

  /**
   * Returns the last moment at which it is met, null if there is no number.
   *
   * @param started when the clock started
   * @param asked what was asked for, if anything was
   * @param level the severity by which it counts, null if that is not known
   * @param limitFrom when the trigger of the second limit occurred, null if it did not
   * @param pauses how long it was paused
   */
  public @Nullable Instant end(
      Instant started,
      @Nullable Instant asked,
      @Nullable Severity level,
      @Nullable Instant limitFrom,
      Pauses pauses) {
    var period = periodAt(level);
    if (period == null) {
      return null;
    }
    var end = period instanceof Period.AsAsked ? asked : end(period, started, pauses);
    if (latest != null && limitFrom != null) {
      var limit = latest.within().end(limitFrom, calendar);
      if (limit != null && !limit.isBefore(started)) {
        end = end == null ? limit : BusinessCalendar.earlier(end, limit);
      }
    }
    return end == null ? null : extension.extend(end, calendar);
  }

  private @Nullable Instant end(Period period, Instant started, Pauses pauses) {
    if (pauses.elapsed().isZero()) {
      return period.end(started, calendar);
    }
    return period instanceof Period.WorkingTime working
        ? calendar.plusWorkingTime(started, working.time().plus(pauses.working()))
        : started.plus(((Period.Elapsed) period).time()).plus(pauses.elapsed());
  }

  private static boolean countsTime(@Nullable Period period) {
    return period instanceof Period.Elapsed || period instanceof Period.WorkingTime;
  }
}
