package dev.firebreak.alert;

import static dev.firebreak.alert.Alerts.address;
import static dev.firebreak.alert.Alerts.after;
import static dev.firebreak.alert.Alerts.alert;
import static dev.firebreak.alert.Alerts.allOpen;
import static dev.firebreak.alert.Alerts.place;
import static dev.firebreak.alert.Alerts.placed;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alerts.Placed;
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
    var placement = placed(EMPTY, alert(1, "f", "a", "b"), MINUTE, allOpen());

    assertThat(placement)
        .isEqualTo(
            new Placed(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"), address("b"))));
  }

  @Test
  void the_same_key_is_a_duplicate_for_ever_whatever_else_it_says() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");
    var again = alert(1, "other", time(1_000_000_000), "b");

    assertThat(placed(intake, again, MINUTE, closed -> false))
        .isEqualTo(
            new Placed(
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

    assertThat(placed(intake, next, MINUTE, allOpen()).outcome()).isEqualTo(outcome);
  }

  @Test
  void a_repetition_names_its_incident_and_binds_nothing() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(placed(intake, alert(2, "f", "b"), MINUTE, allOpen()))
        .isEqualTo(
            new Placed(
                Outcome.REPEATED, "one", "repeats one observed at " + time(1), ImmutableSet.of()));
  }

  @Test
  void every_repetition_moves_the_window_on() {
    var first = after(EMPTY, alert(1, "f", time(0)), "one");
    var second = after(first, alert(2, "f", time(60)), "one");
    var third = alert(3, "f", time(120));

    assertThat(placed(first, third, MINUTE, allOpen()).outcome()).isEqualTo(Outcome.OPENED);
    assertThat(placed(second, third, MINUTE, allOpen()).outcome()).isEqualTo(Outcome.REPEATED);
  }

  @Test
  void an_alert_that_arrives_late_does_not_move_the_window_back() {
    var first = after(EMPTY, alert(1, "f", time(60)), "one");
    var late = after(first, alert(2, "f", time(0)), "one");

    assertThat(placed(late, alert(3, "f", time(120)), MINUTE, allOpen()).outcome())
        .isEqualTo(Outcome.REPEATED);
  }

  @Test
  void a_fingerprint_leads_to_the_incident_that_took_it_last_even_with_an_earlier_alert() {
    var first = after(EMPTY, alert(1, "f", time(60)), "one");
    var other = after(first, alert(2, "f", time(0)), "two");

    assertThat(placed(other, alert(3, "f", time(0)), MINUTE, allOpen()).incident())
        .isEqualTo("two");
    assertThat(placed(other, alert(3, "f", time(120)), MINUTE, allOpen()).outcome())
        .isEqualTo(Outcome.OPENED);
  }

  @Test
  void a_closed_incident_takes_no_repetition() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(placed(intake, alert(2, "f", "a"), MINUTE, open -> false))
        .isEqualTo(
            new Placed(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"))));
  }

  @Test
  void a_repetition_of_a_closed_incident_joins_an_open_one_that_shares_something() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b"), "two");

    assertThat(placed(two, alert(3, "f", "a", "b"), MINUTE, "two"::equals))
        .isEqualTo(
            new Placed(
                Outcome.JOINED, "two", "shares IP_ADDRESS b", ImmutableSet.of(address("a"))));
  }

  @Test
  void joins_the_open_incident_that_most_observables_lead_to() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b", "c"), "two");

    assertThat(placed(two, alert(3, "h", "a", "b", "c", "d"), MINUTE, allOpen()))
        .isEqualTo(
            new Placed(
                Outcome.JOINED,
                "two",
                "shares IP_ADDRESS b, IP_ADDRESS c",
                ImmutableSet.of(address("d"))));
  }

  @Test
  void joins_the_incident_found_first_where_several_are_equal() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b"), "two");

    assertThat(placed(two, alert(3, "h", "b", "a"), MINUTE, allOpen()).incident()).isEqualTo("two");
    assertThat(placed(two, alert(3, "h", "a", "b"), MINUTE, allOpen()).incident()).isEqualTo("one");
  }

  @Test
  void what_is_shared_by_many_leads_nowhere_and_is_not_bound() {
    var intake = after(EMPTY, alert(1, "f", "198.51.100.53"), "one");

    assertThat(placed(intake, alert(2, "g", "198.51.100.53", "a"), MINUTE, allOpen()))
        .isEqualTo(
            new Placed(
                Outcome.OPENED,
                null,
                "shares nothing with an open incident",
                ImmutableSet.of(address("a"))));
  }

  @Test
  void an_observable_of_an_open_incident_keeps_leading_there() {
    var one = after(EMPTY, alert(1, "f", "a"), "one");
    var two = after(one, alert(2, "g", "b", "c"), "two");
    var joined = placed(two, alert(3, "h", "a", "b", "c"), MINUTE, allOpen());

    assertThat(joined.incident()).isEqualTo("two");
    assertThat(joined.binds()).isEmpty();
  }

  @Test
  void what_was_received_belongs_to_the_intake() {
    var received =
        Alerts.received(
            EMPTY,
            alert(1, "f"),
            place(EMPTY, alert(1, "f"), MINUTE, allOpen()),
            MINUTE,
            allOpen(),
            "one");

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
  void is_equal_whatever_the_order_in_which_unrelated_alerts_of_one_moment_came() {
    var one = alert(1, "f", time(1), "a");
    var two = alert(2, "g", time(1), "b");
    var intake = after(after(EMPTY, one, "one"), two, "two");
    var other = after(after(EMPTY, two, "two"), one, "one");

    assertThat(intake)
        .isEqualTo(other)
        .hasSameHashCodeAs(other)
        .isNotEqualTo(after(EMPTY, one, "one"))
        .isNotEqualTo("intake");
  }

  @Test
  void forgets_what_is_old_when_it_is_time_but_not_what_is_snoozed() {
    var rule = new CorrelationRule(Duration.ZERO, ImmutableSet.of(), Duration.ofSeconds(10));
    var snoozed =
        new IntakeFact.Received(
            alert(1, "f", time(0), "a"),
            Outcome.SNOOZED,
            null,
            "later",
            ImmutableSet.of(),
            time(100),
            "p@1");
    var intake = snoozed.applyTo(EMPTY, stamp(1));
    intake = after(intake, alert(2, "g", time(0), "b"), "two");
    intake = after(intake, alert(3, "h", time(9), "c"), "three");
    assertThat(intake.forgettable(rule)).isNull();
    intake = after(intake, alert(4, "i", time(10), "d"), "four");
    assertThat(intake.forgettable(rule)).isEqualTo(time(0));
    intake = after(intake, alert(5, "i", time(12), "d"), "four");

    var forgotten = new IntakeFact.Forgotten(time(2)).applyTo(intake, stamp(1));
    assertThat(forgotten.forgettable(rule)).isNull();
    assertThat(forgotten.size()).isEqualTo(4);
    assertThat(forgotten.duplicate(Alerts.key(1))).isNotNull();
    assertThat(forgotten.duplicate(Alerts.key(2))).isNull();
    assertThat(forgotten.duplicate(Alerts.key(3))).isNotNull();
    assertThat(forgotten.mayHaveForgotten(alert(2, "g", time(0)))).isTrue();
    assertThat(forgotten.mayHaveForgotten(alert(1, "f", time(0)))).isFalse();
    assertThat(forgotten.mayHaveForgotten(alert(6, "f", time(2)))).isFalse();
    assertThat(place(forgotten, alert(7, "x", time(12), "b"), rule, allOpen()).outcome())
        .isEqualTo(Outcome.OPENED);
    assertThat(place(forgotten, alert(7, "x", time(12), "c"), rule, allOpen()).incident())
        .isEqualTo("three");
  }

  @Test
  void an_alert_from_the_future_makes_nothing_forgotten() {
    var rule = new CorrelationRule(Duration.ZERO, ImmutableSet.of(), Duration.ofSeconds(10));
    var intake =
        after(after(EMPTY, alert(1, "f", time(0)), "one"), alert(2, "g", time(99_999)), "two");
    assertThat(intake.forgettable(rule)).isEqualTo(time(2).plusSeconds(60 - 10));
  }

  @Test
  void alerts_that_join_an_incident_keep_what_leads_to_it_in_memory() {
    var rule = new CorrelationRule(Duration.ZERO, ImmutableSet.of(), Duration.ofSeconds(10));
    var first = after(EMPTY, alert(1, "f", time(0), "a"), "one");
    var joining = alert(2, "g", time(9), "a");
    var joined =
        Alerts.received(
                first, joining, place(first, joining, rule, allOpen()), rule, allOpen(), "two")
            .applyTo(first, stamp(2));
    var forgotten = new IntakeFact.Forgotten(time(5)).applyTo(joined, stamp(3));
    assertThat(place(forgotten, alert(3, "h", time(12), "a"), rule, allOpen()).incident())
        .isEqualTo("one");
  }

  @Test
  void names_five_of_the_shared_observables_and_counts_the_others() {
    var intake = after(EMPTY, alert(1, "f", "a", "b", "c", "d", "e", "f", "g"), "one");
    var again = alert(2, "g", "a", "b", "c", "d", "e", "f", "g");
    assertThat(place(intake, again, MINUTE, allOpen()).because())
        .isEqualTo(
            "shares IP_ADDRESS a, IP_ADDRESS b, IP_ADDRESS c, IP_ADDRESS d, IP_ADDRESS e and 2 more");
  }

  @Test
  void differs_by_fingerprint_and_by_what_was_bound() {
    var intake = after(EMPTY, alert(1, "f", "a"), "one");

    assertThat(intake)
        .isNotEqualTo(after(EMPTY, alert(1, "g", "a"), "one"))
        .isNotEqualTo(after(EMPTY, alert(1, "f", "b"), "one"));
  }
}
