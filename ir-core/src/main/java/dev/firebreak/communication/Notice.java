package dev.firebreak.communication;

import dev.firebreak.sharing.Audience;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was told to somebody.
 *
 * @param recipient who was told, such as the name of an authority
 * @param reference the number that the recipient gave, null if none
 * @param told when
 * @param since the sequence number of the event
 */
public record Notice(
    Audience audience, String recipient, @Nullable String reference, Instant told, long since) {}
