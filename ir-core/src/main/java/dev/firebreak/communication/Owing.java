package dev.firebreak.communication;

import dev.firebreak.sharing.Audience;

/**
 * An audience that has to be told and was not yet.
 *
 * @param because why it has to be told
 * @param since the sequence number of the event
 */
public record Owing(Audience audience, String because, long since) {}
