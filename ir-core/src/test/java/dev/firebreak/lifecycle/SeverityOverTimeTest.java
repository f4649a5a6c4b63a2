package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A severity set by hand, in an engine that is woken. */
class SeverityOverTimeTest {
  private static final Instant TEN = Instant.parse("2026-11-09T10:00:00Z");

  /** Medium: four hours; high: one; else sixteen. */
  private static final Obligation CONTAIN =
      Obligation.builder("contain")
          .starts(Milestone.OPENED)
          .ends(Milestone.CONTAINED)
          .within(Period.of(Duration.ofHours(16)))
          .levels(
              ImmutableMap.of(
                  Duties.LEVELS.get(1), Period.of(Duration.ofHours(4)),
                  Duties.LEVELS.get(2), Period.of(Duration.ofHours(1))))
          .build();

  private static Duties monday() {
    return Duties.openedAt(
        "2026-11-09T09:00:00Z", Policies.STANDARD.withSeverity(new ByFunction()), CONTAIN);
  }

  /** The functional impact alone decides. */
  private record ByFunction() implements SeverityPolicy {
    @Override
    public Rating rate(Context context) {
      var level =
          switch (context.impact().functional()) {
            case NONE, LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
          };
      return new Rating(Duties.LEVELS.get(level), "the functional impact", label());
    }
  }

  private static SeverityRequest assess(FunctionalImpact functional) {
    return new SeverityRequest.Assess(
        new Impact(functional, InformationImpact.NONE, Recoverability.REGULAR));
  }

  private static SeverityRequest overrule(int level) {
    return new SeverityRequest.Overrule(Duties.LEVELS.get(level), "it is so", TEN);
  }

  @Test
  void does_not_run_out_before_its_time_and_only_once() {
    var duties = monday().does(assess(FunctionalImpact.LOW)).does(overrule(2));
    assertThat(duties.at("2026-11-09T09:59:59Z").wakes()).isEmpty();
    assertThat(duties.incident().assessment().severity()).isEqualTo(Duties.LEVELS.get(2));
    duties.at("2026-11-09T12:00:00Z").wakes();
    assertThat(duties.history().stream().filter("severity.expired"::equals)).hasSize(1);
    assertThat(duties.incident().assessment().severity()).isEqualTo(Duties.LEVELS.get(0));
    assertThat(duties.wakes()).isEmpty();
    assertThat(duties.incident().assessment().nextDue()).isNull();
  }

  @Test
  void what_ends_early_does_not_run_out() {
    var duties = monday().does(overrule(2)).does(new SeverityRequest.Lift("all quiet"));
    duties.at("2026-11-09T12:00:00Z").wakes();
    assertThat(duties.history()).contains("severity.lifted").doesNotContain("severity.expired");
    assertThat(duties.incident().assessment().severity()).isNull();
  }

  @Test
  void runs_out_in_a_closed_incident_too() {
    var duties = monday().does(overrule(2));
    duties.does(
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team")));
    assertThat(duties.at("2026-11-09T12:00:00Z").wakes()).isNotEmpty();
    assertThat(duties.history()).contains("severity.expired");
  }

  @Test
  void a_severity_that_is_back_and_higher_tightens_a_clock() {
    var duties = monday().does(assess(FunctionalImpact.LOW)).does(overrule(1));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T13:00");
    duties.does(assess(FunctionalImpact.HIGH));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T13:00");
    duties.at("2026-11-09T10:00:00Z").wakes();
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T10:00");
    assertThat(duties.history()).endsWith("severity.expired", "obligation.corrected");
  }

  @Test
  void a_severity_that_is_back_and_lower_loosens_no_clock() {
    var duties = monday().does(assess(FunctionalImpact.LOW)).does(overrule(1));
    duties.at("2026-11-09T10:00:00Z").wakes();
    assertThat(duties.incident().assessment().severity()).isEqualTo(Duties.LEVELS.get(0));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T13:00");
  }

  @Test
  void lifting_an_override_that_was_too_mild_tightens_a_clock() {
    var duties = monday().does(overrule(0)).does(assess(FunctionalImpact.HIGH));
    assertThat(duties.due("contain")).isEqualTo("2026-11-10T01:00");
    duties.does(new SeverityRequest.Lift("it is real"));
    assertThat(duties.due("contain")).isEqualTo("2026-11-09T10:00");
  }
}
