package dev.firebreak.severity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A severity that somebody set by hand, and that is in force in place of the derived one.
 *
 * @param to the severity
 * @param until when the derived severity is back by itself, null if only when somebody lifts it
 * @param since the sequence number of the event
 */
public record Overruling(Severity to, @Nullable Instant until, long since) {
  boolean isOverBy(Instant moment) {
    return until != null && !until.isAfter(moment);
  }
}
