package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a clock runs.
 *
 * <p>What is told in hours is elapsed time, which no time zone and no daylight saving changes. What
 * is told in days or months ends with the last moment of its last day, where the calendar is.
 */
public sealed interface Period {
  /** No period is longer than ten years. */
  Duration LONGEST = Duration.ofDays(3_660);

  /**
   * Returns the last moment of the period, null if there is none.
   *
   * @param trigger when what starts it occurred
   */
  @Nullable Instant end(Instant trigger, BusinessCalendar calendar);

  /** Returns a period of elapsed time. */
  static Period of(Duration time) {
    return new Elapsed(time);
  }

  /**
   * Elapsed time, weekends included.
   *
   * @param time more than zero, at most ten years
   */
  record Elapsed(Duration time) implements Period {
    public Elapsed {
      checkTime(time);
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      return trigger.plus(time);
    }
  }

  /**
   * Working time: that of the calendar's working hours.
   *
   * @param time more than zero, at most ten years
   */
  record WorkingTime(Duration time) implements Period {
    public WorkingTime {
      checkTime(time);
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      return calendar.plusWorkingTime(trigger, time);
    }
  }

  /**
   * Calendar days after the day of the trigger.
   *
   * @param days within 1..3660
   */
  record Days(int days) implements Period {
    public Days {
      checkCount(days, LONGEST.toDays(), "days");
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      return calendar.endOf(calendar.dayOf(trigger).plusDays(days));
    }
  }

  /**
   * Calendar months: up to the same day of a later month, or to its last day where it is shorter;
   * Regulation (EEC, Euratom) 1182/71, Art. 3(2)(c), counts so.
   *
   * @param months within 1..120
   */
  record Months(int months) implements Period {
    public Months {
      checkCount(months, 120, "months");
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      return calendar.endOf(calendar.dayOf(trigger).plusMonths(months));
    }
  }

  /**
   * Working days after the day of the trigger, which is day 0 whether it is one or not; Form 8-K,
   * General Instruction B.1, counts so.
   *
   * @param days within 1..3660
   */
  record BusinessDays(int days) implements Period {
    public BusinessDays {
      checkCount(days, LONGEST.toDays(), "business days");
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      return calendar.endOf(calendar.plusWorkingDays(calendar.dayOf(trigger), days));
    }
  }

  /**
   * Calendar days after the end of the year of the trigger; 45 CFR 164.408(c) counts so.
   *
   * @param days within 1..3660
   */
  record DaysAfterYear(int days) implements Period {
    public DaysAfterYear {
      checkCount(days, LONGEST.toDays(), "days");
    }

    @Override
    public Instant end(Instant trigger, BusinessCalendar calendar) {
      var day = calendar.dayOf(trigger);
      return calendar.endOf(day.withDayOfYear(day.lengthOfYear()).plusDays(days));
    }
  }

  /** Without undue delay: as soon as possible, without a number. */
  record WithoutUndueDelay() implements Period {
    @Override
    public @Nullable Instant end(Instant trigger, BusinessCalendar calendar) {
      return null;
    }
  }

  /** Up to the moment that was given when the trigger was recorded; none if none was given. */
  record AsAsked() implements Period {
    @Override
    public @Nullable Instant end(Instant trigger, BusinessCalendar calendar) {
      return null;
    }
  }

  private static void checkTime(Duration time) {
    checkArgument(time.compareTo(Duration.ZERO) > 0, "within must be positive but was %s", time);
    checkArgument(
        time.compareTo(LONGEST) <= 0, "within must be at most %s but was %s", LONGEST, time);
  }

  private static void checkCount(int count, long most, String what) {
    checkArgument(
        count >= 1 && count <= most, "%s must be within 1..%s but was %s", what, most, count);
  }
}
