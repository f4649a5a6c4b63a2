package dev.firebreak.obligation;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Concept;
import java.time.Instant;
import java.util.Optional;

/**
 * The clocks of one incident.
 *
 * @param byObligation at most one for each obligation of the plan
 * @param reached when the milestones were first reached that obligations of the plan wait for
 */
public record Clocks(
    ImmutableMap<ObligationId, Clock> byObligation, ImmutableMap<Milestone, Instant> reached) {
  /** Clocks as a part of an incident. */
  public static final Concept<Clocks> CONCEPT =
      new Concept<>(
          "obligation",
          new Clocks(ImmutableMap.of(), ImmutableMap.of()),
          ObligationFact.class,
          ObligationRequest.class);

  /** Returns the clock of an obligation that has started. */
  public Optional<Clock> find(ObligationId obligation) {
    return Optional.ofNullable(byObligation.get(obligation));
  }

  /** Returns the earliest moment at which a running clock is due. */
  public Optional<Instant> nextDue() {
    return byObligation.values().stream()
        .filter(Clock::running)
        .map(Clock::due)
        .min(Instant::compareTo);
  }

  Clocks with(Clock clock) {
    var after = ImmutableMap.<ObligationId, Clock>builder().putAll(byObligation);
    return new Clocks(after.put(clock.obligation(), clock).buildKeepingLast(), reached);
  }

  Clocks with(Milestone milestone, Instant at) {
    var after = ImmutableMap.<Milestone, Instant>builder().putAll(reached);
    return new Clocks(byObligation, after.put(milestone, at).buildKeepingLast());
  }

  Clock get(ObligationId id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalStateException("no clock " + id + ": its history is not in order"));
  }
}
