package dev.firebreak.obligation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How periods in hours are counted under Regulation (EEC, Euratom) 1182/71, from the strictest
 * reading to the most lenient.
 *
 * <p>The strict reading is what clocks and alarms go by; the others tell whether something that was
 * late by it may still be in time.
 *
 * @param strict the trigger and the period, which no reading makes earlier
 * @param rounded the period after the hour of the trigger, which Art. 3(1) does not count
 * @param extended the same, but with at least two working days in it, as Art. 3(5) asks for any
 *     period of two days or more; whether that goes for hours is disputed
 */
public record Regulation1182(Instant strict, Instant rounded, Instant extended) {

  /** How something stands to the readings. */
  public enum Punctuality {
    /** It is in time under every reading. */
    PASS,
    /** It is late by the strict reading, and in time under a more lenient one. */
    LATE_TOLERATED,
    /** It is late under every reading. */
    FAIL
  }

  /**
   * A judgement.
   *
   * @param clause the reading that tolerates it, null if none is needed or none does
   */
  public record Judgement(Punctuality punctuality, @Nullable String clause) {
    /** Returns whether the reasons for the delay have to be given. */
    public boolean needsReasons() {
      return punctuality != Punctuality.PASS;
    }
  }

  /**
   * Returns the readings for a period in hours.
   *
   * @param trigger when what starts it occurred, such as awareness
   * @param period such as the 72 hours of Regulation (EU) 2016/679, Art. 33(1)
   * @param authority the working days of the authority's State
   */
  public static Regulation1182 readings(
      Instant trigger, Duration period, BusinessCalendar authority) {
    var begins =
        trigger
            .atZone(authority.zone())
            .truncatedTo(ChronoUnit.HOURS)
            .toInstant()
            .plus(Duration.ofHours(1));
    var rounded = begins.plus(period);
    var extended = rounded;
    if (period.compareTo(Duration.ofDays(2)) >= 0) {
      var first = authority.workingDayFrom(authority.dayOf(begins));
      var second = authority.workingDayFrom(first.plusDays(1));
      extended = BusinessCalendar.later(rounded, second.atStartOfDay(authority.zone()).toInstant());
    }
    return new Regulation1182(trigger.plus(period), rounded, extended);
  }

  /** Returns how something that was done at that moment stands to the readings. */
  public Judgement judge(Instant done) {
    if (!done.isAfter(strict)) {
      return new Judgement(Punctuality.PASS, null);
    }
    if (!done.isAfter(rounded)) {
      return new Judgement(Punctuality.LATE_TOLERATED, "1182/71 Art. 3(1)");
    }
    return done.isAfter(extended)
        ? new Judgement(Punctuality.FAIL, null)
        : new Judgement(Punctuality.LATE_TOLERATED, "1182/71 Art. 3(5), disputed");
  }
}
