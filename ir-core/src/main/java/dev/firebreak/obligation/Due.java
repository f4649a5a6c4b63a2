package dev.firebreak.obligation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, as a policy answered.
 *
 * @param at the last moment at which it is met, null if there is no number
 * @param under the policy that answered, with its version
 */
public record Due(@Nullable Instant at, String under) {}
