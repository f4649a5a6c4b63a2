package dev.firebreak.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When an attacker did something, as far as it is known.
 *
 * @param from when it began, or the earliest moment at which it may have happened
 * @param to when it ended, or the latest moment at which it may have happened; not before {@code
 *     from}
 * @param precision which of the two is meant
 */
public record ActivityTime(Instant from, Instant to, Precision precision) {
  /** How well a time is known. */
  public enum Precision {
    /** It began and ended at these moments; both are the same for what took no time. */
    KNOWN,
    /** It happened at some moment within these, such as on a day. */
    WITHIN
  }

  public ActivityTime {
    checkArgument(!to.isBefore(from), "activity must not end (%s) before it begins (%s)", to, from);
  }

  /** Returns the time of what took no time. */
  public static ActivityTime at(Instant moment) {
    return new ActivityTime(moment, moment, Precision.KNOWN);
  }

  /** Returns the time of what went on from one moment to another. */
  public static ActivityTime between(Instant from, Instant to) {
    return new ActivityTime(from, to, Precision.KNOWN);
  }

  /**
   * Returns the time of what happened at some moment not before the one and not after the other.
   */
  public static ActivityTime within(Instant earliest, Instant latest) {
    return new ActivityTime(earliest, latest, Precision.WITHIN);
  }

  /** Returns the time of what happened at some moment of a day, up to its last second. */
  public static ActivityTime on(LocalDate day, ZoneId zone) {
    var next = day.plusDays(1).atStartOfDay(zone).toInstant();
    return within(day.atStartOfDay(zone).toInstant(), next.minusSeconds(1));
  }
}
