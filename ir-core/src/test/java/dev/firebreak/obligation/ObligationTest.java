package dev.firebreak.obligation;

import static dev.firebreak.fact.Askings.time;
import static dev.firebreak.obligation.Clocked.TELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObligationTest {
  private static final Category PHISHING = new Category("phishing");

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

  @Test
  void refuses_an_obligation_that_nothing_starts_or_that_follows_itself() {
    assertThatThrownBy(() -> tell().build())
        .hasMessage("an obligation needs something that starts it");
    assertThatThrownBy(() -> tell().starts(Trigger.after(TELL)).build())
        .hasMessage("an obligation cannot start after itself but tell does");
    assertThatThrownBy(() -> tell().starts(Milestone.OPENED).within(null).build())
        .hasMessage("an obligation needs a period");
    assertThatThrownBy(() -> Obligation.builder("o").within(new Period.Days(1)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an obligation needs an end");
  }

  @Test
  void refuses_to_extend_a_period_in_hours_to_the_end_of_a_working_day() {
    var duty = tell().starts(Milestone.OPENED).extension(Extension.NEXT_WORKING_DAY);

    assertThatThrownBy(() -> duty.within(Period.of(Duration.ofDays(3))).build())
        .hasMessageStartingWith("a period in hours is not extended to the next working day");
    assertThat(duty.within(new Period.Months(1)).build().term().extension())
        .isEqualTo(Extension.NEXT_WORKING_DAY);
  }

  @Test
  void refuses_a_service_level_that_cannot_be_paused() {
    var high = new Severity("high", 1);
    var day = new Period.Days(1);
    var hour = Period.of(Duration.ofHours(1));
    var duty = tell().starts(Milestone.OPENED);

    assertThatThrownBy(() -> duty.within(null).levels(ImmutableMap.of(high, day)).build())
        .hasMessage("Days[days=1] cannot be paused");
    assertThatThrownBy(() -> duty.within(day).levels(ImmutableMap.of(high, hour)).build())
        .hasMessage("Days[days=1] cannot be paused");
    var level = duty.within(null).levels(ImmutableMap.of(high, hour)).build();
    assertThat(level.isServiceLevel()).isTrue();
    assertThat(level.term().periodAt(high)).isEqualTo(hour);
    assertThat(level.term().periodAt(null)).isNull();
    assertThat(level.term().end(time(1), null, null, null, Pauses.NONE)).isNull();
  }

  private static Obligation.Builder tell() {
    return Obligation.builder("tell")
        .tells(Audience.REGULATOR)
        .within(Period.of(Duration.ofDays(3)));
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
