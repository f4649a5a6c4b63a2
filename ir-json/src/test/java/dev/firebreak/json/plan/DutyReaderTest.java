package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Extension;
import dev.firebreak.obligation.Limit;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Recurrence;
import dev.firebreak.obligation.Reminder;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendars, obligations with stages, and service levels, as plan files give them. */
class DutyReaderTest {
  private static final String DUTIES =
      """
      calendars:
        bonn:
          zone: Europe/Berlin
          holidays: [2026-12-25, 2026-12-26]
          hours: 09:00-17:00
        riyadh: {zone: Asia/Riyadh, weekend: [friday, saturday], hours: "18:00 - 24:00"}
      obligations:
        - id: warning
          title: Early warning
          source: NIS2, Article 23(4)(a)
          starts: nis2/aware
          within: 24h
          ends: notified
          recipient: csirt
          reminder: 75%
        - id: final
          title: Final report
          source: NIS2, Article 23(4)(d)
          starts: [nis2/handled, after/warning]
          recurrence: latest
          within: {months: 1}
          latest: {from: after/warning, within: {months: 1}}
          extension: next-working-day
          calendar: bonn
          ends: notified
          recipient: csirt
          onlyIf: nis2/many-affected
          unless: closed
          reminder: 2d
      serviceLevels:
        - {id: acknowledge, starts: opened, ends: acknowledged, levels: {high: 15m, low: 1h}}
        - id: contain
          title: Contain it
          starts: declared
          ends: contained
          levels: {high: 4h, low: {workingTime: 16h}}
          otherwise: 8h
          calendar: riyadh
          categories: ransomware
          reminder: 50%
      """;

