package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;

/**
 * When a reminder of a deadline comes.
 *
 * @param percent how much of the time has passed then, within 1..99; 0 to use the other
 * @param before how long before the deadline; zero to use the other
 */
public record Reminder(int percent, Duration before) {
  public Reminder {
    checkArgument(
        percent >= 0 && percent < 100, "percent must be within 1..99 but was %s", percent);
    checkArgument(!before.isNegative(), "before must not be negative but was %s", before);
    checkArgument(
        (percent == 0) != before.isZero(), "a reminder has a percentage or a time before");
  }

  /** Returns a reminder when that much of the time has passed, in percent. */
  public static Reminder after(int percent) {
    return new Reminder(percent, Duration.ZERO);
  }

  /** Returns a reminder that long before the deadline. */
  public static Reminder before(Duration time) {
    return new Reminder(0, time);
  }

  /** Returns when it comes, at the earliest when the clock starts. */
  public Instant at(Instant started, Instant due) {
    var at =
        percent == 0
            ? due.minus(before)
            : started.plus(Duration.between(started, due).multipliedBy(percent).dividedBy(100));
    return BusinessCalendar.later(started, at);
  }
}
