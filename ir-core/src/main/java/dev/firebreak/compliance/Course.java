package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The course of one incident, in the words in which rules ask about it.
 *
 * <p>What is looked for and not there is PENDING while the incident is open and NOT_EVIDENCED once
 * it is over; the words see to that, so that no rule has to remember it.
 */
final class Course {
  private static final ImmutableList<AssetState> WORKED_ON =
      ImmutableList.of(
          AssetState.CONTAINED, AssetState.ERADICATED, AssetState.RESTORED, AssetState.VERIFIED);

  private final IncidentRecord record;
  private final ResponsePlan plan;
  private final Instant asOf;
  private final ImmutableList<Round> rounds;

  Course(Case asked) {
    this.record = asked.record();
    this.plan = asked.plan();
    this.asOf = asked.asOf();
    this.rounds = Round.in(record.history());
  }

  Incident incident() {
    return record.incident();
  }

  ResponsePlan plan() {
    return plan;
  }

  Instant asOf() {
    return asOf;
  }

  ImmutableList<Round> rounds() {
    return rounds;
  }

  Optional<Event> first(Class<? extends Fact<?>> kind) {
    return record.first(kind);
  }

  Optional<Event> last(Class<? extends Fact<?>> kind) {
    return record.last(kind);
  }

  ImmutableList<Event> all(Class<? extends Fact<?>> kind) {
    return record.all(kind);
  }

  <F extends Fact<?>> ImmutableList<Event> all(Class<F> kind, Predicate<F> fits) {
    return all(kind).stream()
        .filter(event -> fits.test(kind.cast(event.fact())))
        .collect(toImmutableList());
  }

  /** Returns the first event by which an asset came so far. */
  Optional<Event> first(AssetState state) {
    return all(ScopeFact.AssetAdvanced.class, advanced -> advanced.to() == state).stream()
        .findFirst();
  }

  /**
   * Returns the event that closed the incident, if it is closed; a merged one goes on elsewhere.
   */
  Optional<Event> ending() {
    var disposition = incident().progress().disposition();
    return disposition == Disposition.OPEN || disposition == Disposition.MERGED
        ? Optional.empty()
        : last(PhaseFact.Closed.class);
  }

  boolean over() {
    return ending().isPresent();
  }

  /** Says that something is not recorded. */
  Outcome absent(String what) {
    return over()
        ? Outcome.notEvidenced(what + " is not recorded", endingCited())
        : Outcome.pending(what + " is not recorded yet", Cited.NOTHING);
  }

  /** Says that something is left undone, which the cited events demand. */
  Outcome undone(String what, Cited demandedBy) {
    return over()
        ? Outcome.fail(what, demandedBy.and(endingCited()))
        : Outcome.pending(what + " yet", demandedBy);
  }

  /** Passes when there is an event of the kind. */
  Outcome recorded(String what, Class<? extends Fact<?>> kind) {
    return recorded(what, first(kind));
  }

  /** Passes when there is an event. */
  Outcome recorded(String what, Optional<Event> event) {
    return event
        .map(found -> Outcome.pass(what + " is recorded", Cited.events(found)))
        .orElseGet(() -> absent(what));
  }

  /** Passes when both happened, and the first not after the second. */
  Outcome inOrder(String first, Optional<Event> one, String second, Optional<Event> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return absent(one.isEmpty() ? first : second);
    }
    var cited = Cited.events(one.get(), two.get());
    return two.get().occurred().isBefore(one.get().occurred())
        ? Outcome.fail(second + " came before " + first, cited)
        : Outcome.pass(first + " came before " + second, cited);
  }

  /** Passes when there are assets and the response has come so far with each of them. */
  Outcome everyAsset(AssetState state) {
    if (rounds.isEmpty()) {
      return absent("an affected asset");
    }
    return Outcome.all(
        rounds.stream().filter(Round::last).map(round -> came(round, state)).toList());
  }

  /** Passes when the response has come so far with the asset. */
  Outcome came(Round round, AssetState state) {
    return round
        .at(state)
        .map(
            event -> Outcome.pass("every asset is " + state, Cited.events(round.affected(), event)))
        .orElseGet(
            () -> undone(round.asset() + " is not " + state, Cited.events(round.affected())));
  }

  /** Passes when no asset was, by the times told, worked on in another order than the usual. */
  Outcome statesInOrder() {
    var advances = all(ScopeFact.AssetAdvanced.class);
    if (advances.isEmpty()) {
      return absent("work on an asset");
    }
    for (Round round : rounds) {
      Event before = null;
      for (AssetState state : WORKED_ON) {
        var now = round.reached().get(state);
        if (now != null && before != null && now.occurred().isBefore(before.occurred())) {
          return Outcome.fail(
              round.asset() + " was " + state + " before what comes before that",
              Cited.events(before, now));
        }
        before = now == null ? before : now;
      }
    }
    return Outcome.pass("every asset was worked on in order", Cited.events(advances));
  }

  private Cited endingCited() {
    return Cited.events(ending().stream().toList());
  }
}
