package dev.firebreak.lifecycle;

import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.communication.Notice;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Occurrence;
import dev.firebreak.obligation.Pauses;
import dev.firebreak.obligation.Recurrence;
import dev.firebreak.obligation.Schedule;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.severity.Assessment;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.triage.TriageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks start, stop and change: one instance for one command.
 *
 * <p>Facts are {@linkplain #note noted} as they happen; what follows from them is then told one
 * fact at a time, each from the incident after the one before, so that nothing follows twice.
 */
final class ClockRules {
  private static final Trigger CLASSIFIED = Trigger.at(Milestone.CLASSIFIED);

  private final PlanIndex plan;
  private final DutyIndex duties;
  private final Policies policies;
  private @Nullable Queue<Touched> open;
  private @Nullable Queue<Left> left;
  private boolean onlyTightens;

  ClockRules(PlanIndex plan, Policies policies) {
    this.plan = plan;
    this.duties = plan.duties();
    this.policies = policies;
  }

  /** What may have changed for an obligation. */
  private enum Change {
    /** Something that may start it, end it, or make it due earlier. */
    NEWS,
    /** Its clock has just started. */
    STARTED,
    /** Its trigger was corrected, so that it may be due later, too. */
    CORRECTED,
    /** It was paused and goes on. */
    RESUMED,
    /** What it demands was done. */
    DONE
  }

  /**
   * An obligation for which something may have changed.
   *
   * @param cause why its clock would be due at another time, empty if that has no name
   * @param at when it was done, or its category was found; null if neither is the matter
   * @param by what it was done by, null if that is not the matter
   */
  private record Touched(
      Obligation obligation,
      Change change,
      String cause,
      @Nullable Instant at,
      @Nullable Milestone by) {
    static Touched done(Obligation obligation, Instant at, Milestone by) {
      return new Touched(obligation, Change.DONE, "", at, by);
    }

    static Touched by(Obligation obligation, Change change, String cause) {
      return new Touched(obligation, change, cause, null, null);
    }
  }

  /** The end of a clock whose obligation was left behind with another version of the plan. */
  private record Left(ObligationId obligation, Instant at) {}

  /** Returns the plan that the incident runs under. */
  ResponsePlan plan() {
    return plan.plan();
  }

  /** Returns the policies that the engine runs under. */
  Policies policies() {
    return policies;
  }

  /** Returns whether it matters to a clock that the milestone is reached. */
  boolean awaits(Milestone milestone) {
    return duties.awaits(milestone);
  }

  /** Returns whether something may follow for clocks from facts of this kind. */
  static boolean concerns(Fact<?> fact) {
    return fact.concept() == Clocks.CONCEPT
        || fact.concept() == Assessment.CONCEPT
        || fact instanceof TriageFact.Classified;
  }

  /** Notes that something happened. */
  void note(Fact<?> fact, Instant at) {
    if (fact instanceof ObligationFact clock) {
      note(clock);
    } else if (fact instanceof SeverityFact) {
      touch(duties.serviceLevels(), "another severity");
    } else if (fact instanceof TriageFact.Classified) {
      for (Obligation obligation : duties.ofCategories()) {
        touch(new Touched(obligation, Change.NEWS, "", at, null));
      }
    }
  }

  private void note(ObligationFact fact) {
    if (fact instanceof ObligationFact.Reached reached) {
      touch(Trigger.at(reached.milestone()));
    } else if (fact instanceof ObligationFact.Determined determined) {
      touch(determined.trigger());
    } else if (fact instanceof ObligationFact.Fulfilled fulfilled) {
      touch(Trigger.after(fulfilled.obligation()));
    } else if (fact instanceof ObligationFact.Updated updated) {
      touch(Trigger.after(updated.obligation()));
    } else if (fact instanceof ObligationFact.TriggerCorrected corrected) {
      for (Obligation obligation : duties.awaiting(corrected.trigger())) {
        touch(Touched.by(obligation, Change.CORRECTED, corrected.reason()));
      }
    } else if (fact instanceof ObligationFact.Resumed resumed) {
      var obligation = duties.find(resumed.obligation());
      if (obligation != null) {
        touch(Touched.by(obligation, Change.RESUMED, "it was paused"));
      }
    }
  }

  /**
   * Notes that another version of the plan decides from here on: no clock may become looser.
   *
   * @param before the obligations before
   * @param all whether those may be counted otherwise, too, that are as before
   */
  void noteMigration(DutyIndex before, boolean all) {
    onlyTightens = true;
    for (Obligation obligation : duties.all()) {
      if (all || !obligation.equals(before.find(obligation.id()))) {
        touch(Touched.by(obligation, Change.NEWS, "by " + plan.plan().version()));
      }
    }
  }

  /** Notes that a milestone was reached, which may end clocks; not for NOTIFIED. */
  void noteEnd(Milestone milestone, Instant at) {
    for (Obligation obligation : duties.endingWith(milestone)) {
      touch(Touched.done(obligation, at, milestone));
    }
  }

  /** Notes a notice, which ends the clocks that it names, or the only one for its audience. */
  void noteEnd(CommunicationFact.Notified notice, Instant at) {
    for (ObligationId id : notice.fulfils()) {
      var obligation = duties.find(id);
      if (obligation != null) {
        touch(Touched.done(obligation, at, Milestone.NOTIFIED));
      } else {
        left = left == null ? new ArrayDeque<>() : left;
        left.add(new Left(id, at));
      }
    }
    if (notice.fulfils().isEmpty()) {
      var only = duties.onlyOneTelling(notice.audience());
      if (only != null) {
        touch(Touched.done(only, at, Milestone.NOTIFIED));
      }
    }
  }

  private void touch(Trigger trigger) {
    touch(duties.awaiting(trigger), "");
  }

  private void touch(List<Obligation> obligations, String cause) {
    for (Obligation obligation : obligations) {
      touch(Touched.by(obligation, Change.NEWS, cause));
    }
  }

  private void touch(Touched touched) {
    if (open == null) {
      open = new ArrayDeque<>();
    }
    open.add(touched);
  }

  /** Returns the next fact that follows from what was noted, null if nothing more does. */
  @Nullable Fact<?> next(Incident incident) {
    var ended = left == null ? null : endLeft(left, incident);
    if (ended != null || open == null) {
      return ended;
    }
    for (var touched = open.poll(); touched != null; touched = open.poll()) {
      var fact = settle(touched, incident);
      if (fact instanceof ObligationFact.Started) {
        touch(Touched.by(touched.obligation(), Change.STARTED, ""));
      } else if (fact instanceof ObligationFact.Missed) {
        touch(touched);
      }
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  private static @Nullable ObligationFact endLeft(Queue<Left> left, Incident incident) {
    for (var each = left.peek(); each != null; each = left.peek()) {
      var clock = incident.clocks().find(each.obligation()).orElse(null);
      var fact = clock == null ? null : end(clock, each.at(), Milestone.NOTIFIED);
      if (!(fact instanceof ObligationFact.Missed)) {
        left.remove(); // what was missed has still to be ended
      }
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  private @Nullable ObligationFact settle(Touched touched, Incident incident) {
    var obligation = touched.obligation();
    var clock = incident.clocks().find(obligation.id()).orElse(null);
    if (touched.at() != null && touched.by() != null) {
      return clock == null ? null : end(clock, touched.at(), touched.by());
    }
    var counted = counted(touched, clock, incident);
    if (clock == null || again(obligation, clock, counted)) {
      return counted == null ? null : start(obligation, counted, incident);
    }
    var ending = clock.running() ? ending(touched, clock, incident) : null;
    return ending != null || counted == null || touched.change() == Change.STARTED
        ? ending
        : change(touched, clock, counted.at(), incident);
  }

  /** Returns that a clock is late, that it ended, or that it was done again. */
  private static @Nullable ObligationFact end(Clock clock, Instant at, Milestone by) {
    var ending = clock.ending();
    if (ending != null) {
      return by == Milestone.NOTIFIED && ending.how() == Clock.Status.MET
          ? new ObligationFact.Updated(clock.obligation(), at)
          : null;
    }
    var due = clock.due();
    if (due != null && at.isAfter(due) && !clock.missed()) {
      return new ObligationFact.Missed(clock.obligation(), due);
    }
    var margin = due == null ? null : Duration.between(at, due);
    return new ObligationFact.Fulfilled(clock.obligation(), by, at, margin);
  }

  /**
   * What a clock counts from.
   *
   * @param trigger the last of its triggers
   */
  private record Counted(Trigger trigger, Instant at) {}

  private static @Nullable Counted counted(
      Touched touched, @Nullable Clock clock, Incident incident) {
    Counted last = null;
    for (Trigger trigger : touched.obligation().starts()) {
      var at = occurred(trigger, touched, clock, incident);
      if (at == null) {
        return null;
      }
      if (last == null || at.isAfter(last.at())) {
        last = new Counted(trigger, at);
      }
    }
    return last;
  }

  private static @Nullable Instant occurred(
      Trigger trigger, Touched touched, @Nullable Clock clock, Incident incident) {
    var obligation = touched.obligation();
    boolean ofCategory = trigger.equals(CLASSIFIED) && !obligation.categories().isEmpty();
    if (ofCategory && touched.change() != Change.CORRECTED) {
      if (clock != null) {
        return clock.started();
      }
      if (touched.at() != null) {
        return touched.at(); // the classification that brought the category
      }
    }
    var occurrence = incident.clocks().occurrence(trigger).orElse(null);
    if (occurrence == null) {
      return null;
    }
    return switch (obligation.recurrence()) {
      case ONCE -> occurrence.first();
      case AGAIN -> clock == null ? occurrence.first() : occurrence.last();
      case LATEST -> occurrence.last();
    };
  }

  private static boolean again(Obligation obligation, Clock clock, @Nullable Counted counted) {
    var stopped = clock.stopped();
    return obligation.recurrence() == Recurrence.AGAIN
        && counted != null
        && stopped != null
        && counted.at().isAfter(stopped);
  }

  private @Nullable ObligationFact start(
      Obligation obligation, Counted counted, Incident incident) {
    var clocks = incident.clocks();
    var onlyIf = obligation.onlyIf();
    var unless = obligation.unless();
    var level = obligation.isServiceLevel() ? incident.assessment().severity() : null;
    if (!obligation.isFor(incident.triage().category())
        || (onlyIf != null && clocks.occurrence(onlyIf).isEmpty())
        || (unless != null && clocks.occurrence(unless).isPresent())
        || obligation.term().periodAt(level) == null) {
      return null;
    }
    return new ObligationFact.Started(
        obligation.id(),
        counted.trigger(),
        counted.at(),
        schedule(obligation, counted.at(), level, Pauses.NONE, incident),
        obligation.isServiceLevel());
  }

  private @Nullable ObligationFact ending(Touched touched, Clock clock, Incident incident) {
    var obligation = touched.obligation();
    if (touched.change() == Change.STARTED) {
      var done =
          obligation.recipient() == null
              ? incident.clocks().occurrence(Trigger.at(obligation.ends())).map(Occurrence::first)
              : told(obligation, clock, incident);
      if (done.isPresent()
          && (obligation.recurrence() != Recurrence.AGAIN
              || !done.get().isBefore(clock.started()))) {
        return end(clock, done.get(), obligation.ends());
      }
    }
    var unless = onlyTightens ? null : obligation.unless();
    var needless = unless == null ? null : incident.clocks().occurrence(unless).orElse(null);
    return unless == null || needless == null || clock.isAfterDue(needless.first())
        ? null
        : new ObligationFact.Lapsed(obligation.id(), unless, needless.first());
  }

  private Optional<Instant> told(Obligation obligation, Clock clock, Incident incident) {
    boolean only = obligation.equals(duties.onlyOneTelling(obligation.recipient()));
    boolean again = obligation.recurrence() == Recurrence.AGAIN;
    return incident.communications().notices().stream()
        .filter(
            notice ->
                notice.fulfils().isEmpty()
                    ? only && notice.audience() == obligation.recipient()
                    : notice.fulfils().contains(obligation.id()))
        .map(Notice::told)
        .filter(told -> !again || !told.isBefore(clock.started()))
        .findFirst();
  }

  /** Returns that a clock is due at another time, which is later only where that is the matter. */
  private @Nullable ObligationFact change(
      Touched touched, Clock clock, Instant at, Incident incident) {
    var obligation = touched.obligation();
    boolean corrected = touched.change() == Change.CORRECTED;
    if (!clock.running() && !corrected) {
      return null;
    }
    boolean latest = obligation.recurrence() == Recurrence.LATEST && at.isAfter(clock.started());
    var schedule = best(obligation, clock, at, incident);
    var was = clock.due();
    var due = schedule.due();
    boolean mayBeLater =
        corrected || (latest && !onlyTightens) || touched.change() == Change.RESUMED;
    boolean changes =
        mayBeLater
            ? !Objects.equals(due, was) || !at.equals(clock.started())
            : due != null && (was == null || due.isBefore(was));
    if (!changes) {
      return null;
    }
    var cause = latest ? "it counts from the latest" : "it counts from an earlier time";
    return new ObligationFact.Corrected(
        obligation.id(), at, was, schedule, touched.cause().isEmpty() ? cause : touched.cause());
  }

  /** Returns the earlier of what was promised and of what the present severity promises. */
  private Schedule best(Obligation obligation, Clock clock, Instant at, Incident incident) {
    var promised = schedule(obligation, at, clock.schedule().level(), clock.pauses(), incident);
    var severity = incident.assessment().severity();
    if (!obligation.isServiceLevel() || Objects.equals(severity, clock.schedule().level())) {
      return promised;
    }
    var present = schedule(obligation, at, severity, clock.pauses(), incident);
    var due = present.due();
    var before = promised.due();
    return due != null && (before == null || due.isBefore(before)) ? present : promised;
  }

  private Schedule schedule(
      Obligation obligation,
      Instant started,
      @Nullable Severity level,
      Pauses pauses,
      Incident incident) {
    return schedule(
        new DuePolicy.Context(incident, obligation, started, level, pauses, plan.plan()),
        policies.due());
  }

  /** Returns when a clock is due and called to mind, as the policy answers. */
  static Schedule schedule(DuePolicy.Context context, DuePolicy policy) {
    var answer = policy.due(context);
    var due = answer.at();
    var reminder = context.obligation().reminder();
    return new Schedule(
        due,
        due == null || reminder == null ? null : reminder.at(context.started(), due),
        context.level(),
        answer.under());
  }
}
