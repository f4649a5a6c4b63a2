package dev.firebreak.lifecycle;

import static dev.firebreak.obligation.Determination.AUTHORITY_REQUEST;
import static dev.firebreak.obligation.Determination.AWARE;
import static dev.firebreak.obligation.Determination.HANDLED;
import static dev.firebreak.obligation.Determination.HIGH_RISK;
import static dev.firebreak.obligation.Determination.INFORMATION_AVAILABLE;
import static dev.firebreak.obligation.Determination.LOW_RISK;
import static dev.firebreak.obligation.Determination.MAJOR;
import static dev.firebreak.obligation.Determination.MANY_AFFECTED;
import static dev.firebreak.obligation.Determination.MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Extension;
import dev.firebreak.obligation.Limit;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Recurrence;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duties that laws and practice know can be written as plan data, and are due when they say. */
class RegimesTest {
  private static final BusinessCalendar BERLIN =
      calendar("Europe/Berlin", "2026-12-25", "2026-12-26", "2027-01-01");
  private static final BusinessCalendar SEC = calendar("America/New_York", "2026-11-26");
  private static final Period UNDUE = new Period.WithoutUndueDelay();
  private static final Period MONTH = new Period.Months(1);

  private static BusinessCalendar calendar(String zone, String... holidays) {
    var days = ImmutableSet.<LocalDate>builder();
    for (String holiday : holidays) {
      days.add(LocalDate.parse(holiday));
    }
    return new BusinessCalendar(
        "c", ZoneId.of(zone), BusinessCalendar.SATURDAY_AND_SUNDAY, days.build(), null);
  }

  private static Period hours(int hours) {
    return Period.of(Duration.ofHours(hours));
  }

  private static Obligation.Builder duty(String id, Audience audience, Period within) {
    return Obligation.builder(id).tells(audience).within(within).calendar(BERLIN);
  }

  private static Obligation duty(
      String id, String regime, Determination what, Period within, Audience audience) {
    return duty(id, audience, within).starts(Trigger.when(regime, what)).build();
  }

  private static Trigger after(String id) {
    return Trigger.after(new ObligationId(id));
  }

  private static final Obligation GDPR_SA =
      duty("GDPR-SA", Audience.REGULATOR, hours(72))
          .starts(Trigger.when("gdpr", AWARE))
          .unless(Trigger.when("gdpr", LOW_RISK))
          .build();

  private static final Obligation NIS2_EW =
      duty("NIS2-EW", "nis2", AWARE, hours(24), Audience.CSIRT);
  private static final Obligation NIS2_IN =
      duty("NIS2-IN", "nis2", AWARE, hours(72), Audience.CSIRT);
  private static final Obligation NIS2_IR =
      duty("NIS2-IR", Audience.CSIRT, new Period.AsAsked())
          .starts(Trigger.when("nis2", AUTHORITY_REQUEST))
          .recurrence(Recurrence.AGAIN)
          .build();

  /** Due only where the incident goes on a month after the notification. */
  private static final Obligation NIS2_PROGRESS =
      duty("NIS2-FR-progress", Audience.CSIRT, MONTH)
          .starts(after("NIS2-IN"))
          .extension(Extension.NEXT_WORKING_DAY)
          .unless(Trigger.when("nis2", HANDLED))
          .build();

  private static final Obligation NIS2_FR =
      duty("NIS2-FR", Audience.CSIRT, MONTH)
          .starts(Trigger.when("nis2", HANDLED), after("NIS2-IN"))
          .latest(new Limit(after("NIS2-IN"), MONTH))
          .extension(Extension.NEXT_WORKING_DAY)
          .build();
  private static final Obligation[] NIS2 = {NIS2_EW, NIS2_IN, NIS2_IR, NIS2_PROGRESS, NIS2_FR};

