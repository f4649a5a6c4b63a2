package dev.firebreak.obligation;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.ObligationFact.DecidedAgainst;
import dev.firebreak.obligation.ObligationFact.Fulfilled;
import dev.firebreak.obligation.ObligationFact.Reached;
import dev.firebreak.obligation.ObligationFact.Started;
import dev.firebreak.obligation.ObligationRequest.DecideAgainst;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObligationTest {
  private static final ObligationId TELL = new ObligationId("tell");
  private static final ObligationId REVIEW = new ObligationId("review");
  private static final Category PHISHING = new Category("phishing");
  private static final Clocks START = Clocks.CONCEPT.start();
  private static final Started STARTED = new Started(TELL, Milestone.DECLARED, time(1), time(50));
  private static final Clocks RUNNING = after(Clocks.CONCEPT, STARTED);

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refuses_a_period_that_is_over_before_it_begins(String within) {
    assertThatThrownBy(() -> obligation(within, Milestone.OPENED, Milestone.CLOSED, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("within must be positive but was " + within);
  }

  @Test
  void refuses_to_end_with_what_it_starts_with() {
    assertThatThrownBy(() -> obligation("PT1H", Milestone.OPENED, Milestone.OPENED, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an obligation cannot start and end with OPENED");
  }

  @Test
  void refuses_a_recipient_without_a_notice_and_a_notice_without_a_recipient() {
    var message = "an obligation names a recipient just when it ends with NOTIFIED";

    assertThatThrownBy(
            () -> obligation("PT1H", Milestone.OPENED, Milestone.CLOSED, Audience.REGULATOR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> obligation("PT1H", Milestone.OPENED, Milestone.NOTIFIED, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refuses_a_duty_that_does_not_say_what_or_by_whom() {
    assertThatThrownBy(() -> obligation("", "a law")).hasMessage("title must not be blank");
    assertThatThrownBy(() -> obligation("Tell", " ")).hasMessage("source must not be blank");
  }

  @Test
  void is_for_all_categories_or_for_those_that_it_names() {
    var forAll = obligation("Tell", "a law");
    var forPhishing = obligation("Tell", "a law", PHISHING);

    assertThat(forAll.isFor(null)).isTrue();
    assertThat(forAll.isFor(PHISHING)).isTrue();
    assertThat(forPhishing.isFor(null)).isFalse();
    assertThat(forPhishing.isFor(PHISHING)).isTrue();
    assertThat(forPhishing.isFor(new Category("ransomware"))).isFalse();
    assertThat(forPhishing.isFor(new Category("fraud"))).isFalse();
    assertThat(obligation("Tell", "a law", new Category("fraud")).isFor(PHISHING)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, RUNNING", "0, RUNNING", "1, MISSED"})
  void a_clock_that_runs_is_missed_after_it_was_due(long nanosAfterDue, Clock.Status status) {
    var clock = new Clock(TELL, time(1), time(50), null, null, 1);

    assertThat(clock.running()).isTrue();
    assertThat(clock.statusAt(time(50).plusNanos(nanosAfterDue))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"-1, MET", "0, MET", "1, MISSED"})
  void a_clock_that_was_stopped_is_met_up_to_when_it_was_due(
      long nanosAfterDue, Clock.Status status) {
    var stopped = time(50).plusNanos(nanosAfterDue);
    var clock = new Clock(TELL, time(1), time(50), stopped, null, 1);

    assertThat(clock.running()).isFalse();
    assertThat(clock.statusAt(time(1))).isEqualTo(status);
    assertThat(clock.statusAt(time(99))).isEqualTo(status);
  }

  @Test
  void a_clock_that_was_decided_about_is_waived_even_when_that_came_late() {
    var clock = new Clock(TELL, time(1), time(50), time(51), "no data was lost", 1);

    assertThat(clock.statusAt(time(99))).isEqualTo(Clock.Status.WAIVED);
  }

  @Test
  void refuses_to_decide_about_a_clock_that_does_not_run() {
    var stopped = new Fulfilled(TELL, Milestone.NOTIFIED, time(7)).applyTo(RUNNING, stamp(8));
    var decide = new DecideAgainst(TELL, "no data was lost");

    assertThat(decide.unmet(START, asking()))
        .containsExactly(ObligationCondition.STARTED.unmet("no clock runs for tell"));
    assertThat(decide.unmet(stopped, asking()))
        .containsExactly(ObligationCondition.STARTED.unmet("the clock for tell has stopped", 8L));
    assertThatThrownBy(() -> new DecideAgainst(TELL, "")).hasMessage("reason must not be blank");
  }

  @Test
  void decides_about_a_clock_that_runs() {
    var decide = new DecideAgainst(TELL, "no data was lost");

    assertThat(decide.unmet(RUNNING, asking())).isEmpty();
    assertThat(decide.yields(RUNNING, asking()))
        .containsExactly(new DecidedAgainst(TELL, "no data was lost"));
  }

  @Test
  void a_clock_starts_and_stops_as_the_facts_tell() {
    assertThat(RUNNING.find(TELL)).contains(new Clock(TELL, time(1), time(50), null, null, 1));
    assertThat(
            new Fulfilled(TELL, Milestone.NOTIFIED, time(7)).applyTo(RUNNING, stamp(8)).get(TELL))
        .isEqualTo(new Clock(TELL, time(1), time(50), time(7), null, 8));
    assertThat(new DecidedAgainst(TELL, "why").applyTo(RUNNING, stamp(9)).get(TELL))
        .isEqualTo(new Clock(TELL, time(1), time(50), time(9), "why", 9));
  }

  @Test
  void cannot_fold_the_end_of_a_clock_that_did_not_start() {
    assertThatThrownBy(
            () -> new Fulfilled(TELL, Milestone.NOTIFIED, time(7)).applyTo(START, stamp(8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no clock tell: its history is not in order");
    assertThatThrownBy(() -> new DecidedAgainst(TELL, "why").applyTo(START, stamp(8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no clock tell: its history is not in order");
  }

  @Test
  void the_next_due_is_the_earliest_of_those_that_run() {
    var both = new Started(REVIEW, Milestone.OPENED, time(2), time(30)).applyTo(RUNNING, stamp(2));
    var one = new DecidedAgainst(REVIEW, "why").applyTo(both, stamp(3));
    var none = new DecidedAgainst(TELL, "why").applyTo(one, stamp(4));

    assertThat(START.nextDue()).isEmpty();
    assertThat(both.nextDue()).contains(time(30));
    assertThat(one.nextDue()).contains(time(50));
    assertThat(none.nextDue()).isEmpty();
  }

  @Test
  void remembers_when_milestones_were_reached() {
    var clocks =
        after(
            Clocks.CONCEPT,
            new Reached(Milestone.OPENED, time(1)),
            new Reached(Milestone.DECLARED, time(9)));

    assertThat(clocks)
        .isEqualTo(
            new Clocks(
                ImmutableMap.of(),
                ImmutableMap.of(Milestone.DECLARED, time(9), Milestone.OPENED, time(1))));
  }

  private static Obligation obligation(
      String within, Milestone starts, Milestone ends, @Nullable Audience recipient) {
    return new Obligation(
        TELL, "Tell", "a law", starts, Duration.parse(within), ends, recipient, ImmutableSet.of());
  }

  private static Obligation obligation(String title, String source, Category... categories) {
    return new Obligation(
        TELL,
        title,
        source,
        Milestone.DECLARED,
        Duration.ofDays(3),
        Milestone.NOTIFIED,
        Audience.REGULATOR,
        ImmutableSet.copyOf(categories));
  }
}
