package dev.firebreak.obligation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a trigger occurred.
 *
 * @param first when it occurred for the first time
 * @param last when it occurred for the last time
 * @param answerBy until when an answer was asked for the last time, null if that was left open
 * @param since the sequence number of the last event about it
 */
public record Occurrence(Instant first, Instant last, @Nullable Instant answerBy, long since) {}
