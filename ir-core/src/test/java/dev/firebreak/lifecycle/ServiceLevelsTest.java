package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Duties.ADA;
import static dev.firebreak.lifecycle.Duties.BOB;
import static dev.firebreak.lifecycle.Duties.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Due;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Service levels, corrections, and the policy that says when something is due. */
class ServiceLevelsTest {
  private static final ObligationId CONTAIN = new ObligationId("contain");
  private static final BusinessCalendar OFFICE =
      new BusinessCalendar(
          "office",
          ZoneId.of("UTC"),
          BusinessCalendar.SATURDAY_AND_SUNDAY,
          ImmutableSet.of(),
          new BusinessCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
  private static final Trigger AWARE = Trigger.when("gdpr", Determination.AWARE);
  private static final Obligation GDPR =
      Obligation.builder("gdpr").tells(Audience.REGULATOR).starts(AWARE).within(hours(72)).build();

  private static Period hours(int hours) {
    return Period.of(Duration.ofHours(hours));
  }

  /** High: four hours around the clock; medium: eight; low: sixteen working hours. */
  private static Obligation contain(@Nullable Period otherwise) {
    var levels =
        ImmutableMap.<Severity, Period>of(
            LEVELS.get(0), new Period.WorkingTime(Duration.ofHours(16)),
            LEVELS.get(1), hours(8),
            LEVELS.get(2), hours(4));
    return Obligation.builder("contain")
        .starts(Milestone.OPENED)
        .ends(Milestone.CONTAINED)
        .within(otherwise)
        .levels(levels)
        .calendar(OFFICE)
        .build();
  }

  private static Duties monday(Obligation... obligations) {
    return Duties.openedAt("2026-11-09T09:00:00Z", obligations);
  }

  @Test
  void waits_for_the_severity_and_counts_from_the_original_trigger() {
    var duties = monday(contain(null));
    assertThat(duties.runs("contain")).isFalse();
    duties.at("2026-11-09T10:00:00Z").severity(1);
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T17:00");
    assertThat(duties.clock("contain").started()).isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
  }

  @Test
  void has_a_time_while_the_severity_is_not_known_if_the_plan_says_so() {
    var duties = monday(contain(hours(6)));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T15:00");
    assertThat(duties.severity(0).due("contain")).as("not loosened").isEqualTo("2026-11-09T15:00");
    assertThat(duties.severity(2).due("contain")).isEqualTo("2026-11-09T13:00");
  }

  @Test
  void tightens_when_the_severity_rises_and_keeps_what_was_promised_when_it_falls() {
    var duties = monday(contain(null)).severity(0);
    assertThat(duties.due("contain")).isEqualTo("2026-11-10T17:00");
    duties.at("2026-11-09T11:00:00Z").severity(2);
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T13:00");
    assertThat(duties.severity(0).due("contain")).isEqualTo("2026-11-09T13:00");
    assertThat(duties.deadlines().toText(ZoneOffset.UTC))
        .contains("was due", "2026-11-10 17:00:00 +00:00", "another severity");
    assertThat(duties.clock("contain").first()).isEqualTo(Instant.parse("2026-11-10T17:00:00Z"));
  }

  @Test
  void is_loosened_only_by_somebody_entitled_with_a_reason() {
    var duties = monday(contain(null)).severity(2);
    var loosen = new ObligationRequest.Loosen(CONTAIN, "one test host");
    assertThat(duties.refusal(ADA, loosen)).containsExactly("obligation.loosens");
    duties.severity(0);
    assertThat(duties.refusal(BOB, loosen)).containsExactly("guard.entitled");
    assertThat(duties.does(loosen).due("contain")).isEqualTo("2026-11-10T17:00");
    assertThat(duties.clock("contain").changed()).isEqualTo("one test host");
    assertThat(duties.severity(1).due("contain")).isEqualTo("2026-11-09T17:00");
    assertThat(duties.refusal(ADA, new ObligationRequest.Loosen(new ObligationId("none"), "x")))
        .containsExactly("obligation.started");
  }

  @Test
  void stands_still_while_paused_and_shows_it() {
    var duties = monday(contain(null)).severity(2);
    duties.at("2026-11-09T10:00:00Z").does(new ObligationRequest.Pause(CONTAIN, "no access"));
    duties.at("2026-11-09T12:00:00Z");
    assertThat(duties.status("contain")).isEqualTo(Clock.Status.PAUSED);
    assertThat(duties.deadlines().toText(ZoneOffset.UTC))
        .contains("paused for 02:00:00; no access");
    assertThat(duties.at("2026-11-09T18:00:00Z").wakes()).isEmpty();
    duties.does(new ObligationRequest.Resume(CONTAIN));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T21:00");
    assertThat(duties.clock("contain").changed()).isEqualTo("it was paused");
    assertThat(duties.deadlines().lines().get(0).paused()).isEqualTo(Duration.ofHours(8));
    assertThat(duties.at("2026-11-09T21:00:01Z").wakes())
        .containsExactly("obligation.missed contain");
  }

  @Test
  void counts_only_working_time_of_a_pause_in_working_time() {
    var duties = monday(contain(null)).severity(0);
    duties.at("2026-11-09T16:00:00Z").does(new ObligationRequest.Pause(CONTAIN, "no access"));
    duties.at("2026-11-10T10:00:00Z").does(new ObligationRequest.Resume(CONTAIN));
    assertThat(duties.due("contain")).isEqualTo("2026-11-11T11:00");
    // around the clock, all eighteen hours of the pause count
    assertThat(duties.severity(1).due("contain")).isEqualTo("2026-11-10T11:00");
    duties.does(new ObligationRequest.Pause(CONTAIN, "again"));
    duties.does(new ObligationRequest.Resume(CONTAIN));
    assertThat(duties.due("contain")).isEqualTo("2026-11-10T11:00");
  }

  @Test
  void never_pauses_a_duty_by_law() {
    var duties = monday(GDPR).determines("gdpr", Determination.AWARE);
    assertThat(duties.refusal(ADA, new ObligationRequest.Pause(new ObligationId("gdpr"), "x")))
        .containsExactly("obligation.service-level");
  }

  @Test
  void acknowledges_and_shows_the_margin_and_what_was_late() {
    var acknowledge =
        Obligation.builder("acknowledge")
            .starts(Milestone.OPENED)
            .ends(Milestone.ACKNOWLEDGED)
            .within(Period.of(Duration.ofMinutes(15)))
            .build();
    var late = monday(acknowledge).at("2026-11-09T09:20:00Z").does(new TriageRequest.Acknowledge());
    assertThat(late.history()).containsSubsequence("obligation.missed", "obligation.fulfilled");
    var told = late.wakes();
    assertThat(told).isEmpty();
    late.does(new ObligationRequest.ExplainDelay(new ObligationId("acknowledge"), "a fire drill"));
    assertThat(late.deadlines().toText(ZoneOffset.UTC)).contains("-00:05:00", "; a fire drill");
    var early =
        monday(acknowledge).at("2026-11-09T09:10:00Z").does(new TriageRequest.Acknowledge());
    assertThat(early.deadlines().lines().get(0).margin()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void a_missed_deadline_is_recorded_once_when_it_is_met_late_after_waking() {
    var duties = monday(GDPR).determines("gdpr", Determination.AWARE);
    duties.at("2026-11-20T00:00:00Z");
    assertThat(duties.wakes()).containsExactly("obligation.missed gdpr");
    duties.tells(Audience.REGULATOR);
    assertThat(duties.history().stream().filter("obligation.missed"::equals)).hasSize(1);
    assertThat(duties.status("gdpr")).isEqualTo(Clock.Status.MISSED);
  }

  @Test
  void a_corrected_trigger_changes_what_is_due_and_both_are_shown() {
    var duties = monday(GDPR).determines("gdpr", Determination.AWARE);
    var earlier = correct("2026-11-08T20:00:00Z");
    duties.at("2026-11-10T09:00:00Z");
    assertThat(duties.refusal(BOB, correct("2026-11-09T20:00:00Z")))
        .containsExactly("guard.entitled");
    assertThat(duties.does(earlier).due("gdpr")).isEqualTo("2026-11-11T20:00");
    assertThat(duties.deadlines().toText(ZoneOffset.UTC))
        .contains(
            "2026-11-11 20:00:00", "was due", "2026-11-12 09:00:00 +00:00", "the mail gateway");
    duties.does(correct("2026-11-09T20:00:00Z"));
    assertThat(duties.due("gdpr")).isEqualTo("2026-11-12T20:00");
    assertThat(duties.deadlines().lines().get(0).changes()).hasSize(2);
  }

  private static ObligationRequest.CorrectTrigger correct(String to) {
    return new ObligationRequest.CorrectTrigger(AWARE, Instant.parse(to), "the mail gateway");
  }

  @Test
  void a_corrected_trigger_makes_what_was_met_late() {
    var duties = monday(GDPR).determines("gdpr", Determination.AWARE);
    duties.at("2026-11-12T08:00:00Z").tells(Audience.REGULATOR);
    assertThat(duties.status("gdpr")).isEqualTo(Clock.Status.MET);
    duties.does(correct("2026-11-08T20:00:00Z"));
    assertThat(duties.status("gdpr")).isEqualTo(Clock.Status.MISSED);
    assertThat(duties.at("2026-12-12T08:00:00Z").wakes()).isEmpty();
    assertThat(duties.deadlines().lines().get(0).margin()).isEqualTo(Duration.ofHours(-12));
  }

  @Test
  void an_earlier_awareness_counts_and_a_later_one_does_not() {
    var duties = monday(GDPR).determines("gdpr", Determination.AWARE);
    duties.at("2026-11-10T09:00:00Z").determines("gdpr", Determination.AWARE);
    assertThat(duties.due("gdpr")).isEqualTo("2026-11-12T09:00");
    duties.does(
        new ObligationRequest.Determine("gdpr", Determination.AWARE, "a note"),
        "2026-11-08T09:00:00Z");
    assertThat(duties.due("gdpr")).isEqualTo("2026-11-11T09:00");
  }

  @Test
  void a_notice_names_only_obligations_to_tell_its_audience() {
    var duties = monday(GDPR, contain(hours(1))).determines("gdpr", Determination.AWARE);
    for (String name : List.of("contain", "none", "gdpr")) {
      var notice =
          new CommunicationRequest.Notify(
              Audience.MEDIA, "them", "x", null, ImmutableSet.of(new ObligationId(name)));
      assertThat(duties.refusal(ADA, notice)).containsExactly("guard.notice-fits");
    }
  }

  @Test
  void a_notice_before_the_clock_starts_ends_it_at_once() {
    var duties = monday(GDPR).tells(Audience.REGULATOR);
    duties.at("2026-11-10T09:00:00Z").determines("gdpr", Determination.AWARE);
    assertThat(duties.status("gdpr")).isEqualTo(Clock.Status.MET);
    assertThat(duties.clock("gdpr").stopped()).isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
    var named = monday(GDPR).tells(Audience.REGULATOR, "gdpr");
    assertThat(named.determines("gdpr", Determination.AWARE).status("gdpr"))
        .isEqualTo(Clock.Status.MET);
  }

  @Test
  void a_policy_says_when_it_is_due_and_its_label_is_kept() {
    DuePolicy cautious =
        new DuePolicy() {
          @Override
          public String name() {
            return "an-hour-early";
          }

          @Override
          public Due due(Context context) {
            assertThat(context.calendar()).isEqualTo(BusinessCalendar.UTC);
            var planned = DuePolicy.asPlanned().due(context).at();
            return new Due(Objects.requireNonNull(planned).minusSeconds(3_600), label());
          }
        };
    var duties =
        Duties.openedAt("2026-11-09T09:00:00Z", Policies.STANDARD.withDue(cautious), GDPR)
            .determines("gdpr", Determination.AWARE);
    assertThat(duties.due("gdpr")).isEqualTo("2026-11-12T08:00");
    assertThat(duties.clock("gdpr").schedule().under()).isEqualTo("an-hour-early@1");
    assertThat(DuePolicy.asPlanned().label()).isEqualTo("planned-due@1");
    assertThat(DuePolicy.asPlanned().explain()).endsWith(".");
  }

  /** Law 6: whatever the severity does, no clock is loosened. */
  @Property(tries = 200)
  void severity_never_loosens_a_clock(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 2) Integer> severities,
      @ForAll @IntRange(min = 0, max = 3) int pauseAfter) {
    var duties = monday(contain(null), GDPR).determines("gdpr", Determination.AWARE);
    Instant due = null;
    var highest = 0;
    for (int i = 0; i < severities.size(); i++) {
      duties.severity(severities.get(i));
      highest = Math.max(highest, severities.get(i));
      var now = duties.clock("contain").due();
      assertThat(due == null || !now.isAfter(due)).isTrue();
      due = now;
      if (i == pauseAfter) {
        duties.does(new ObligationRequest.Pause(CONTAIN, "no access"));
      }
    }
    var alone = monday(contain(null)).severity(highest);
    assertThat(due).isEqualTo(alone.clock("contain").due());
    assertThat(duties.due("gdpr")).isEqualTo("2026-11-12T09:00");
  }
}
