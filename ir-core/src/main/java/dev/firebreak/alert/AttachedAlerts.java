package dev.firebreak.alert;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts of one incident. Immutable. */
public final class AttachedAlerts {
  /** Alerts as a part of an incident. */
  public static final Concept<AttachedAlerts> CONCEPT =
      new Concept<>(
          "alert",
          new AttachedAlerts(PersistentMap.empty(), PersistentMap.empty(), null),
          AlertFact.class,
          AlertRequest.class);

  private final PersistentMap<AlertKey, AttachedAlert> byKey;
  private final PersistentMap<AlertKey, AttachedAlert> linked;
  private final @Nullable Instant firstObserved;

  private AttachedAlerts(
      PersistentMap<AlertKey, AttachedAlert> byKey,
      PersistentMap<AlertKey, AttachedAlert> linked,
      @Nullable Instant firstObserved) {
    this.byKey = byKey;
    this.linked = linked;
    this.firstObserved = firstObserved;
  }

  /** Returns the alert of that key. */
  public Optional<AttachedAlert> find(AlertKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Returns all alerts in the order in which they were attached. */
  public Collection<AttachedAlert> all() {
    return byKey.values();
  }

  /** Returns the alert of that key, if it is one that is linked and needs no work. */
  public Optional<AttachedAlert> findLinked(AlertKey key) {
    return Optional.ofNullable(linked.get(key));
  }

  /** Returns the alerts that are linked and need no work, in the order of linking. */
  public Collection<AttachedAlert> linked() {
    return linked.values();
  }

  /** Returns when a sensor saw the earliest of them. */
  public Optional<Instant> firstObserved() {
    return Optional.ofNullable(firstObserved);
  }

  AttachedAlerts with(AttachedAlert alert) {
    var first =
        firstObserved == null || alert.observed().isBefore(firstObserved)
            ? alert.observed()
            : firstObserved;
    return new AttachedAlerts(byKey.with(alert.key(), alert), linked, first);
  }

  AttachedAlerts withLinked(AttachedAlert alert) {
    return new AttachedAlerts(byKey, linked.with(alert.key(), alert), firstObserved);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttachedAlerts alerts
        && byKey.equals(alerts.byKey)
        && linked.equals(alerts.linked);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return byKey.toString();
  }
}
