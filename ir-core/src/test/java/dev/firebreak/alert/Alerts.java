package dev.firebreak.alert;

import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Alerts, and what an engine does with them, for tests of the intake. */
final class Alerts {
  private Alerts() {}

  /** Returns an alert observed a second after the one of the number before. */
  static Alert alert(int number, String fingerprint, String... addresses) {
    return alert(number, fingerprint, time(number), addresses);
  }

  static Alert alert(int number, String fingerprint, Instant observed, String... addresses) {
    var observables = ImmutableSet.<Observable>builder();
    for (String address : addresses) {
      observables.add(address(address));
    }
    return new Alert(
        key(number),
        "C2 beacon",
        fingerprint,
        observed,
        ZoneOffset.UTC,
        AlertSeverity.HIGH,
        observables.build(),
        "{}");
  }

  static AlertKey key(int number) {
    return new AlertKey("suricata", "alert " + number);
  }

  static Observable address(String address) {
    return new Observable(Observable.Type.IP_ADDRESS, address);
  }

  static Predicate<String> allOpen() {
    return incident -> true;
  }

  /** Where an alert was placed, and what it bound. */
  record Placed(
      Placement.Outcome outcome,
      @Nullable String incident,
      String because,
      ImmutableSet<Observable> binds) {}

  /** Returns where the rule places an alert, and what it binds there. */
  static Placed placed(Intake intake, Alert alert, CorrelationRule rule, Predicate<String> open) {
    var placement = place(intake, alert, rule, open);
    return new Placed(
        placement.outcome(),
        placement.incident(),
        placement.because(),
        binds(intake, alert, placement, rule, open));
  }

  /** Returns where the rule places an alert. */
  static Placement place(Intake intake, Alert alert, CorrelationRule rule, Predicate<String> open) {
    var known = intake.duplicate(alert.key());
    return known != null ? known : rule.choose(intake.candidates(alert, rule, standing(open)));
  }

  /** Returns what an alert binds when it is placed there. */
  static ImmutableSet<Observable> binds(
      Intake intake,
      Alert alert,
      Placement placement,
      CorrelationRule rule,
      Predicate<String> open) {
    return switch (placement.outcome()) {
      case OPENED, JOINED, LINKED -> intake.unbound(alert, rule, standing(open));
      case DUPLICATE, REPEATED, LINKED_AND_CLOSED, SNOOZED, DROPPED -> ImmutableSet.of();
    };
  }

  static Intake.Standing standing(Predicate<String> open) {
    return incident -> open.test(incident) ? incident : null;
  }

  /** Returns the fact of a placed alert; where one is to be opened, it has this name. */
  static IntakeFact.Received received(
      Intake intake,
      Alert alert,
      Placement placement,
      CorrelationRule rule,
      Predicate<String> open,
      String opened) {
    var incident = placement.incident() == null ? opened : placement.incident();
    return new IntakeFact.Received(
        alert,
        placement.outcome(),
        incident,
        placement.because(),
        binds(intake, alert, placement, rule, open),
        null,
        "planned-correlation@1");
  }

  /** Returns the intake after an alert that leads to that incident with all that it saw. */
  static Intake after(Intake intake, Alert alert, String incident) {
    var received =
        new IntakeFact.Received(
            alert,
            Placement.Outcome.OPENED,
            incident,
            "for the test",
            alert.observables(),
            null,
            "planned-correlation@1");
    return received.applyTo(intake, stamp(intake.size() + 1));
  }
}
