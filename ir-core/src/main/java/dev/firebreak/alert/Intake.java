package dev.firebreak.alert;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import dev.firebreak.scope.Observable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the alerts of one tenant, so that one alert never opens two incidents.
 *
 * <p>Two things are kept apart: the {@linkplain AlertKey key}, by which an alert is the same one
 * again, and what it says, by which it may belong to an incident. The key decides alone; of what it
 * says the {@linkplain #candidates candidates} are told, and a policy chooses.
 *
 * <p>Immutable. The answers depend on what was received before, the rule, and which incidents are
 * open, not on the time of day. So the same alerts in the same order give the same incidents, also
 * after an interruption.
 */
public final class Intake {
  /** The intake as a concept; its history is one of its own, beside those of incidents. */
  public static final Concept<Intake> CONCEPT =
      new Concept<>(
          "intake",
          new Intake(
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              Memory.START),
          IntakeFact.class);

  private final PersistentMap<AlertKey, Entry> byKey;
  private final PersistentMap<String, Entry> lastByFingerprint;
  private final PersistentMap<Observable, Entry> byObservable;
  private final PersistentMap<AlertKey, Snoozed> snoozed;
  private final Memory memory;

  /** Tells where the alerts of an incident go now. */
  @FunctionalInterface
  public interface Standing {
    /**
     * Returns the name of the open incident that takes what belongs to the one of that name:
     * itself, or the one that it was merged into; null if neither is open.
     */
    @Nullable String openFor(String incident);
  }

  /** One alert: where it went, if anywhere, and when it was observed. */
  private record Entry(@Nullable String incident, Instant observed) {}

  private record Snoozed(Alert alert, Instant until) {}

  /**
   * How far memory goes.
   *
   * @param since how far the alerts had come when memory was last cleared
   * @param latest how far they have come: when the latest was observed, or received if that was
   *     earlier
   * @param forgotten from when on nothing was forgotten
   */
  private record Memory(
      @Nullable Instant since, @Nullable Instant latest, @Nullable Instant forgotten) {
    static final Memory START = new Memory(null, null, null);

    Memory after(Instant observed, Instant received) {
      var came = observed.isAfter(received) ? received : observed;
      if (latest == null || since == null) {
        return new Memory(came, came, forgotten);
      }
      return came.isAfter(latest) ? new Memory(since, came, forgotten) : this;
    }
  }

  private Intake(
      PersistentMap<AlertKey, Entry> byKey,
      PersistentMap<String, Entry> lastByFingerprint,
      PersistentMap<Observable, Entry> byObservable,
      PersistentMap<AlertKey, Snoozed> snoozed,
      Memory memory) {
    this.byKey = byKey;
    this.lastByFingerprint = lastByFingerprint;
    this.byObservable = byObservable;
    this.snoozed = snoozed;
    this.memory = memory;
  }

  /** Returns how many different alerts are remembered. */
  public int size() {
    return byKey.size();
  }

  /** Returns that the alert was received before, null if that is not remembered. */
  public @Nullable Placement duplicate(AlertKey alert) {
    var known = byKey.get(alert);
    return known == null
        ? null
        : new Placement(Outcome.DUPLICATE, known.incident, "received before: " + alert, null);
  }

  /**
   * Returns whether only the history can tell whether the alert was received before, because it is
   * older than what is remembered.
   */
  public boolean mayHaveForgotten(Alert alert) {
    return memory.forgotten != null
        && alert.observed().isBefore(memory.forgotten)
        && !byKey.containsKey(alert.key());
  }

  /**
   * Returns the open incidents to which the alert may belong, without the observables that say
   * nothing: first the one of which it is a repetition, then the others in the order in which the
   * alert names what leads there.
   *
   * @param standing tells where the alerts of an incident go now
   */
  public ImmutableList<Candidate> candidates(Alert alert, CorrelationRule rule, Standing standing) {
    var last = lastByFingerprint.get(alert.fingerprint());
    var repeated =
        last != null && within(rule.window(), last.observed, alert.observed())
            ? openFor(last, standing)
            : null;
    Map<String, ImmutableSet.Builder<Observable>> shared = null;
    for (Observable observable : alert.observables()) {
      var incident = rule.tells(observable) ? leadsTo(observable, standing) : null;
      if (incident != null) {
        shared = shared == null ? new LinkedHashMap<>() : shared;
        shared.computeIfAbsent(incident, any -> ImmutableSet.builder()).add(observable);
      }
    }
    if (shared == null) {
      return repeated == null || last == null
          ? ImmutableList.of()
          : ImmutableList.of(new Candidate(repeated, ImmutableSet.of(), last.observed));
    }
    var candidates = ImmutableList.<Candidate>builder();
    if (repeated != null && last != null) {
      var also = shared.remove(repeated);
      candidates.add(
          new Candidate(repeated, also == null ? ImmutableSet.of() : also.build(), last.observed));
    }
    shared.forEach((name, all) -> candidates.add(new Candidate(name, all.build(), null)));
    return candidates.build();
  }

  /** Returns which observables of the alert lead nowhere yet, and would to where it goes. */
  public ImmutableSet<Observable> unbound(Alert alert, CorrelationRule rule, Standing standing) {
    var observables = alert.observables();
    Predicate<Observable> free =
        observable -> rule.tells(observable) && leadsTo(observable, standing) == null;
    for (Observable observable : observables) {
      if (!free.test(observable)) {
        return observables.stream().filter(free).collect(ImmutableSet.toImmutableSet());
      }
    }
    return observables;
  }

  private @Nullable String leadsTo(Observable observable, Standing standing) {
    var bound = byObservable.get(observable);
    return bound == null ? null : openFor(bound, standing);
  }

  private static @Nullable String openFor(Entry entry, Standing standing) {
    return entry.incident == null ? null : standing.openFor(entry.incident);
  }

  private static boolean within(Duration window, Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(window) <= 0;
  }

  /**
   * Returns the moment such that what was observed before it is to be forgotten now; null while
   * there is room, so that memory is not cleared with every alert.
   */
  public @Nullable Instant forgettable(CorrelationRule rule) {
    var since = memory.since;
    var latest = memory.latest;
    return since == null
            || latest == null
            || Duration.between(since, latest).compareTo(rule.remembered()) < 0
        ? null
        : latest.minus(rule.remembered());
  }

  /**
   * Returns when an alert that is snoozed is to be looked at next, null if there is none.
   *
   * @param after what is due by then is left out; null to leave out nothing
   */
  public @Nullable Instant nextDueAfter(@Nullable Instant after) {
    Instant next = null;
    for (Snoozed each : snoozed.values()) {
      if ((after == null || each.until.isAfter(after))
          && (next == null || each.until.isBefore(next))) {
        next = each.until;
      }
    }
    return next;
  }

  /** Returns the alerts whose snooze is over, the one that is longest over first. */
  public ImmutableList<Alert> dueBy(Instant now) {
    return snoozed.values().stream()
        .filter(each -> !each.until.isAfter(now))
        .sorted(Comparator.comparing(Snoozed::until))
        .map(Snoozed::alert)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns whether the alert is snoozed, and its time has come. */
  public boolean isDue(AlertKey alert, Instant now) {
    var waiting = snoozed.get(alert);
    return waiting != null && !waiting.until.isAfter(now);
  }

  Intake with(IntakeFact.Received received, Instant recorded) {
    var alert = received.alert();
    var entry = new Entry(received.incident(), alert.observed());
    return new Intake(
        byKey.with(alert.key(), entry),
        withFingerprint(alert, entry),
        received.outcome() == Outcome.JOINED
            ? refreshed(alert, bound(received.binds(), entry), entry)
            : bound(received.binds(), entry),
        waiting(alert, received.until()),
        memory.after(alert.observed(), recorded));
  }

  Intake with(IntakeFact.Returned returned) {
    var waited = snoozed.get(returned.alert());
    if (waited == null) {
      throw new IllegalStateException(
          "alert " + returned.alert() + " was not snoozed: its history is not in order");
    }
    var alert = waited.alert;
    var entry = new Entry(returned.incident(), alert.observed());
    return new Intake(
        byKey.with(alert.key(), entry),
        withFingerprint(alert, entry),
        bound(returned.binds(), entry),
        waiting(alert, returned.until()),
        memory);
  }

  /** Returns the latest alert of each fingerprint, so that a late one does not move it back. */
  private PersistentMap<String, Entry> withFingerprint(Alert alert, Entry entry) {
    if (entry.incident == null) {
      return lastByFingerprint;
    }
    var last = lastByFingerprint.get(alert.fingerprint());
    return last != null
            && entry.incident.equals(last.incident)
            && last.observed.isAfter(entry.observed)
        ? lastByFingerprint
        : lastByFingerprint.with(alert.fingerprint(), entry);
  }

  private PersistentMap<Observable, Entry> bound(ImmutableSet<Observable> binds, Entry entry) {
    var bound = byObservable;
    for (Observable observable : binds) {
      bound = bound.with(observable, entry);
    }
    return bound;
  }

  /** What leads to an incident is remembered as long as alerts join it by that. */
  private static PersistentMap<Observable, Entry> refreshed(
      Alert alert, PersistentMap<Observable, Entry> bound, Entry entry) {
    var after = bound;
    for (Observable observable : alert.observables()) {
      var before = after.get(observable);
      if (before != null
          && Objects.equals(before.incident, entry.incident)
          && before.observed.isBefore(entry.observed)) {
        after = after.with(observable, entry);
      }
    }
    return after;
  }

  private PersistentMap<AlertKey, Snoozed> waiting(Alert alert, @Nullable Instant until) {
    return until == null
        ? snoozed.without(alert.key())
        : snoozed.with(alert.key(), new Snoozed(alert, until));
  }

  Intake withoutBefore(Instant before) {
    return new Intake(
        without(
            byKey,
            entry ->
                entry.getValue().observed.isBefore(before) && !snoozed.containsKey(entry.getKey())),
        without(lastByFingerprint, entry -> entry.getValue().observed.isBefore(before)),
        without(byObservable, entry -> entry.getValue().observed.isBefore(before)),
        snoozed,
        new Memory(memory.latest, memory.latest, before));
  }

  private static <K, V> PersistentMap<K, V> without(
      PersistentMap<K, V> all, Predicate<Map.Entry<K, V>> forgotten) {
    var kept = PersistentMap.<K, V>empty();
    for (Map.Entry<K, V> entry : all) {
      if (!forgotten.test(entry)) {
        kept = kept.with(entry.getKey(), entry.getValue());
      }
    }
    return kept;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intake intake
        && byKey.equals(intake.byKey)
        && lastByFingerprint.equals(intake.lastByFingerprint)
        && byObservable.equals(intake.byObservable)
        && snoozed.equals(intake.snoozed)
        && memory.equals(intake.memory);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return size() + " alerts";
  }
}
