package dev.firebreak.alert;

import static dev.firebreak.alert.Alerts.received;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Placement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntakeProperties {
  private static final CorrelationRule RULE =
      new CorrelationRule(Duration.ofSeconds(30), ImmutableSet.of("shared"));

  @Property(tries = 200)
  void an_alert_placed_again_is_always_a_duplicate(@ForAll("alerts") List<Alert> alerts) {
    whatWasReceivedIsADuplicate(alerts);
  }

  @Property(tries = 200)
  void folding_in_halves_equals_folding_at_once(@ForAll("alerts") List<Alert> alerts) {
    halvesEqualTheWhole(alerts);
  }

  @Property(tries = 200)
  void an_alert_goes_to_no_closed_incident_unless_it_is_a_duplicate(
      @ForAll("alerts") List<Alert> alerts) {
    noClosedIncidentGrows(alerts);
  }

  static void whatWasReceivedIsADuplicate(List<Alert> alerts) {
    var facts = receive(alerts);
    var intake = fold(Intake.CONCEPT.start(), facts);
    for (Alert alert : alerts) {
      var again = Alerts.place(intake, alert, RULE, IntakeProperties::isOpen);
      assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
      assertThat(facts)
          .filteredOn(fact -> fact.alert().key().equals(alert.key()))
          .extracting(IntakeFact.Received::incident)
          .containsExactly(again.incident());
    }
  }

  static void halvesEqualTheWhole(List<Alert> alerts) {
    var facts = receive(alerts);
    var whole = fold(Intake.CONCEPT.start(), facts);
    for (int i = 0; i <= facts.size(); i++) {
      var half = fold(Intake.CONCEPT.start(), facts.subList(0, i));
      assertThat(fold(half, facts.subList(i, facts.size()))).isEqualTo(whole);
    }
  }

  static void noClosedIncidentGrows(List<Alert> alerts) {
    assertThat(receive(alerts))
        .filteredOn(fact -> fact.outcome() != Outcome.OPENED)
        .extracting(IntakeFact.Received::incident)
        .allMatch(IntakeProperties::isOpen);
  }

  /** Places each alert after the ones before it, as an engine does. */
  private static List<IntakeFact.Received> receive(List<Alert> alerts) {
    var facts = new ArrayList<IntakeFact.Received>();
    var intake = Intake.CONCEPT.start();
    Predicate<String> open = IntakeProperties::isOpen;
    for (Alert alert : alerts) {
      var placement = Alerts.place(intake, alert, RULE, open);
      if (placement.outcome() != Outcome.DUPLICATE) {
        var fact = received(intake, alert, placement, RULE, open, "inc-" + facts.size());
        facts.add(fact);
        intake = fact.applyTo(intake, stamp(facts.size()));
      }
    }
    return facts;
  }

  /** Every third incident is closed as soon as it is opened. */
  private static boolean isOpen(String incident) {
    return Integer.parseInt(incident.substring("inc-".length())) % 3 != 0;
  }

  private static Intake fold(Intake from, List<IntakeFact.Received> facts) {
    var intake = from;
    for (IntakeFact.Received fact : facts) {
      intake = fact.applyTo(intake, stamp(1));
    }
    return intake;
  }

  @Provide
  Arbitrary<List<Alert>> alerts() {
    var addresses = Arbitraries.of("a", "b", "c", "d", "shared").list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.of("f", "g", "h"),
            Arbitraries.integers().between(0, 120),
            addresses)
        .as(
            (number, fingerprint, second, seen) ->
                Alerts.alert(number, fingerprint, time(second), seen.toArray(String[]::new)))
        .list()
        .ofMaxSize(20);
  }
}
