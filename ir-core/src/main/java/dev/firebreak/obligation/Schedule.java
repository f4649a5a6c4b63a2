package dev.firebreak.obligation;

import dev.firebreak.severity.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a clock is due.
 *
 * @param due the last moment at which it is met, null if there is no number
 * @param reminder when it is called to mind, null for never
 * @param level the severity by which it counts, null if it does not depend on that
 * @param under the policy that said so, with its version
 */
public record Schedule(
    @Nullable Instant due, @Nullable Instant reminder, @Nullable Severity level, String under) {}
