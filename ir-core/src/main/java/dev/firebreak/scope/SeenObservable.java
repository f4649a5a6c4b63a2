package dev.firebreak.scope;

import org.jspecify.annotations.Nullable;

/**
 * An observable of an incident, and how it came there.
 *
 * @param source who or what saw it, null if nobody said
 * @param confidence how sure that source is that it belongs to the incident, null if it did not say
 * @param since the sequence number of the event that told so last
 */
public record SeenObservable(
    Observable observable, @Nullable String source, @Nullable Confidence confidence, long since) {}
