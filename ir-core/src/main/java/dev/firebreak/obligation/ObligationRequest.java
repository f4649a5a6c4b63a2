package dev.firebreak.obligation;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked about clocks; they start and end by themselves.
 *
 * <p>A duty outlives the incident, so all of it may be asked of a closed one too.
 */
public sealed interface ObligationRequest extends Request<Clocks> {
  @Override
  default Concept<Clocks> concept() {
    return Clocks.CONCEPT;
  }

  @Override
  default boolean afterClosing() {
    return true;
  }

  /**
   * Record that something was determined about the incident, which may start clocks.
   *
   * @param regime the law or contract that it is about, such as {@code gdpr}; any but {@code after}
   * @param reason why
   * @param answerBy until when an answer is asked for, null if that is left open
   */
  record Determine(String regime, Determination what, String reason, @Nullable Instant answerBy)
      implements ObligationRequest {
    public Determine {
      Trigger.when(regime, what);
      Check.text(reason, "reason");
    }

    /** Determines something that nobody asked about. */
    public Determine(String regime, Determination what, String reason) {
      this(regime, what, reason, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.Determined(regime, what, reason, answerBy));
    }
  }

  /**
   * Correct when a trigger occurred; what is due is derived anew.
   *
   * @param to when it occurred
   */
  record CorrectTrigger(Trigger trigger, Instant to, String reason) implements ObligationRequest {
    public CorrectTrigger {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var unmet = ImmutableList.<Rejection>builder();
      if (clocks.occurrence(trigger).isEmpty()) {
        var missing = ObligationCondition.OCCURRED.unmet(trigger + " has not occurred");
        unmet.add(
            trigger instanceof Trigger.Determined determined
                ? missing.or(
                    new Remedy.Act(
                        new Determine(determined.regime(), determined.what(), "why"),
                        Remedy.Asker.ANYBODY))
                : missing);
      }
      if (to.isAfter(by.stamp().recorded())) {
        unmet.add(
            ObligationCondition.OCCURRED
                .unmet(to + " is later than " + by.stamp().recorded())
                .or(new Remedy.WaitUntil(to)));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      var known = clocks.occurrence(trigger).orElseThrow();
      return known.first().equals(to)
          ? ImmutableList.of()
          : ImmutableList.of(
              new ObligationFact.TriggerCorrected(trigger, known.first(), to, reason));
    }
  }

  /** Decide, with a reason, not to do what a running clock demands. */
  record DecideAgainst(ObligationId obligation, String reason) implements ObligationRequest {
    public DecideAgainst {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      return notRunning(clocks, obligation);
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.DecidedAgainst(obligation, reason));
    }
  }

