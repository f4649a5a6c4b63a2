package dev.firebreak.obligation;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to clocks. */
public sealed interface ObligationFact extends Fact<Clocks>
    permits ObligationFact.Reached,
        ObligationFact.Determined,
        ObligationFact.TriggerCorrected,
        ObligationFact.Started,
        ObligationFact.Corrected,
        ObligationFact.Reminded,
        ObligationFact.Missed,
        ObligationFact.Fulfilled,
        ObligationFact.Updated,
        ObligationFact.Lapsed,
        ObligationFact.DecidedAgainst,
        ObligationFact.DelayExplained,
        ObligationFact.Paused,
        ObligationFact.Resumed { // written out, as the compiler orders them by first use otherwise
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
      return before.occurred(Trigger.at(milestone), at, null, stamp.sequence());
    }
  }

  /**
   * Somebody determined something about the incident.
   *
   * @param regime the law or contract that it is about
   * @param reason why
   * @param answerBy until when an answer is asked for, null if that is left open
   */
  record Determined(String regime, Determination what, String reason, @Nullable Instant answerBy)
      implements ObligationFact {
    public Determined {
      Trigger.when(regime, what);
    }

    /** Returns the trigger that occurred so. */
    public Trigger trigger() {
      return Trigger.when(regime, what);
    }

    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.occurred(trigger(), stamp.occurred(), answerBy, stamp.sequence());
    }
  }

  /**
   * Somebody corrected when a trigger occurred.
   *
   * @param from when it was held to have occurred, null if it was not known to have
   * @param to when it occurred
   */
  record TriggerCorrected(Trigger trigger, @Nullable Instant from, Instant to, String reason)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.corrected(trigger, to, stamp.sequence());
    }
  }

  /**
   * A clock was started.
   *
   * @param trigger what started it
   * @param started when that occurred
   * @param schedule when it is due
   * @param pausable whether it may be paused
   */
  record Started(
      ObligationId obligation,
      Trigger trigger,
      Instant started,
      Schedule schedule,
      boolean pausable)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(Clock.start(this, stamp.sequence()));
    }
  }

  /**
   * A clock got another due moment.
   *
   * @param started when its trigger occurred
   * @param from when it was due before, null if there was no number
   * @param schedule when it is due
   * @param because why
   */
  record Corrected(
      ObligationId obligation,
      Instant started,
      @Nullable Instant from,
      Schedule schedule,
      String because)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(before.get(obligation).changed(started, schedule, because));
    }
  }

  /** A clock was called to mind before it is due. */
  record Reminded(ObligationId obligation, Instant due) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(before.get(obligation).called());
    }
  }

  /** The time of a clock was up while it ran. */
  record Missed(ObligationId obligation, Instant due) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(before.get(obligation).overdue());
    }
  }

  /**
   * What a clock demands was done.
   *
   * @param by what ended it
   * @param at when that occurred
   * @param margin how long before it was due; negative if late, null if there is no number
   */
  record Fulfilled(ObligationId obligation, Milestone by, Instant at, @Nullable Duration margin)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var ended = before.get(obligation).ended(at, Clock.Status.MET, null, stamp.sequence());
      return before.with(ended).occurred(Trigger.after(obligation), at, null, stamp.sequence());
    }
  }

  /** What a clock demands was done once more, such as a report that was brought up to date. */
  record Updated(ObligationId obligation, Instant at) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.occurred(Trigger.after(obligation), at, null, stamp.sequence());
    }
  }

  /**
   * A clock ended because what it demands is needless now.
   *
   * @param by what made it so
   * @param at when that occurred
   */
  record Lapsed(ObligationId obligation, Trigger by, Instant at) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var clock = before.get(obligation);
      return before.with(clock.ended(at, Clock.Status.LAPSED, by.toString(), stamp.sequence()));
    }
  }

  /** Somebody decided not to do what a clock demands. */
  record DecidedAgainst(ObligationId obligation, String reason) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var clock = before.get(obligation);
      return before.with(
          clock.ended(stamp.occurred(), Clock.Status.WAIVED, reason, stamp.sequence()));
    }
  }

  /** Somebody gave the reason for being late. */
  record DelayExplained(ObligationId obligation, String reason) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      return before.with(before.get(obligation).delayed(reason));
    }
  }

  /** A service level was made to stand still. */
  record Paused(ObligationId obligation, String reason) implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var clock = before.get(obligation);
      var was = clock.pauses();
      return before.with(
          clock.with(
              new Pauses(stamp.occurred(), was.until(), reason, was.elapsed(), was.working())));
    }
  }

  /**
   * A service level was made to go on.
   *
   * @param elapsed how long it stood still this time
   * @param working how much of that was working time
   */
  record Resumed(ObligationId obligation, Duration elapsed, Duration working)
      implements ObligationFact {
    @Override
    public Clocks applyTo(Clocks before, Stamp stamp) {
      var clock = before.get(obligation);
      var was = clock.pauses();
      return before.with(
          clock.with(
              new Pauses(
                  null,
                  stamp.occurred(),
                  was.reason(),
                  was.elapsed().plus(elapsed),
                  was.working().plus(working))));
    }
  }
}
