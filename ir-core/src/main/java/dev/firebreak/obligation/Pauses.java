package dev.firebreak.obligation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a clock stood still.
 *
 * @param since when it was paused, null while it is not
 * @param until when it went on last, null if it never did
 * @param reason why it was paused last, null if it never was
 * @param elapsed the time of all pauses that have ended
 * @param working the working time in them
 */
public record Pauses(
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String reason,
    Duration elapsed,
    Duration working) {
  /** No pause at all. */
  public static final Pauses NONE = new Pauses(null, null, null, Duration.ZERO, Duration.ZERO);
}
