package dev.firebreak.obligation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that was started in an incident.
 *
 * @param trigger what started it
 * @param started when its trigger occurred
 * @param schedule when it is due
 * @param first when it was due at first; the same unless it was changed
 * @param changed why it was changed last, null if it never was
 * @param pausable whether it is a service level, which may be paused; a duty by law may not
 * @param pauses how long it stood still
 * @param ending how it ended, null while it runs
 * @param delay the reason that was given for being late, null if none was
 * @param reminded whether it was called to mind
 * @param missed whether it was recorded that its time was up
 * @param begun the sequence number of the event that started it
 * @param since the sequence number of the event that started it, or stopped it
 */
public record Clock(
    ObligationId obligation,
    Trigger trigger,
    Instant started,
    Schedule schedule,
    @Nullable Instant first,
    @Nullable String changed,
    boolean pausable,
    Pauses pauses,
    @Nullable Ending ending,
    @Nullable String delay,
    boolean reminded,
    boolean missed,
    long begun,
    long since) {

  /** How a clock stands. */
  public enum Status {
    /** It runs, and its time is not up. */
    RUNNING,
    /** It is a service level that stands still, for a recorded reason. */
    PAUSED,
    /** It was stopped in time. */
    MET,
    /** Its time was up before it was stopped, or is up and it still runs. */
    MISSED,
    /** Somebody decided, with a reason, not to do what it demands. */
    WAIVED,
    /** Something occurred that makes it needless. */
    LAPSED
  }

  /**
   * How a clock ended.
   *
   * @param how MET if what it demands was done, be it late; WAIVED or LAPSED if not
   * @param reason why somebody decided against it, or what made it lapse; null if it was done
   */
  public record Ending(Instant at, Status how, @Nullable String reason) {}

  /** Returns the last moment at which it is met, null if there is no number. */
  public @Nullable Instant due() {
    return schedule.due();
  }

  /** Returns when it ended, null while it runs. */
  public @Nullable Instant stopped() {
    return ending == null ? null : ending.at();
  }

  /** Returns how it stands at the given moment. */
  public Status statusAt(Instant now) {
    if (ending != null) {
      return ending.how() == Status.MET && isAfterDue(ending.at()) ? Status.MISSED : ending.how();
    }
    if (pauses.since() != null) {
      return Status.PAUSED;
    }
    return isAfterDue(now) ? Status.MISSED : Status.RUNNING;
  }

  /**
   * Returns how long before it is due it ended, or how much time is left; negative if that is after
   * it, null if there is no number.
   */
  public @Nullable Duration marginAt(Instant now) {
    var due = due();
    if (due == null) {
      return null;
    }
    var since = pauses.since();
    var end = ending == null ? (since == null ? now : since) : ending.at();
    return Duration.between(end, due);
  }

  /** Returns whether it has not been stopped; one that is paused has not. */
  public boolean running() {
    return ending == null;
  }

  /** Returns whether the moment is after it is due. */
  public boolean isAfterDue(Instant moment) {
    var due = due();
    return due != null && moment.isAfter(due);
  }

  /** Returns when something is to happen to it by itself, null if nothing is. */
  @Nullable Instant alarm() {
    var due = due();
    if (ending != null || pauses.since() != null || due == null || missed) {
      return null;
    }
    var reminder = schedule.reminder();
    return reminder != null && !reminded ? reminder : due.plusNanos(1);
  }

  /** Returns whether the next thing to happen by itself is that it is called to mind. */
  boolean remindsNext() {
    return schedule.reminder() != null && !reminded;
  }

  static Clock start(ObligationFact.Started fact, long since) {
    return new Clock(
        fact.obligation(),
        fact.trigger(),
        fact.started(),
        fact.schedule(),
        fact.schedule().due(),
        null,
        fact.pausable(),
        Pauses.NONE,
        null,
        null,
        false,
        false,
        since,
        since);
  }

  /** Returns this with another due moment; a later one can be missed anew. */
  Clock changed(Instant started, Schedule schedule, String cause) {
    var was = due();
    var now = schedule.due();
    boolean later = was != null && (now == null || now.isAfter(was));
    return new Clock(
        obligation,
        trigger,
        started,
        schedule,
        first,
        cause,
        pausable,
        pauses,
        ending,
        delay,
        reminded && !later,
        missed && !later,
        begun,
        since);
  }

  Clock ended(Instant at, Status how, @Nullable String reason, long event) {
    return with(pauses, new Ending(at, how, reason), delay, reminded, missed, event);
  }

  Clock with(Pauses pauses) {
    return with(pauses, ending, delay, reminded, missed, since);
  }

  Clock delayed(String reason) {
    return with(pauses, ending, reason, reminded, missed, since);
  }

  Clock called() {
    return with(pauses, ending, delay, true, missed, since);
  }

  Clock overdue() {
    return with(pauses, ending, delay, reminded, true, since);
  }

  private Clock with(
      Pauses pauses,
      @Nullable Ending ending,
      @Nullable String delay,
      boolean reminded,
      boolean missed,
      long since) {
    return new Clock(
        obligation,
        trigger,
        started,
        schedule,
        first,
        changed,
        pausable,
        pauses,
        ending,
        delay,
        reminded,
        missed,
        begun,
        since);
  }
}
