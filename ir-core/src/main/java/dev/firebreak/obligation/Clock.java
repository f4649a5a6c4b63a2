package dev.firebreak.obligation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that was started in an incident.
 *
 * @param started when its trigger occurred
 * @param due the last moment at which it is met
 * @param stopped when it was met, or decided about; null while it runs
 * @param waived why somebody decided not to do what it demands, null if nobody did
 * @param since the sequence number of the event that started it, or stopped it
 */
public record Clock(
    ObligationId obligation,
    Instant started,
    Instant due,
    @Nullable Instant stopped,
    @Nullable String waived,
    long since) {

  /** How a clock stands. */
  public enum Status {
    /** It runs, and its time is not up. */
    RUNNING,
    /** It was stopped in time. */
    MET,
    /** Its time was up before it was stopped, or is up and it still runs. */
    MISSED,
    /** Somebody decided, with a reason, not to do what it demands. */
    WAIVED
  }

  /** Returns how it stands at the given moment. */
  public Status statusAt(Instant now) {
    if (waived != null) {
      return Status.WAIVED;
    }
    if (stopped != null) {
      return stopped.isAfter(due) ? Status.MISSED : Status.MET;
    }
    return now.isAfter(due) ? Status.MISSED : Status.RUNNING;
  }

  /** Returns whether it has not been stopped. */
  public boolean running() {
    return stopped == null;
  }
}
