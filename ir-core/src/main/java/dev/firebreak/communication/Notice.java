package dev.firebreak.communication;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.sharing.Audience;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was told to somebody.
 *
 * @param recipient who was told, such as the name of an authority
 * @param reference the number that the recipient gave, null if none
 * @param fulfils the obligations that it fulfils, as far as they are named
 * @param told when
 * @param since the sequence number of the event
 */
public record Notice(
    Audience audience,
    String recipient,
    @Nullable String reference,
    ImmutableSet<ObligationId> fulfils,
    Instant told,
    long since) {}
