package dev.firebreak.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods, calendars and extensions across zones, daylight saving, leap days and holidays. */
class CountingTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);
  private static final BusinessCalendar BERLIN = calendar("Europe/Berlin", null);
  private static final BusinessCalendar OFFICE =
      calendar("Europe/Berlin", new BusinessCalendar.Hours(NINE, FIVE), "2026-12-25", "2026-12-26");
  private static final BusinessCalendar US =
      calendar("America/New_York", null, "2026-11-26", "2026-12-25", "2027-01-01");

  private static BusinessCalendar calendar(
      String zone, BusinessCalendar.@Nullable Hours hours, String... holidays) {
    var days = ImmutableSet.<LocalDate>builder();
    for (String holiday : holidays) {
      days.add(LocalDate.parse(holiday));
    }
    return new BusinessCalendar(
        "c", ZoneId.of(zone), BusinessCalendar.SATURDAY_AND_SUNDAY, days.build(), hours);
  }

  private static String end(Period period, String trigger, BusinessCalendar calendar) {
    var end = period.end(Instant.parse(trigger), calendar);
    return end == null ? "none" : end.atZone(calendar.zone()).toLocalDateTime().toString();
  }

  @Test
  void refuses_a_calendar_on_which_nobody_ever_works() {
    assertThatThrownBy(
            () ->
                new BusinessCalendar(
                    "c",
                    ZoneId.of("UTC"),
                    ImmutableSet.copyOf(DayOfWeek.values()),
                    ImmutableSet.of(),
                    null))
        .hasMessage("a week must have a working day");
    assertThatThrownBy(() -> new BusinessCalendar.Hours(NINE, LocalTime.of(9, 59)))
        .hasMessage("working hours must last at least an hour but were 09:00 to 09:59");
    assertThatThrownBy(() -> new BusinessCalendar.Hours(FIVE, NINE)).hasMessageContaining("hour");
    assertThat(new BusinessCalendar.Hours(NINE, LocalTime.MIDNIGHT).to())
        .isEqualTo(LocalTime.MIDNIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3_661})
  void refuses_a_count_out_of_range(int count) {
    assertThatThrownBy(() -> new Period.Days(count))
        .hasMessage("days must be within 1..3660 but was " + count);
    assertThatThrownBy(() -> new Period.BusinessDays(count)).hasMessageContaining("business days");
    assertThatThrownBy(() -> new Period.Months(count)).hasMessageContaining("within 1..120");
    assertThatThrownBy(() -> new Period.DaysAfterYear(count)).hasMessageContaining("days");
  }

  @Test
  void refuses_a_time_out_of_range() {
    assertThatThrownBy(() -> Period.of(Duration.ZERO))
        .hasMessage("within must be positive but was PT0S");
    assertThatThrownBy(() -> new Period.WorkingTime(Duration.ofDays(3_661)))
        .hasMessage("within must be at most PT87840H but was PT87864H");
  }

  @ParameterizedTest
  @CsvSource({
    // 72 hours over the change to summer time, to winter time, and over a weekend
    "2026-03-28T12:00:00Z, 2026-03-31T14:00",
    "2026-10-24T12:00:00Z, 2026-10-27T13:00",
    "2026-11-06T12:00:00Z, 2026-11-09T13:00"
  })
  void hours_are_elapsed_time_whatever_the_clocks_on_the_wall_do(String trigger, String end) {
    assertThat(end(Period.of(Duration.ofDays(3)), trigger, BERLIN)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2026-01-31T10:00:00Z, 2026-02-28",
    "1, 2028-01-31T10:00:00Z, 2028-02-29",
    "1, 2028-02-29T10:00:00Z, 2028-03-29",
    "12, 2028-02-29T10:00:00Z, 2029-02-28",
    // 23:30 UTC is the next day in Berlin
    "1, 2026-03-30T23:30:00Z, 2026-04-30",
    "1, 2026-03-30T21:30:00Z, 2026-04-30"
  })
  void months_end_on_the_same_day_or_the_last_of_a_shorter_month(
      int months, String trigger, String day) {
    assertThat(end(new Period.Months(months), trigger, BERLIN))
        .isEqualTo(day + "T23:59:59.999999999");
  }

  @Test
  void days_end_with_the_last_moment_of_the_last_day_of_the_addressee() {
    var days = new Period.Days(30);

    assertThat(end(days, "2028-02-10T12:00:00Z", US)).isEqualTo("2028-03-11T23:59:59.999999999");
    // still the 9th in New York
    assertThat(end(days, "2026-03-10T03:00:00Z", US)).isEqualTo("2026-04-08T23:59:59.999999999");
    // a day of 23 hours ends when the next begins
    assertThat(new Period.Days(1).end(Instant.parse("2026-03-28T12:00:00Z"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z").minusNanos(1));
  }

  @ParameterizedTest
  @CsvSource({
    // determined on Monday; on Friday; on Saturday; on Sunday; on the eve and day of Thanksgiving
    "2026-11-09T15:00:00Z, 2026-11-13",
    "2026-11-13T15:00:00Z, 2026-11-19",
    "2026-11-14T15:00:00Z, 2026-11-19",
    "2026-11-15T15:00:00Z, 2026-11-19",
    "2026-11-25T15:00:00Z, 2026-12-02",
    "2026-11-26T15:00:00Z, 2026-12-02",
    // Friday evening in New York is Saturday in UTC
    "2026-11-14T02:00:00Z, 2026-11-19",
    "2026-12-23T15:00:00Z, 2026-12-30",
    "2026-12-29T15:00:00Z, 2027-01-05"
  })
  void four_business_days_are_counted_from_the_day_after_the_trigger(String trigger, String day) {
    assertThat(end(new Period.BusinessDays(4), trigger, US)).isEqualTo(day + "T23:59:59.999999999");
  }

  @Test
  void days_after_the_year_count_from_its_end() {
    var sixty = new Period.DaysAfterYear(60);

    assertThat(end(sixty, "2026-05-01T00:00:00Z", US)).isEqualTo("2027-03-01T23:59:59.999999999");
    assertThat(end(sixty, "2027-12-31T12:00:00Z", US)).isEqualTo("2028-02-29T23:59:59.999999999");
  }

  @Test
  void what_has_no_number_has_no_end() {
    assertThat(end(new Period.WithoutUndueDelay(), "2026-05-01T00:00:00Z", US)).isEqualTo("none");
    assertThat(end(new Period.AsAsked(), "2026-05-01T00:00:00Z", US)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "PT4H, 2026-11-09T09:00:00Z, 2026-11-09T14:00",
    "PT8H, 2026-11-09T08:00:00Z, 2026-11-09T17:00",
    "PT4H, 2026-11-09T14:00:00Z, 2026-11-10T11:00",
    "PT4H, 2026-11-09T03:00:00Z, 2026-11-09T13:00",
    "PT4H, 2026-11-06T15:00:00Z, 2026-11-09T12:00",
    "PT4H, 2026-11-07T15:00:00Z, 2026-11-09T13:00",
    "PT4H, 2026-12-24T15:00:00Z, 2026-12-28T12:00",
    "PT40H, 2026-10-23T06:00:00Z, 2026-10-29T17:00"
  })
  void working_time_passes_in_working_hours_only(String time, String trigger, String end) {
    var period = new Period.WorkingTime(Duration.parse(time));

    assertThat(end(period, trigger, OFFICE)).isEqualTo(end);
    assertThat(
            OFFICE.workingTime(Instant.parse(trigger), period.end(Instant.parse(trigger), OFFICE)))
        .isEqualTo(Duration.parse(time));
  }

  @Test
  void without_hours_all_of_a_working_day_is_working_time() {
    assertThat(end(new Period.WorkingTime(Duration.ofDays(1)), "2026-11-06T17:00:00Z", BERLIN))
        .isEqualTo("2026-11-09T18:00");
    var late = calendar("UTC", new BusinessCalendar.Hours(FIVE, LocalTime.MIDNIGHT));
    assertThat(end(new Period.WorkingTime(Duration.ofHours(8)), "2026-11-09T17:00:00Z", late))
        .isEqualTo("2026-11-10T18:00");
    assertThat(
            late.workingTime(
                Instant.parse("2026-11-09T23:00:00Z"), Instant.parse("2026-11-09T01:00:00Z")))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 2026-12-25T10:00:00Z, 2026-12-25T11:00",
    "NEXT_WORKING_DAY, 2026-12-24T10:00:00Z, 2026-12-24T11:00",
    "NEXT_WORKING_DAY, 2026-12-25T10:00:00Z, 2026-12-28T23:59:59.999999999",
    "NOON_OF_NEXT_WORKING_DAY, 2026-12-24T10:00:00Z, 2026-12-24T11:00",
    "NOON_OF_NEXT_WORKING_DAY, 2026-12-25T22:00:00Z, 2026-12-28T12:00",
    "NOON_OF_NEXT_WORKING_DAY, 2026-12-26T10:00:00Z, 2026-12-28T12:00",
    "NOON_OF_NEXT_WORKING_DAY, 2026-12-27T10:00:00Z, 2026-12-28T12:00"
  })
  void a_deadline_on_a_day_of_rest_moves_as_its_law_says(
      Extension extension, String due, String end) {
    assertThat(
            extension
                .extend(Instant.parse(due), OFFICE)
                .atZone(OFFICE.zone())
                .toLocalDateTime()
                .toString())
        .isEqualTo(end);
  }

  @Test
  void pauses_lengthen_a_term_by_the_time_that_it_counts() {
    var pauses = new Pauses(null, null, "x", Duration.ofHours(3), Duration.ofHours(1));
    var start = Instant.parse("2026-11-09T08:00:00Z");
    var elapsed = Term.of(Duration.ofHours(4));
    var working =
        new Term(
            new Period.WorkingTime(Duration.ofHours(4)),
            ImmutableMap.of(),
            null,
            Extension.NONE,
            OFFICE);

    assertThat(elapsed.end(start, null, null, null, pauses)).isEqualTo(start.plusSeconds(7 * 3600));
    assertThat(working.end(start, null, null, null, pauses)).isEqualTo(start.plusSeconds(5 * 3600));
  }

  @Test
  void a_reminder_comes_before_the_deadline_but_not_before_the_start() {
    var start = Instant.parse("2026-11-09T08:00:00Z");
    var due = start.plusSeconds(100);

    assertThat(Reminder.after(75).at(start, due)).isEqualTo(start.plusSeconds(75));
    assertThat(Reminder.before(Duration.ofSeconds(30)).at(start, due))
        .isEqualTo(start.plusSeconds(70));
    assertThat(Reminder.before(Duration.ofHours(30)).at(start, due)).isEqualTo(start);
    assertThatThrownBy(() -> Reminder.after(100)).hasMessageContaining("1..99");
    assertThatThrownBy(() -> Reminder.after(-1)).hasMessageContaining("1..99");
    assertThatThrownBy(() -> Reminder.after(0)).hasMessageContaining("a percentage or a time");
    assertThatThrownBy(() -> Reminder.before(Duration.ofSeconds(-1)))
        .hasMessageContaining("negative");
    assertThatThrownBy(() -> new Reminder(5, Duration.ofSeconds(1)))
        .hasMessageContaining("a percentage or a time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECLARED", "gdpr/AWARE", "after/nis2-warning"})
  void a_trigger_is_read_as_it_is_written(String text) {
    assertThat(Trigger.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "SOON, there is no milestone SOON",
    "gdpr/SOON, there is no determination SOON",
    "gdpr/, there is no determination "
  })
  void refuses_a_text_that_is_no_trigger(String text, String message) {
    assertThatThrownBy(() -> Trigger.parse(text)).hasMessageStartingWith(message.strip());
    assertThatThrownBy(() -> Trigger.parse("after/")).hasMessageContaining("obligation must be");
    assertThatThrownBy(() -> Trigger.parse("/AWARE")).hasMessageContaining("regime must be");
  }

  private static String judged(BusinessCalendar state, String aware, String notified) {
    var judgement =
        Regulation1182.readings(Instant.parse(aware), Duration.ofDays(3), state)
            .judge(Instant.parse(notified));
    assertThat(judgement.needsReasons())
        .isEqualTo(judgement.punctuality() != Regulation1182.Punctuality.PASS);
    return judgement.punctuality() + (judgement.clause() == null ? "" : " " + judgement.clause());
  }

  @ParameterizedTest
  @CsvSource({
    // aware at 10:20 on a Monday: strictly until 10:20 on Thursday, or until 11:00
    "2026-11-09T09:20:00Z, 2026-11-12T09:20:00Z, PASS",
    "2026-11-09T09:20:00Z, 2026-11-12T09:20:00.000000001Z, LATE_TOLERATED 1182/71 Art. 3(1)",
    "2026-11-09T09:20:00Z, 2026-11-12T10:00:00Z, LATE_TOLERATED 1182/71 Art. 3(1)",
    "2026-11-09T09:20:00Z, 2026-11-12T10:00:00.000000001Z, FAIL",
    // on Thursday before Christmas: the second working day begins on Monday, at midnight
    "2026-12-24T09:20:00Z, 2026-12-27T09:20:00Z, PASS",
    "2026-12-24T09:20:00Z, 2026-12-27T10:00:00Z, LATE_TOLERATED 1182/71 Art. 3(1)",
    "2026-12-24T09:20:00Z, '2026-12-27T23:00:00Z', 'LATE_TOLERATED 1182/71 Art. 3(5), disputed'",
    "2026-12-24T09:20:00Z, 2026-12-27T23:00:00.000000001Z, FAIL",
    // on a Friday: Monday is reached anyway
    "2026-11-06T09:20:00Z, 2026-11-09T10:00:01Z, FAIL"
  })
  void judges_72_hours_by_the_readings_of_the_regulation(
      String aware, String notified, String judgement) {
    assertThat(judged(OFFICE, aware, notified)).isEqualTo(judgement);
  }

  @Test
  void hours_are_rounded_where_the_authority_is() {
    var kolkata = calendar("Asia/Kolkata", null);
    var readings =
        Regulation1182.readings(Instant.parse("2026-11-09T09:00:00Z"), Duration.ofDays(1), kolkata);

    assertThat(readings.strict()).isEqualTo(Instant.parse("2026-11-10T09:00:00Z"));
    assertThat(readings.rounded()).isEqualTo(Instant.parse("2026-11-10T09:30:00Z"));
    assertThat(readings.extended()).isEqualTo(readings.rounded());
  }
}
