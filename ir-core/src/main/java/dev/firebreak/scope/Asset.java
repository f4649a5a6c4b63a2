package dev.firebreak.scope;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One affected asset.
 *
 * @param kind what sort of thing it is
 * @param state how far the response has come with it
 * @param since the sequence number of the event that led there
 * @param changed when that happened
 * @param data roughly how much data it holds, null if nobody said
 * @param notes what was done with it since it was last found to be affected, each with the sequence
 *     number of the last event that says so
 */
public record Asset(
    AssetId id,
    AssetKind kind,
    AssetState state,
    long since,
    Instant changed,
    @Nullable DataExtent data,
    ImmutableMap<AssetNote, Long> notes) {
  /** An asset of which nothing else is known. */
  public Asset(AssetId id, AssetKind kind, AssetState state, long since, Instant changed) {
    this(id, kind, state, since, changed, null, ImmutableMap.of());
  }

  /** Returns whether that was done since it was last found to be affected. */
  public boolean has(AssetNote note) {
    return notes.containsKey(note);
  }

  Asset with(AssetState next, long sequence, Instant at) {
    return new Asset(id, kind, next, sequence, at, data, notes);
  }

  /** Returns it affected again, with nothing done about it. */
  Asset again(AssetKind sort, long sequence, Instant at) {
    return new Asset(id, sort, AssetState.AFFECTED, sequence, at, data, ImmutableMap.of());
  }

  Asset with(DataExtent extent) {
    return new Asset(id, kind, state, since, changed, extent, notes);
  }

  Asset with(AssetNote note, long sequence) {
    var more = ImmutableMap.<AssetNote, Long>builder().putAll(notes).put(note, sequence);
    return new Asset(id, kind, state, since, changed, data, more.buildKeepingLast());
  }
}
