package dev.firebreak.alert;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import dev.firebreak.scope.Observable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the alerts of one tenant, so that one alert never opens two incidents.
 *
 * <p>Immutable. Placing an alert is pure: it depends on what was received before, the rule, and
 * which incidents are open, not on the time of day. So the same alerts in the same order give the
 * same incidents, also after an interruption.
 */
public final class Intake {
  /** The intake as a concept; its history is one of its own, beside those of incidents. */
  public static final Concept<Intake> CONCEPT =
      new Concept<>(
          "intake",
          new Intake(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty()),
          IntakeFact.class);

  private final PersistentMap<AlertKey, String> incidentByKey;
  private final PersistentMap<String, Sighting> lastByFingerprint;
  private final PersistentMap<Observable, String> incidentByObservable;

  private record Sighting(String incident, Instant observed) {}

  private Intake(
      PersistentMap<AlertKey, String> incidentByKey,
      PersistentMap<String, Sighting> lastByFingerprint,
      PersistentMap<Observable, String> incidentByObservable) {
    this.incidentByKey = incidentByKey;
    this.lastByFingerprint = lastByFingerprint;
    this.incidentByObservable = incidentByObservable;
  }

  /** Returns how many different alerts were received. */
  public int size() {
    return incidentByKey.size();
  }

  /**
   * Returns where an alert belongs.
   *
   * <p>The same key is a duplicate for ever. The same fingerprint within the window is a
   * repetition. An observable that is not shared leads to the open incident that most of them lead
   * to, the one found first if several are equal. Anything else opens an incident.
   *
   * @param open tells whether the incident of that name is open
   */
  public Placement place(Alert alert, CorrelationRule rule, Predicate<String> open) {
    var known = incidentByKey.get(alert.key());
    if (known != null) {
      return new Placement(
          Outcome.DUPLICATE, known, "received before: " + alert.key(), ImmutableSet.of());
    }
    var last = lastByFingerprint.get(alert.fingerprint());
    if (last != null && within(rule.window(), last.observed, alert.observed())) {
      if (open.test(last.incident)) {
        return new Placement(
            Outcome.REPEATED,
            last.incident,
            "repeats one observed at " + last.observed,
            ImmutableSet.of());
      }
    }
    var telling = alert.observables().stream().filter(rule::tells).collect(toImmutableSet());
    var match = bestMatch(telling, open);
    if (match == null) {
      return new Placement(Outcome.OPENED, null, "shares nothing with an open incident", telling);
    }
    var unbound =
        telling.stream()
            .filter(observable -> !leadsToOpen(observable, open))
            .collect(toImmutableSet());
    return new Placement(Outcome.JOINED, match.incident, "shares " + match.first, unbound);
  }

  private record Match(String incident, Observable first) {}

  private @Nullable Match bestMatch(ImmutableSet<Observable> telling, Predicate<String> open) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    Map<String, Observable> first = new LinkedHashMap<>();
    for (Observable observable : telling) {
      var incident = incidentByObservable.get(observable);
      if (incident != null && open.test(incident)) {
        votes.merge(incident, 1, Integer::sum);
        first.putIfAbsent(incident, observable);
      }
    }
    Match best = null;
    int most = 0;
    for (Map.Entry<String, Observable> candidate : first.entrySet()) {
      int count = votes.getOrDefault(candidate.getKey(), 0);
      if (count > most) {
        best = new Match(candidate.getKey(), candidate.getValue());
        most = count;
      }
    }
    return best;
  }

  private boolean leadsToOpen(Observable observable, Predicate<String> open) {
    var incident = incidentByObservable.get(observable);
    return incident != null && open.test(incident);
  }

  private static boolean within(Duration window, Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(window) <= 0;
  }

  Intake with(IntakeFact.Received received) {
    var alert = received.alert();
    var bound = incidentByObservable;
    for (Observable observable : received.binds()) {
      bound = bound.with(observable, received.incident());
    }
    return new Intake(
        incidentByKey.with(alert.key(), received.incident()),
        lastByFingerprint.with(alert.fingerprint(), latestWith(received)),
        bound);
  }

  /** Returns the latest sighting, so that an alert that arrives late does not move it back. */
  private Sighting latestWith(IntakeFact.Received received) {
    var now = new Sighting(received.incident(), received.alert().observed());
    var last = lastByFingerprint.get(received.alert().fingerprint());
    return last != null && last.incident.equals(now.incident) && last.observed.isAfter(now.observed)
        ? last
        : now;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intake intake
        && incidentByKey.equals(intake.incidentByKey)
        && lastByFingerprint.equals(intake.lastByFingerprint)
        && incidentByObservable.equals(intake.incidentByObservable);
  }

  @Override
  public int hashCode() {
    return incidentByKey.hashCode();
  }

  @Override
  public String toString() {
    return size() + " alerts";
  }
}
