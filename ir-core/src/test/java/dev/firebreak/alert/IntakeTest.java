package dev.firebreak.alert;

import static dev.firebreak.alert.Alerts.address;
import static dev.firebreak.alert.Alerts.after;
import static dev.firebreak.alert.Alerts.alert;
import static dev.firebreak.alert.Alerts.allOpen;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Placement.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
  private static final Intake EMPTY = Intake.CONCEPT.start();
  private static final CorrelationRule MINUTE =
      new CorrelationRule(Duration.ofSeconds(60), ImmutableSet.of("198.51.100.53"));

  @Test
  void opens_an_incident_for_the_first_alert_and_binds_what_it_saw() {
    var placement = EMPTY.place(alert(1, "f", "a", "b"), MINUTE, allOpen());

    assertThat(placement)
        .isEqualTo(
            new Placement(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"), address("b"))));
  }

  @Test
  void the_same_key_is_a_duplicate_for_ever_whatever_else_it_says() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");
    var again = alert(1, "other", time(1_000_000_000), "b");

    assertThat(intake.place(again, MINUTE, closed -> false))
        .isEqualTo(
            new Placement(
                Outcome.DUPLICATE, "one", "received before: suricata alert 1", ImmutableSet.of()));
  }

  @ParameterizedTest
  @CsvSource({
    // seconds and nanoseconds after the one before
    "0, 0, REPEATED",
    "60, 0, REPEATED",
    "60, 1, OPENED",
    "-60, 0, REPEATED",
    "-60, -1, OPENED",
  })
  void the_same_fingerprint_within_the_window_is_a_repetition(
      long seconds, long nanos, Outcome outcome) {
    var intake = after(EMPTY, alert(1, "f"), "one");
    var next = alert(2, "f", time(1).plusSeconds(seconds).plusNanos(nanos));

    assertThat(intake.place(next, MINUTE, allOpen()).outcome()).isEqualTo(outcome);
  }

  @Test
  void a_repetition_names_its_incident_and_binds_nothing() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(intake.place(alert(2, "f", "b"), MINUTE, allOpen()))
        .isEqualTo(
            new Placement(
                Outcome.REPEATED, "one", "repeats one observed at " + time(1), ImmutableSet.of()));
  }

  @Test
  void every_repetition_moves_the_window_on() {
    var first = after(EMPTY, alert(1, "f", time(0)), "one");
    var second = after(first, alert(2, "f", time(60)), "one");
    var third = alert(3, "f", time(120));

    assertThat(first.place(third, MINUTE, allOpen()).outcome()).isEqualTo(Outcome.OPENED);
    assertThat(second.place(third, MINUTE, allOpen()).outcome()).isEqualTo(Outcome.REPEATED);
  }

  @Test
  void an_alert_that_arrives_late_does_not_move_the_window_back() {
    var first = after(EMPTY, alert(1, "f", time(60)), "one");
    var late = after(first, alert(2, "f", time(0)), "one");

    assertThat(late.place(alert(3, "f", time(120)), MINUTE, allOpen()).outcome())
        .isEqualTo(Outcome.REPEATED);
  }

  @Test
  void a_fingerprint_leads_to_the_incident_that_took_it_last_even_with_an_earlier_alert() {
    var first = after(EMPTY, alert(1, "f", time(60)), "one");
    var other = after(first, alert(2, "f", time(0)), "two");

    assertThat(other.place(alert(3, "f", time(0)), MINUTE, allOpen()).incident()).isEqualTo("two");
    assertThat(other.place(alert(3, "f", time(120)), MINUTE, allOpen()).outcome())
        .isEqualTo(Outcome.OPENED);
  }

  @Test
  void a_closed_incident_takes_no_repetition() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(intake.place(alert(2, "f", "a"), MINUTE, open -> false))
        .isEqualTo(
            new Placement(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"))));
  }

  @Test
  void a_repetition_of_a_closed_incident_joins_an_open_one_that_shares_something() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b"), "two");

    assertThat(two.place(alert(3, "f", "a", "b"), MINUTE, "two"::equals))
        .isEqualTo(
            new Placement(
                Outcome.JOINED, "two", "shares IP_ADDRESS b", ImmutableSet.of(address("a"))));
  }

  @Test
  void joins_the_open_incident_that_most_observables_lead_to() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b", "c"), "two");

    assertThat(two.place(alert(3, "h", "a", "b", "c", "d"), MINUTE, allOpen()))
        .isEqualTo(
            new Placement(
                Outcome.JOINED, "two", "shares IP_ADDRESS b", ImmutableSet.of(address("d"))));
  }

  @Test
  void joins_the_incident_found_first_where_several_are_equal() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b"), "two");

    assertThat(two.place(alert(3, "h", "b", "a"), MINUTE, allOpen()).incident()).isEqualTo("two");
    assertThat(two.place(alert(3, "h", "a", "b"), MINUTE, allOpen()).incident()).isEqualTo("one");
  }

  @Test
  void what_is_shared_by_many_leads_nowhere_and_is_not_bound() {
    var intake = after(EMPTY, alert(1, "f", "198.51.100.53"), "one");

    assertThat(intake.place(alert(2, "g", "198.51.100.53", "a"), MINUTE, allOpen()))
        .isEqualTo(
            new Placement(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"))));
  }

  @Test
  void an_observable_of_an_open_incident_keeps_leading_there() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b", "c"), "two");
    var joined = two.place(alert(3, "h", "a", "b", "c"), MINUTE, allOpen());

    assertThat(joined.incident()).isEqualTo("two");
    assertThat(joined.binds()).isEmpty();
  }

  @Test
  void what_was_received_belongs_to_the_intake() {
    var received =
        Alerts.received(alert(1, "f"), EMPTY.place(alert(1, "f"), MINUTE, allOpen()), "one");

    assertThat(received.concept()).isSameAs(Intake.CONCEPT);
    assertThat(received.incident()).isEqualTo("one");
  }

  @Test
  void counts_different_alerts() {
    var intake = after(after(EMPTY, alert(1, "f"), "one"), alert(2, "f"), "one");

    assertThat(EMPTY.size()).isZero();
    assertThat(intake.size()).isEqualTo(2);
    assertThat(intake).hasToString("2 alerts");
  }

  @Test
  void is_equal_whatever_the_order_in_which_unrelated_alerts_came() {
    var one = alert(1, "f", "a");
    var two = alert(2, "g", "b");
    var intake = after(after(EMPTY, one, "one"), two, "two");
    var other = after(after(EMPTY, two, "two"), one, "one");

    assertThat(intake)
        .isEqualTo(other)
        .hasSameHashCodeAs(other)
        .isNotEqualTo(after(EMPTY, one, "one"))
        .isNotEqualTo("intake");
  }

  @Test
  void differs_by_fingerprint_and_by_what_was_bound() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(intake)
        .isNotEqualTo(after(EMPTY, alert(1, "g", "a"), "one"))
        .isNotEqualTo(after(EMPTY, alert(1, "f", "b"), "one"));
  }
}