  private static final BusinessCalendar BONN =
      new BusinessCalendar(
          "bonn",
          ZoneId.of("Europe/Berlin"),
          BusinessCalendar.SATURDAY_AND_SUNDAY,
          ImmutableSet.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26)),
          new BusinessCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
  private static final BusinessCalendar RIYADH =
      new BusinessCalendar(
          "riyadh",
          ZoneId.of("Asia/Riyadh"),
          ImmutableSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
          ImmutableSet.of(),
          new BusinessCalendar.Hours(LocalTime.of(18, 0), LocalTime.MIDNIGHT));

  private static Period hours(int hours) {
    return Period.of(Duration.ofHours(hours));
  }

  @Test
  void reads_calendars_stages_and_service_levels() {
    var plan = PlanReader.read("plan.yaml", PlanFiles.least(DUTIES));
    var warning = Trigger.after(new ObligationId("warning"));
    var low = new Severity("low", 1);
    var high = new Severity("high", 2);

    assertThat(plan.obligations())
        .containsExactly(
            Obligation.builder("warning")
                .title("Early warning")
                .source("NIS2, Article 23(4)(a)")
                .starts(Trigger.when("nis2", Determination.AWARE))
                .within(hours(24))
                .tells(Audience.CSIRT)
                .reminder(Reminder.after(75))
                .build(),
            Obligation.builder("final")
                .title("Final report")
                .source("NIS2, Article 23(4)(d)")
                .starts(Trigger.when("nis2", Determination.HANDLED), warning)
                .recurrence(Recurrence.LATEST)
                .within(new Period.Months(1))
                .latest(new Limit(warning, new Period.Months(1)))
                .extension(Extension.NEXT_WORKING_DAY)
                .calendar(BONN)
                .tells(Audience.CSIRT)
                .onlyIf(Trigger.when("nis2", Determination.MANY_AFFECTED))
                .unless(Trigger.at(Milestone.CLOSED))
                .reminder(Reminder.before(Duration.ofDays(2)))
                .build(),
            Obligation.builder("acknowledge")
                .source("service level")
                .starts(Milestone.OPENED)
                .ends(Milestone.ACKNOWLEDGED)
                .levels(ImmutableMap.of(high, Period.of(Duration.ofMinutes(15)), low, hours(1)))
                .build(),
            Obligation.builder("contain")
                .title("Contain it")
                .source("service level")
                .starts(Milestone.DECLARED)
                .ends(Milestone.CONTAINED)
                .levels(
                    ImmutableMap.of(
                        high, hours(4), low, new Period.WorkingTime(Duration.ofHours(16))))
                .within(hours(8))
                .calendar(RIYADH)
                .categories(plan.playbooks().get(0).categories().asList())
                .reminder(Reminder.after(50))
                .build());
  }

  static Stream<Arguments> periods() {
    return Stream.of(
        arguments("{days: 30}", new Period.Days(30)),
        arguments("{businessDays: 4}", new Period.BusinessDays(4)),
        arguments("{daysAfterYear: 60}", new Period.DaysAfterYear(60)),
        arguments("{workingTime: 4h}", new Period.WorkingTime(Duration.ofHours(4))),
        arguments("without-undue-delay", new Period.WithoutUndueDelay()),
        arguments("As-Asked", new Period.AsAsked()),
        arguments("PT90M", Period.of(Duration.ofMinutes(90))));
  }

  @ParameterizedTest
  @MethodSource("periods")
  void reads_every_kind_of_period(String text, Period period) {
    var plan =
        PlanReader.read(
            "plan.yaml", PlanFiles.least(DUTIES.replace("within: 24h", "within: " + text)));

    assertThat(plan.obligations().get(0).term().within()).isEqualTo(period);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("zone: Europe/Berlin", "zone: Berlin", "no time zone \"Berlin\""),
        arguments("  bonn:", "  \"b b\":", "calendar must be 1..128 letters"),
        arguments("09:00-17:00", "9 to 5", "no working hours \"9 to 5\""),
        arguments("09:00-17:00", "09:00-25:00", "no working hours \"09:00-25:00\""),
        arguments("09:00-17:00", "09:00-09:30", "working hours must last at least an hour"),
        arguments("[friday, saturday]", "[fryday]", "did you mean \"friday\"?"),
        arguments("starts: nis2/aware", "starts: nis2/awere", "did you mean \"aware\"?"),
        arguments("starts: nis2/aware", "starts: /aware", "regime must be 1..128"),
        arguments("starts: nis2/aware", "starts: [[]]", "is a list, expected one of opened"),
        arguments("unless: closed", "unless: clozed", "did you mean \"closed\"?"),
        arguments(
            "from: after/warning", "from: after/warming", "no obligation warming in this plan"),
        arguments("from: after/warning", "from: after/", "obligation must be 1..128"),
        arguments("within: 24h", "within: {days: 1, months: 1}", "expected exactly one of days"),
        arguments("within: 24h", "within: {weeks: 1}", "unknown field \"weeks\""),
        arguments("within: 24h", "within: {days: 0}", "days must be within 1..3660 but was 0"),
        arguments("within: 24h", "within: {days: many}", "expected a whole number"),
        arguments("within: 24h", "within: {workingTime: 0h}", "within must be positive"),
        arguments("within: 24h", "within: soon", "expected a duration such as 72h"),
        arguments("within: 24h", "within: 0h", "within must be positive but was PT0S"),
        arguments("reminder: 75%", "reminder: 100%", "expected a share from 1% to 99%"),
        arguments("reminder: 75%", "reminder: half%", "expected a share from 1% to 99%"),
        arguments("reminder: 2d", "reminder: 0h", "a reminder has a percentage or a time before"),
        arguments("calendar: bonn", "calendar: born", "did you mean \"bonn\"?"),
        arguments("{high: 15m, low: 1h}", "{hihg: 15m}", "did you mean \"high\"?"),
        arguments("{high: 15m, low: 1h}", "{high: {days: 1}}", "cannot be paused"),
        arguments("{high: 15m, low: 1h}", "{high: soon}", "expected a duration such as"),
        arguments("{high: 15m, low: 1h}", "{}", "expected an object with a period for each level"),
        arguments("{high: 15m, low: 1h}", "15m", "expected an object with a period for each level"),
        arguments("- {id: acknowledge", "- {id: warning", "obligation warning is there twice"),
        arguments("categories: ransomware", "categories: fire", "no category fire"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void tells_what_is_wrong(String right, String wrong, String problem) {
    assertThat(DUTIES).contains(right);
    assertThat(
            PlanFiles.problemsOf(
                PlanFiles.least(
                    DUTIES.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)))))
        .anySatisfy(line -> assertThat(line).contains(problem));
  }

  @Test
  void places_a_problem_of_a_service_level_at_the_service_level() {
    var yaml = PlanFiles.least(DUTIES.replace("categories: ransomware", "categories: fire"));

    assertThat(PlanFiles.problemsOf(yaml))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(lineOf(yaml, "categories: fire") + ":"));
  }

  @Test
  void does_not_blame_a_stage_for_the_one_before_being_wrong() {
    var yaml = PlanFiles.least(DUTIES.replace("starts: nis2/aware", "starts: nis2/awere"));

    assertThat(PlanFiles.problemsOf(yaml)).hasSize(1);
  }

  @Test
  void does_not_blame_levels_and_calendars_for_what_names_them() {
    var noLevels = PlanFiles.least(DUTIES).replace("majorFrom: high", "majorFrom: hihg");
    var noZone = PlanFiles.least(DUTIES.replace("zone: Europe/Berlin", "zone: Berlin"));
    var noCalendars = PlanFiles.least("calendars: none\n");

    assertThat(PlanFiles.problemsOf(noLevels)).hasSize(1);
    assertThat(PlanFiles.problemsOf(noZone)).hasSize(1);
    assertThat(PlanFiles.problemsOf(noCalendars))
        .containsExactly(
            lineOf(noCalendars, "calendars: none")
                + ":12: \"calendars\" is \"none\", expected an object with a field for each"
                + " calendar");
  }

  private static long lineOf(String text, String part) {
    return text.substring(0, text.indexOf(part)).lines().count()
        + 1
        - (text.charAt(text.indexOf(part) - 1) == '\n' ? 0 : 1);
  }
}
