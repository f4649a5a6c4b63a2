package dev.firebreak.obligation;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.Instant;

/** What happened to clocks. */
public sealed interface ObligationFact extends Fact<Clocks> {
  @Override
  default Concept<Clocks> concept() {
    return Clocks.CONCEPT;
  }

  /**
   * The incident reached a milestone that an obligation of its plan waits for, for the first time.
   *
   * @param at when that occurred
   */
  record Reached(Milestone milestone, Instant at) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(milestone, at);
    }
  }

  /**
   * A clock was started.
   *
   * @param trigger what started it
   * @param started when that occurred
   * @param due the last moment at which it is met
   */
  record Started(ObligationId obligation, Milestone trigger, Instant started, Instant due)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(new Clock(obligation, started, due, null, null, stamp.sequence()));
    }
  }

  /**
   * What a clock demands was done.
   *
   * @param by what ended it
   * @param at when that occurred
   */
  record Fulfilled(ObligationId obligation, Milestone by, Instant at) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var was = before.get(obligation);
      return before.with(
          new Clock(obligation, was.started(), was.due(), at, null, stamp.sequence()));
    }
  }

  /** Somebody decided not to do what a clock demands. */
  record DecidedAgainst(ObligationId obligation, String reason) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var was = before.get(obligation);
      return before.with(
          new Clock(
              obligation, was.started(), was.due(), stamp.occurred(), reason, stamp.sequence()));
    }
  }
}
