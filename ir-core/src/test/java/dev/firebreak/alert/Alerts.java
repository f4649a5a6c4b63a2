package dev.firebreak.alert;

import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;

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

  /** Returns the fact of a placed alert; where one is to be opened, it has this name. */
  static IntakeFact.Received received(Alert alert, Placement placement, String opened) {
    var incident = placement.incident() == null ? opened : placement.incident();
    return new IntakeFact.Received(
        alert, placement.outcome(), incident, placement.because(), placement.binds());
  }

  /** Returns the intake after an alert that leads to that incident with all that it saw. */
  static Intake after(Intake intake, Alert alert, String incident) {
    var received =
        new IntakeFact.Received(
            alert, Placement.Outcome.OPENED, incident, "for the test", alert.observables());
    return received.applyTo(intake, stamp(intake.size() + 1));
  }
}