  private static final Obligation DORA_INI =
      duty("DORA-INI", Audience.REGULATOR, hours(4))
          .starts(Trigger.when("dora", MAJOR))
          .latest(new Limit(Trigger.when("dora", AWARE), hours(24)))
          .extension(Extension.NOON_OF_NEXT_WORKING_DAY)
          .build();
  private static final Obligation DORA_INT =
      duty("DORA-INT", Audience.REGULATOR, hours(72))
          .starts(after("DORA-INI"))
          .extension(Extension.NOON_OF_NEXT_WORKING_DAY)
          .build();
  private static final Obligation DORA_FIN =
      duty("DORA-FIN", Audience.REGULATOR, MONTH)
          .starts(after("DORA-INT"))
          .recurrence(Recurrence.LATEST)
          .extension(Extension.NOON_OF_NEXT_WORKING_DAY)
          .build();
  private static final Obligation[] DORA = {DORA_INI, DORA_INT, DORA_FIN};

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00:00Z, 2026-03-31T12:00",
    "2026-11-06T12:00:00Z, 2026-11-09T12:00",
    "2028-02-28T12:00:00Z, 2028-03-02T12:00"
  })
  void gdpr_authority(String aware, String due) {
    assertThat(Duties.openedAt(aware, GDPR_SA).determines("gdpr", AWARE).due("GDPR-SA"))
        .isEqualTo(due);
  }

  @Test
  void gdpr_authority_need_not_be_told_where_a_risk_is_unlikely() {
    var duties = Duties.openedAt("2026-11-09T10:00:00Z", GDPR_SA).determines("gdpr", AWARE);
    duties.at("2026-11-10T10:00:00Z").determines("gdpr", LOW_RISK);

    assertThat(duties.status("GDPR-SA")).isEqualTo(Clock.Status.LAPSED);
    var before = Duties.openedAt("2026-11-09T10:00:00Z", GDPR_SA).determines("gdpr", LOW_RISK);
    assertThat(before.determines("gdpr", AWARE).clocks().byObligation()).isEmpty();
    var late = Duties.openedAt("2026-11-09T10:00:00Z", GDPR_SA).determines("gdpr", AWARE);
    late.at("2026-11-20T10:00:00Z").determines("gdpr", LOW_RISK);
    assertThat(late.status("GDPR-SA")).isEqualTo(Clock.Status.MISSED);
  }

  @Test
  void without_undue_delay_there_is_a_clock_but_no_number() {
    var duties =
        Duties.openedAt(
            "2026-11-09T10:00:00Z",
            duty("GDPR-PROC", "gdpr", AWARE, UNDUE, Audience.PARTNERS),
            duty("GDPR-DS", "gdpr", HIGH_RISK, UNDUE, Audience.DATA_SUBJECTS),
            duty("DORA-CLI", Audience.CUSTOMERS, UNDUE)
                .starts(Trigger.when("dora", AWARE))
                .onlyIf(Trigger.when("dora", MAJOR))
                .build());
    duties.determines("gdpr", AWARE).determines("gdpr", HIGH_RISK).determines("dora", AWARE);

    assertThat(duties.due("GDPR-PROC")).isEqualTo("undue delay");
    assertThat(duties.due("GDPR-DS")).isEqualTo("undue delay");
    assertThat(duties.runs("DORA-CLI")).isFalse();
    assertThat(duties.determines("dora", MAJOR).due("DORA-CLI")).isEqualTo("undue delay");
    assertThat(duties.at("2027-11-09T10:00:00Z").wakes()).isEmpty();
    assertThat(duties.deadlines().toText(ZoneId.of("UTC"))).contains("without undue delay  -  ");
    duties.tells(Audience.PARTNERS);
    assertThat(duties.status("GDPR-PROC")).isEqualTo(Clock.Status.MET);
  }

  @Test
  void a_processor_has_the_hours_of_its_contract() {
    var contract = duty("GDPR-PROC", "gdpr", AWARE, hours(12), Audience.PARTNERS);
    assertThat(
            Duties.openedAt("2026-11-09T10:00:00Z", contract)
                .determines("gdpr", AWARE)
                .due("GDPR-PROC"))
        .isEqualTo("2026-11-09T22:00");
  }

  @Test
  void nis2_warning_and_notification() {
    var duties = Duties.openedAt("2026-11-06T10:00:00Z", NIS2).determines("nis2", AWARE);

    assertThat(duties.due("NIS2-EW")).isEqualTo("2026-11-07T10:00");
    assertThat(duties.due("NIS2-IN")).isEqualTo("2026-11-09T10:00");
    assertThat(duties.runs("NIS2-FR-progress")).isFalse();
    duties.at("2026-11-06T20:00:00Z").tells(Audience.CSIRT);
    assertThat(duties.runs("NIS2-EW")).as("a notice that names no stage of several").isTrue();
    assertThat(duties.tells(Audience.CSIRT, "NIS2-EW").status("NIS2-EW"))
        .isEqualTo(Clock.Status.MET);
    assertThat(duties.runs("NIS2-IN")).isTrue();
    var trust = duty("NIS2-IN", "nis2", AWARE, hours(24), Audience.CSIRT);
    assertThat(
            Duties.openedAt("2026-11-06T10:00:00Z", trust).determines("nis2", AWARE).due("NIS2-IN"))
        .isEqualTo("2026-11-07T10:00");
  }

  @Test
  void nis2_report_on_request_is_due_as_asked_each_time() {
    var duties = Duties.openedAt("2026-11-06T10:00:00Z", NIS2);
    duties.does(asked("2026-11-10T10:00:00Z"));
    assertThat(duties.due("NIS2-IR")).isEqualTo("2026-11-10T10:00");
    duties.does(asked("2026-11-12T10:00:00Z"));
    assertThat(duties.due("NIS2-IR")).as("never loosened").isEqualTo("2026-11-10T10:00");
    duties.does(asked("2026-11-09T10:00:00Z"));
    assertThat(duties.due("NIS2-IR")).isEqualTo("2026-11-09T10:00");
    duties.at("2026-11-08T10:00:00Z").tells(Audience.CSIRT, "NIS2-IR");
    assertThat(duties.status("NIS2-IR")).isEqualTo(Clock.Status.MET);
    duties.at("2026-11-09T10:00:00Z").does(asked("2026-11-20T10:00:00Z"));
    assertThat(duties.due("NIS2-IR")).isEqualTo("2026-11-20T10:00");
    assertThat(duties.status("NIS2-IR")).isEqualTo(Clock.Status.RUNNING);
    assertThat(duties.deadlines().lines()).hasSize(2);
    duties.at("2026-11-10T10:00:00Z").tells(Audience.CSIRT, "NIS2-IR");
    duties.at("2026-11-11T10:00:00Z").determines("nis2", AUTHORITY_REQUEST);
    assertThat(duties.due("NIS2-IR")).isEqualTo("undue delay");
  }

  private static ObligationRequest asked(String by) {
    return new ObligationRequest.Determine(
        "nis2", AUTHORITY_REQUEST, "a letter", Instant.parse(by));
  }

  @ParameterizedTest
  @CsvSource({
    // handled before the notification; within the month; after it
    "2026-11-08T10:00:00Z, 2026-12-09T23:59:59",
    "2026-12-01T10:00:00Z, 2026-12-09T23:59:59",
    "2026-12-20T10:00:00Z, 2027-01-20T23:59:59",
    // a month that ends on a holiday
    "2026-12-11T10:00:00Z, 2027-01-11T23:59:59"
  })
  void nis2_final_report(String handled, String due) {
    var duties = Duties.openedAt("2026-11-06T10:00:00Z", NIS2).determines("nis2", AWARE);
    duties.at("2027-01-04T10:00:00Z");
    duties.does(new ObligationRequest.Determine("nis2", HANDLED, "all is clean"), handled);
    duties.does(
        new CommunicationRequest.Notify(
            Audience.CSIRT, "bsi", "x", null, ImmutableSet.of(new ObligationId("NIS2-IN"))),
        "2026-11-09T09:00:00Z");

    assertThat(duties.due("NIS2-FR", "Europe/Berlin")).isEqualTo(due);
  }

  @Test
  void nis2_progress_report_where_the_incident_goes_on() {
    var duties = Duties.openedAt("2026-11-25T10:00:00Z", NIS2).determines("nis2", AWARE);
    duties.at("2026-11-26T10:00:00Z").tells(Audience.CSIRT, "NIS2-EW", "NIS2-IN");

    // 26 December is a holiday, and a Saturday
    assertThat(duties.due("NIS2-FR-progress", "Europe/Berlin")).isEqualTo("2026-12-28T23:59:59");
    duties.at("2026-12-28T10:00:00Z").tells(Audience.CSIRT, "NIS2-FR-progress");
    duties.at("2027-01-31T10:00:00Z").determines("nis2", HANDLED);
    assertThat(duties.status("NIS2-FR-progress")).isEqualTo(Clock.Status.MET);
    // a month after 31 January ends with the last of February, a Sunday
    assertThat(duties.due("NIS2-FR", "Europe/Berlin")).isEqualTo("2027-03-01T23:59:59");
  }

  @Test
  void nis2_progress_report_lapses_once_the_incident_is_handled() {
    var duties = Duties.openedAt("2026-11-09T10:00:00Z", NIS2).determines("nis2", AWARE);
    duties.at("2026-11-10T10:00:00Z").tells(Audience.CSIRT, "NIS2-EW", "NIS2-IN");
    duties.at("2026-11-20T10:00:00Z").determines("nis2", HANDLED);

    assertThat(duties.status("NIS2-FR-progress")).isEqualTo(Clock.Status.LAPSED);
    assertThat(duties.due("NIS2-FR", "Europe/Berlin")).isEqualTo("2026-12-10T23:59:59");
  }

  @ParameterizedTest
  @CsvSource({
    // classified soon; 22 hours after awareness; at exactly 24 hours; later
    "2026-11-09T10:00:00Z, 2026-11-09T14:00",
    "2026-11-10T06:00:00Z, 2026-11-10T08:00",
    "2026-11-10T08:00:00Z, 2026-11-10T08:00",
    "2026-11-10T08:00:01Z, 2026-11-10T12:00:01",
    "2026-11-12T10:00:00Z, 2026-11-12T14:00"
  })
  void dora_initial_notification(String classified, String due) {
    var duties = Duties.openedAt("2026-11-09T08:00:00Z", DORA).determines("dora", AWARE);
    assertThat(duties.at(classified).determines("dora", MAJOR).due("DORA-INI")).isEqualTo(due);
  }

  @Test
  void dora_initial_notification_is_due_earlier_once_awareness_is_recorded() {
    var duties = Duties.openedAt("2026-11-10T07:00:00Z", DORA).determines("dora", MAJOR);
    assertThat(duties.due("DORA-INI")).isEqualTo("2026-11-10T11:00");
    duties.does(
        new ObligationRequest.Determine("dora", AWARE, "the help desk"), "2026-11-09T08:00:00Z");
    assertThat(duties.due("DORA-INI")).isEqualTo("2026-11-10T08:00");
  }

  @Test
  void dora_limits_on_days_of_rest_move_to_noon_of_the_next_working_day() {
    var duties = Duties.openedAt("2026-12-24T20:00:00Z", DORA).determines("dora", MAJOR);
    assertThat(duties.due("DORA-INI", "Europe/Berlin")).isEqualTo("2026-12-28T12:00");
    duties.at("2026-12-24T21:00:00Z").tells(Audience.REGULATOR, "DORA-INI");
    assertThat(duties.due("DORA-INT", "Europe/Berlin")).isEqualTo("2026-12-28T12:00");

    var excluded =
        duty("DORA-INI", Audience.REGULATOR, hours(4)).starts(Trigger.when("dora", MAJOR)).build();
    var bank = Duties.openedAt("2026-12-24T20:00:00Z", excluded).determines("dora", MAJOR);
    assertThat(bank.due("DORA-INI", "Europe/Berlin")).isEqualTo("2026-12-25T01:00");
  }

  @Test
  void dora_final_report_counts_from_the_last_update_of_the_intermediate_one() {
    var duties = Duties.openedAt("2026-11-09T08:00:00Z", DORA).determines("dora", MAJOR);
    duties.tells(Audience.REGULATOR, "DORA-INI");
    assertThat(duties.due("DORA-INT")).isEqualTo("2026-11-12T08:00");
    duties.at("2026-11-12T07:00:00Z").tells(Audience.REGULATOR, "DORA-INT");
    assertThat(duties.due("DORA-FIN", "Europe/Berlin")).isEqualTo("2026-12-14T12:00");
    duties.at("2026-11-16T07:00:00Z").tells(Audience.REGULATOR, "DORA-INT");
    assertThat(duties.due("DORA-FIN", "Europe/Berlin")).isEqualTo("2026-12-16T23:59:59");
    assertThat(duties.deadlines().lines().get(2).changes()).hasSize(1);
    duties.at("2026-12-01T07:00:00Z").tells(Audience.REGULATOR, "DORA-FIN");
    duties.at("2026-12-02T07:00:00Z").tells(Audience.REGULATOR, "DORA-INT");
    assertThat(duties.status("DORA-FIN")).isEqualTo(Clock.Status.MET);
  }

  @Test
  void sec_form_8k_and_its_amendments() {
    var duties =
        Duties.openedAt(
            "2026-11-13T20:00:00Z",
            Obligation.builder("SEC-8K")
                .tells(Audience.REGULATOR)
                .starts(Trigger.when("sec", MATERIAL))
                .within(new Period.BusinessDays(4))
                .calendar(SEC)
                .build(),
            Obligation.builder("SEC-AMD")
                .tells(Audience.REGULATOR)
                .starts(Trigger.when("sec", INFORMATION_AVAILABLE))
                .recurrence(Recurrence.AGAIN)
                .within(new Period.BusinessDays(4))
                .calendar(SEC)
                .build());
    duties.determines("sec", MATERIAL);
    assertThat(duties.due("SEC-8K", "America/New_York")).isEqualTo("2026-11-19T23:59:59");
    duties.at("2026-11-21T20:00:00Z").determines("sec", INFORMATION_AVAILABLE);
    // Thanksgiving is no business day
    assertThat(duties.due("SEC-AMD", "America/New_York")).isEqualTo("2026-11-27T23:59:59");
    duties.at("2026-11-24T20:00:00Z").tells(Audience.REGULATOR, "SEC-AMD");
    duties.at("2026-11-30T20:00:00Z").determines("sec", INFORMATION_AVAILABLE);
    assertThat(duties.due("SEC-AMD", "America/New_York")).isEqualTo("2026-12-04T23:59:59");
  }

  @ParameterizedTest
  @CsvSource({
    "NYDFS-INC, DETERMINED, 72h, 2026-11-09T10:00",
    "NYDFS-PAY, RANSOM_PAID, 24h, 2026-11-07T10:00",
    "NYDFS-EXP, RANSOM_PAID, 30d, 2026-12-06T23:59:59",
    "HIPAA-IND, AWARE, 60d, 2027-01-05T23:59:59",
    "HIPAA-BA, AWARE, 60d, 2027-01-05T23:59:59",
    "FISMA-1H, DETERMINED, 1h, 2026-11-06T11:00",
    "FISMA-7D, REASONABLE_BELIEF, 7d, 2026-11-13T23:59:59",
    "CIRCIA-INC, REASONABLE_BELIEF, 72h, 2026-11-09T10:00",
    "CIRCIA-PAY, RANSOM_PAID, 24h, 2026-11-07T10:00",
    "CRA-VUL-warning, AWARE, 24h, 2026-11-07T10:00",
    "CRA-VUL-notification, AWARE, 72h, 2026-11-09T10:00",
    "CRA-VUL-final, FIX_AVAILABLE, 14d, 2026-11-20T23:59:59",
    "CRA-INC-warning, AWARE, 24h, 2026-11-07T10:00"
  })
  void duties_of_one_period_from_one_determination(
      String id, Determination what, String within, String due) {
    int number = Integer.parseInt(within.substring(0, within.length() - 1));
    var period = within.endsWith("h") ? hours(number) : new Period.Days(number);
    var duty =
        Obligation.builder(id)
            .tells(Audience.REGULATOR)
            .starts(Trigger.when("regime", what))
            .within(period)
            .build();

    assertThat(Duties.openedAt("2026-11-06T10:00:00Z", duty).determines("regime", what).due(id))
        .isEqualTo(due);
  }

  @Test
  void hipaa_by_how_many_are_affected() {
    var aware = Trigger.when("hipaa", AWARE);
    var many = Trigger.when("hipaa", MANY_AFFECTED);
    var duties =
        Duties.openedAt(
            "2026-11-06T10:00:00Z",
            duty("HIPAA-MEDIA", Audience.MEDIA, new Period.Days(60))
                .starts(aware)
                .onlyIf(many)
                .build(),
            duty("HIPAA-HHS-500", Audience.REGULATOR, new Period.Days(60))
                .starts(aware)
                .onlyIf(many)
                .build(),
            duty("HIPAA-HHS", Audience.REGULATOR, new Period.DaysAfterYear(60))
                .starts(aware)
                .unless(many)
                .build());
    duties.determines("hipaa", AWARE);
    assertThat(duties.due("HIPAA-HHS", "Europe/Berlin")).isEqualTo("2027-03-01T23:59:59");
    assertThat(duties.runs("HIPAA-MEDIA")).isFalse();

    duties.at("2026-11-20T10:00:00Z").determines("hipaa", MANY_AFFECTED);
    assertThat(duties.status("HIPAA-HHS")).isEqualTo(Clock.Status.LAPSED);
    assertThat(duties.due("HIPAA-HHS-500", "Europe/Berlin")).isEqualTo("2027-01-05T23:59:59");
    assertThat(duties.due("HIPAA-MEDIA", "Europe/Berlin")).isEqualTo("2027-01-05T23:59:59");
  }

  @Test
  void cra_final_report_follows_the_notification() {
    var duties =
        Duties.openedAt(
            "2026-11-06T10:00:00Z",
            duty("CRA-INC-notification", "cra", AWARE, hours(72), Audience.CSIRT),
            duty("CRA-INC-final", Audience.CSIRT, MONTH)
                .starts(after("CRA-INC-notification"))
                .extension(Extension.NEXT_WORKING_DAY)
                .build());
    duties.determines("cra", AWARE).tells(Audience.CSIRT, "CRA-INC-notification");
    // 6 December is a Sunday
    assertThat(duties.due("CRA-INC-final", "Europe/Berlin")).isEqualTo("2026-12-07T23:59:59");
  }

  @Test
  void lessons_are_learned_after_closing_and_the_clock_runs_on() {
    var duties =
        Duties.openedAt(
            "2026-11-06T10:00:00Z",
            Obligation.builder("SANS-LL")
                .starts(Milestone.CLOSED)
                .within(new Period.Days(14))
                .ends(Milestone.REVIEWED)
                .build(),
            Obligation.builder("NIST-LL")
                .starts(Milestone.CLOSED)
                .within(new Period.Days(5))
                .ends(Milestone.REVIEWED)
                .build(),
            GDPR_SA);
    duties.does(new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a test"));
    duties.does(new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a test"));
    assertThat(duties.due("SANS-LL")).isEqualTo("2026-11-20T23:59:59");
    assertThat(duties.due("NIST-LL")).isEqualTo("2026-11-11T23:59:59");

    duties.at("2026-11-10T10:00:00Z").determines("gdpr", AWARE);
    duties.at("2026-11-12T10:00:00Z");
    assertThat(duties.wakes()).containsExactly("obligation.missed NIST-LL");
    duties.tells(Audience.REGULATOR);
    assertThat(duties.status("GDPR-SA")).isEqualTo(Clock.Status.MET);
    duties.does(new ObligationRequest.DecideAgainst(new ObligationId("SANS-LL"), "a test"));
    assertThat(duties.status("SANS-LL")).isEqualTo(Clock.Status.WAIVED);
    assertThat(duties.clocks().byObligation()).hasSize(3);
  }
}
