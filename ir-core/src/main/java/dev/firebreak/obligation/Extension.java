package dev.firebreak.obligation;

import java.time.Instant;
import java.time.LocalTime;

/** What becomes of a deadline that falls on a day on which nobody works. */
public enum Extension {
  /** Nothing. */
  NONE,
  /**
   * It moves to the end of the next working day; Regulation (EEC, Euratom) 1182/71, Art. 3(4), for
   * periods that are not told in hours.
   */
  NEXT_WORKING_DAY,
  /**
   * It moves to noon of the next working day; Delegated Regulation (EU) 2025/301, Art. 5(4).
   *
   * <p>Art. 5(5) and (6) take initial and intermediate reports of some entities out: their plan
   * says {@link #NONE} for these, and this for the final report.
   */
  NOON_OF_NEXT_WORKING_DAY;

  /** Returns when it is due. */
  Instant extend(Instant due, BusinessCalendar calendar) {
    var day = calendar.dayOf(due);
    if (this == NONE || calendar.isWorkingDay(day)) {
      return due;
    }
    var next = calendar.workingDayFrom(day);
    return this == NEXT_WORKING_DAY
        ? calendar.endOf(next)
        : next.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
  }
}
