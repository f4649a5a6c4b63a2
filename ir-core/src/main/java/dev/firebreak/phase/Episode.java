package dev.firebreak.phase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One interval from opening to closing; reopening starts another and changes none.
 *
 * @param opened when it began
 * @param closed when it ended, null while it lasts
 */
public record Episode(Instant opened, @Nullable Instant closed) {}
