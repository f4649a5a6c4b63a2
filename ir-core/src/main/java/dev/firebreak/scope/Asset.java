package dev.firebreak.scope;

import java.time.Instant;

/**
 * One affected asset.
 *
 * @param kind what sort of thing it is, such as {@code host}
 * @param state how far the response has come with it
 * @param since the sequence number of the event that led there
 * @param changed when that happened
 */
public record Asset(AssetId id, String kind, AssetState state, long since, Instant changed) {}
