package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The working days of somebody, such as an authority or a team, in their time zone.
 *
 * <p>Immutable. Which days are holidays the plan says; there is no list of them here.
 *
 * @param name what the plan calls it
 * @param zone where its days begin and end
 * @param weekend the days of the week on which nobody works; at most six
 * @param holidays the other days on which nobody works
 * @param hours the hours of a working day, null for all of it
 */
public record BusinessCalendar(
    String name,
    ZoneId zone,
    ImmutableSet<DayOfWeek> weekend,
    ImmutableSet<LocalDate> holidays,
    @Nullable Hours hours) {
  /** Saturday and Sunday. */
  public static final ImmutableSet<DayOfWeek> SATURDAY_AND_SUNDAY =
      ImmutableSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Monday to Friday in UTC, without holidays: for whom the plan names no other. */
  public static final BusinessCalendar UTC =
      new BusinessCalendar("utc", ZoneId.of("UTC"), SATURDAY_AND_SUNDAY, ImmutableSet.of(), null);

  /**
   * The hours of a working day.
   *
   * @param from when it begins
   * @param to when it ends, at least an hour later on the same day; midnight is the day's end
   */
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      var length = to.equals(LocalTime.MIDNIGHT) ? Duration.ofDays(1) : between(to);
      checkArgument(
          length.minus(between(from)).compareTo(Duration.ofHours(1)) >= 0,
          "working hours must last at least an hour but were %s to %s",
          from,
          to);
    }

    private static Duration between(LocalTime time) {
      return Duration.ofNanos(time.toNanoOfDay());
    }
  }

  public BusinessCalendar {
    Check.identifier(name, "calendar");
    checkArgument(weekend.size() < 7, "a week must have a working day");
  }

  /** Returns the day of the moment here. */
  public LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /** Returns the last moment of the day. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1)).minusNanos(1);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Returns whether somebody works on that day. */
  public boolean isWorkingDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** Returns the day itself if it is a working day, otherwise the next one. */
  public LocalDate workingDayFrom(LocalDate day) {
    var working = day;
    while (!isWorkingDay(working)) {
      working = working.plusDays(1);
    }
    return working;
  }

  /** Returns the working day that is so many after the day, which itself is not counted. */
  public LocalDate plusWorkingDays(LocalDate day, int days) {
    var reached = day;
    for (int i = 0; i < days; i++) {
      reached = workingDayFrom(reached.plusDays(1));
    }
    return reached;
  }

  /** Returns the moment by which that much working time has passed since the other. */
  public Instant plusWorkingTime(Instant from, Duration time) {
    var day = dayOf(from);
    var left = time;
    while (true) {
      day = workingDayFrom(day);
      var opens = later(from, opens(day));
      var today = positive(opens, closes(day));
      if (left.compareTo(today) <= 0) {
        return opens.plus(left);
      }
      left = left.minus(today);
      day = day.plusDays(1);
    }
  }

  /** Returns how much of the time between the two moments is working time. */
  public Duration workingTime(Instant from, Instant to) {
    var worked = Duration.ZERO;
    for (var day = workingDayFrom(dayOf(from));
        opens(day).isBefore(to);
        day = workingDayFrom(day.plusDays(1))) {
      worked = worked.plus(positive(later(from, opens(day)), earlier(to, closes(day))));
    }
    return worked;
  }

  private Instant opens(LocalDate day) {
    return hours == null ? startOf(day) : day.atTime(hours.from()).atZone(zone).toInstant();
  }

  private Instant closes(LocalDate day) {
    return hours == null || hours.to().equals(LocalTime.MIDNIGHT)
        ? startOf(day.plusDays(1))
        : day.atTime(hours.to()).atZone(zone).toInstant();
  }

  private static Duration positive(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