  /** Give the reason why what a clock demands was done late, or will be. */
  record ExplainDelay(ObligationId obligation, String reason) implements ObligationRequest {
    public ExplainDelay {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var clock = clocks.clock(obligation);
      if (clock == null) {
        return notStarted(obligation);
      }
      var status = clock.statusAt(by.stamp().occurred());
      return clock.running() || status == Clock.Status.MISSED
          ? ImmutableList.of()
          : ImmutableList.of(
              ObligationCondition.NOT_IN_TIME.unmet(
                  "the clock for " + obligation + " is " + status, clock.since()));
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.DelayExplained(obligation, reason));
    }
  }

  /** Make a service level stand still, with a reason. */
  record Pause(ObligationId obligation, String reason) implements ObligationRequest {
    public Pause {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var clock = clocks.clock(obligation);
      if (clock == null || !clock.running()) {
        return notRunning(clocks, obligation);
      }
      var unmet = ImmutableList.<Rejection>builder().addAll(notServiceLevel(clock));
      var at = by.stamp().occurred();
      var pauses = clock.pauses();
      if (pauses.since() != null) {
        unmet.add(
            unfit(clock, "is paused already")
                .or(new Remedy.Act(new Resume(obligation), Remedy.Asker.ANYBODY)));
      } else if (clock.missed() || clock.isAfterDue(at)) {
        unmet.add(unfit(clock, "was due at " + clock.due()));
      } else if (at.isBefore(clock.started()) || isBefore(at, pauses.until())) {
        unmet.add(unfit(clock, "had not started, or was paused, at " + at));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.Paused(obligation, reason));
    }
  }

  /** Make a service level go on; its {@link BusinessCalendar} says what working time passed. */
  record Resume(ObligationId obligation) implements ObligationRequest {
    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var clock = clocks.clock(obligation);
      if (clock == null || !clock.running()) {
        return notRunning(clocks, obligation);
      }
      var since = clock.pauses().since();
      if (since == null) {
        return ImmutableList.of(unfit(clock, "is not paused"));
      }
      return by.stamp().occurred().isBefore(since)
          ? ImmutableList.of(unfit(clock, "was paused at " + since))
          : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      var calendar = by.verdict(BusinessCalendar.class);
      var at = by.stamp().occurred();
      var since = clocks.get(obligation).pauses().since();
      var from = since == null ? at : since;
      return ImmutableList.of(
          new ObligationFact.Resumed(
              obligation, Duration.between(from, at), calendar.workingTime(from, at)));
    }
  }

  /**
   * Decide, with a reason, that a service level counts by the present severity, though that
   * promises less than what runs; a policy's {@link Schedule} says when it is due then.
   */
  record Loosen(ObligationId obligation, String reason) implements ObligationRequest {
    public Loosen {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var clock = clocks.clock(obligation);
      if (clock == null || !clock.running()) {
        return notRunning(clocks, obligation);
      }
      var unmet = ImmutableList.<Rejection>builder().addAll(notServiceLevel(clock));
      var due = by.verdict(Schedule.class).due();
      var now = clock.due();
      if (now == null || (due != null && !due.isAfter(now))) {
        unmet.add(
            ObligationCondition.LOOSENS.unmet(
                "the severity would have "
                    + obligation
                    + " due at "
                    + due
                    + ", and it is due at "
                    + now,
                clock.since()));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      var clock = clocks.get(obligation);
      return ImmutableList.of(
          new ObligationFact.Corrected(
              obligation, clock.started(), clock.due(), by.verdict(Schedule.class), reason));
    }
  }

  /** Record that the time has come to call a clock to mind; the engine asks for this. */
  record Remind(ObligationId obligation) implements ObligationRequest {
    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      return notDue(clocks, obligation, true, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(
          new ObligationFact.Reminded(obligation, dueOf(clocks.get(obligation))));
    }
  }

  /** Record that the time of a clock is up; the engine asks for this. */
  record Miss(ObligationId obligation) implements ObligationRequest {
    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      return notDue(clocks, obligation, false, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.Missed(obligation, dueOf(clocks.get(obligation))));
    }
  }

  private static Instant dueOf(Clock clock) {
    var due = clock.due();
    if (due == null) {
      throw new IllegalStateException("no time is set for " + clock.obligation());
    }
    return due;
  }

  private static boolean isBefore(Instant at, @Nullable Instant other) {
    return other != null && at.isBefore(other);
  }

  private static ImmutableList<Rejection> notStarted(ObligationId obligation) {
    return ImmutableList.of(ObligationCondition.STARTED.unmet("no clock runs for " + obligation));
  }

  private static ImmutableList<Rejection> notRunning(Clocks clocks, ObligationId obligation) {
    var clock = clocks.clock(obligation);
    if (clock == null) {
      return notStarted(obligation);
    }
    return clock.running()
        ? ImmutableList.of()
        : ImmutableList.of(
            ObligationCondition.RUNNING.unmet(
                "the clock for " + obligation + " has stopped", clock.since()));
  }

  private static ImmutableList<Rejection> notServiceLevel(Clock clock) {
    return clock.pausable()
        ? ImmutableList.of()
        : ImmutableList.of(
            ObligationCondition.SERVICE_LEVEL.unmet(
                clock.obligation() + " is a duty and no service level", clock.since()));
  }

  private static Rejection unfit(Clock clock, String how) {
    return ObligationCondition.PAUSE_FITS.unmet(
        "the clock for " + clock.obligation() + " " + how, clock.since());
  }

  private static ImmutableList<Rejection> notDue(
      Clocks clocks, ObligationId obligation, boolean reminder, Instant now) {
    var clock = clocks.clock(obligation);
    if (clock == null) {
      return notStarted(obligation);
    }
    var alarm = clock.alarm();
    if (alarm == null) {
      return ImmutableList.of(
          ObligationCondition.DUE.unmet("nothing is to come for " + obligation, clock.since()));
    }
    boolean next = clock.remindsNext() == reminder;
    if (next && !alarm.isAfter(now)) {
      return ImmutableList.of();
    }
    var unmet =
        ObligationCondition.DUE.unmet(
            "the next to come for " + obligation + " is at " + alarm, clock.since());
    return ImmutableList.of(next ? unmet.or(new Remedy.WaitUntil(alarm)) : unmet);
  }
}
