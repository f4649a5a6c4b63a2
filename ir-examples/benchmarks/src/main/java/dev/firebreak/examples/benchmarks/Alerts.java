package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;

/** A stream of alerts, in the mix that a noisy sensor gives; the same each time. */
final class Alerts {
  private static final long START = 1_800_000_000;

  private final int sources;
  private int number;

  Alerts(int sources) {
    this.sources = sources;
  }

  /** Returns the alert that opens the incident of a source. */
  Alert first(int source) {
    return alert("first-" + source, "rule-" + source, "a-" + source);
  }

  Alert next() {
    int i = number++;
    int source = (int) ((i * 7919L) % sources);
    int kind = i % 100;
    if (kind < 80) {
      return alert("again-" + i, "rule-" + source, "a-" + source);
    }
    if (kind < 90) {
      return first(source);
    }
    return kind < 98
        ? alert("joins-" + i, "other-" + i, "a-" + source)
        : alert("new-" + i, "new-" + i, "b-" + i);
  }

  private static Alert alert(String reference, String fingerprint, String host) {
    return new Alert(
        new AlertKey("sensor", reference),
        "A host calls home",
        fingerprint,
        Instant.ofEpochSecond(START),
        ZoneOffset.UTC,
        AlertSeverity.HIGH,
        ImmutableSet.of(new Observable(Observable.Type.DOMAIN_NAME, host)),
        "{}");
  }
}
