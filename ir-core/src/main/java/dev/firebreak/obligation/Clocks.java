package dev.firebreak.obligation;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Timed;
import dev.firebreak.persistent.Alarms;
import dev.firebreak.persistent.PersistentList;
import dev.firebreak.persistent.PersistentMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one incident, and when their triggers occurred.
 *
 * <p>Immutable. Versions share what did not change, and the next moment at which something happens
 * is at hand, however many clocks there are.
 */
public final class Clocks implements Timed {
  /** Clocks as a part of an incident. */
  public static final Concept<Clocks> CONCEPT =
      new Concept<>(
          "obligation",
          new Clocks(PersistentMap.empty(), PersistentList.empty(), PersistentMap.empty(), null),
          ObligationFact.class,
          ObligationRequest.class);

  private final PersistentMap<ObligationId, Clock> latest;
  private final PersistentList<Clock> earlier;
  private final PersistentMap<Trigger, Occurrence> occurrences;
  private final @Nullable Alarms<ObligationId> alarms; // the first of them holds, or there are none

  private Clocks(
      PersistentMap<ObligationId, Clock> latest,
      PersistentList<Clock> earlier,
      PersistentMap<Trigger, Occurrence> occurrences,
      @Nullable Alarms<ObligationId> alarms) {
    this.latest = latest;
    this.earlier = earlier;
    this.occurrences = occurrences;
    this.alarms = alarms;
  }

  /** Returns the latest clock of each obligation that has started, in the order of starting. */
  public Map<ObligationId, Clock> byObligation() {
    return latest.asMap();
  }

  /** Returns the clocks that ended before their obligation started again, in that order. */
  public List<Clock> earlier() {
    return earlier.asList();
  }

  /** Returns the clock of an obligation that has started. */
  public Optional<Clock> find(ObligationId obligation) {
    return Optional.ofNullable(latest.get(obligation));
  }

  /** Returns when a trigger occurred, if it did. */
  public Optional<Occurrence> occurrence(Trigger trigger) {
    return Optional.ofNullable(occurrences.get(trigger));
  }

  /** Returns when the triggers occurred that did. */
  public Map<Trigger, Occurrence> occurrences() {
    return occurrences.asMap();
  }

  /**
   * Returns what has to be recorded here so that of each trigger the earliest occurrence counts,
   * here or there.
   *
   * @param there the clocks of another incident, which becomes part of this one
   * @param cause why, such as {@code merged from inc-7}
   */
  public ImmutableList<ObligationFact.TriggerCorrected> earliestWith(Clocks there, String cause) {
    var corrections = ImmutableList.<ObligationFact.TriggerCorrected>builder();
    for (var other : there.occurrences) {
      var known = occurrences.get(other.getKey());
      var first = other.getValue().first();
      if (known == null || first.isBefore(known.first())) {
        var from = known == null ? null : known.first();
        corrections.add(new ObligationFact.TriggerCorrected(other.getKey(), from, first, cause));
      }
    }
    return corrections.build();
  }

  @Override
  public @Nullable Instant nextDue() {
    return alarms == null ? null : alarms.at();
  }

  @Override
  public ImmutableList<ObligationRequest> dueBy(Instant now) {
    if (alarms == null || alarms.at().isAfter(now)) {
      return ImmutableList.of();
    }
    var found = alarms.upTo(now);
    found.removeIf(alarm -> !holds(alarm, latest));
    found.sort(
        Comparator.comparing(Alarms<ObligationId>::at).thenComparing(alarm -> alarm.of().value()));
    var due = new LinkedHashSet<ObligationRequest>();
    for (Alarms<ObligationId> alarm : found) {
      due.add(
          get(alarm.of()).remindsNext()
              ? new ObligationRequest.Remind(alarm.of())
              : new ObligationRequest.Miss(alarm.of()));
    }
    return ImmutableList.copyOf(due);
  }

  /** Returns the clock of an obligation, null if it has not started. */
  @Nullable Clock clock(ObligationId obligation) {
    return latest.get(obligation);
  }

  Clock get(ObligationId id) {
    var clock = latest.get(id);
    if (clock == null) {
      throw new IllegalStateException("no clock " + id + ": its history is not in order");
    }
    return clock;
  }

  /** Returns these with a clock in another state, or started anew. */
  Clocks with(Clock clock) {
    var was = latest.get(clock.obligation());
    var ended = was != null && !was.running() && clock.running() ? earlier.plus(was) : earlier;
    var clocks = latest.with(clock.obligation(), clock);
    var alarm = clock.alarm();
    var all =
        alarm == null || (was != null && alarm.equals(was.alarm()))
            ? alarms
            : Alarms.plus(alarms, alarm, clock.obligation());
    while (all != null && !holds(all, clocks)) {
      all = all.rest();
    }
    return new Clocks(clocks, ended, occurrences, all);
  }

  private static boolean holds(
      Alarms<ObligationId> alarm, PersistentMap<ObligationId, Clock> clocks) {
    var clock = clocks.get(alarm.of());
    return clock != null && alarm.at().equals(clock.alarm());
  }

  /** Returns these after a trigger occurred, for the first time or again. */
  Clocks occurred(Trigger trigger, Instant at, @Nullable Instant answerBy, long since) {
    var known = occurrences.get(trigger);
    return with(
        trigger,
        known == null
            ? new Occurrence(at, at, answerBy, since)
            : new Occurrence(
                BusinessCalendar.earlier(known.first(), at),
                BusinessCalendar.later(known.last(), at),
                answerBy,
                since));
  }

  /** Returns these after a trigger was found to have occurred at another time, and only then. */
  Clocks corrected(Trigger trigger, Instant to, long event) {
    var known = occurrences.get(trigger);
    var answerBy = known == null ? null : known.answerBy();
    var after = with(trigger, new Occurrence(to, to, answerBy, event));
    var done = trigger instanceof Trigger.Fulfilled stage ? latest.get(stage.obligation()) : null;
    var ending = done == null ? null : done.ending();
    return done != null && ending != null && ending.how() == Clock.Status.MET
        ? after.with(done.ended(to, Clock.Status.MET, null, event))
        : after;
  }

  private Clocks with(Trigger trigger, Occurrence occurrence) {
    return new Clocks(latest, earlier, occurrences.with(trigger, occurrence), alarms);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clocks clocks
        && latest.equals(clocks.latest)
        && earlier.equals(clocks.earlier)
        && occurrences.equals(clocks.occurrences);
  }

  @Override
  public int hashCode() {
    return 31 * latest.hashCode() + occurrences.hashCode();
  }

  @Override
  public String toString() {
    return latest.values().toString();
  }
}
