package dev.firebreak.journal;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import java.util.function.ObjLongConsumer;

/**
 * Keeps the events of all histories.
 *
 * <p>Safe for use by several threads, and by several engines at once. Append may block for as long
 * as the storage takes; it returns only when what it appended is safe.
 */
public interface Journal extends AutoCloseable {
  /** How an append ended, if the storage works. */
  enum Appended {
    /** All of it is kept. */
    ALL,
    /** None of it is kept: one of the histories has other events than the caller had read. */
    NOTHING
  }

  /**
   * Appends to one history or to several, all or nothing.
   *
   * @param appends each for another history, at least one of them with events; the others say only
   *     that a history has no other events than the caller had read
   * @throws IllegalArgumentException if there is nothing to append, or a history is there twice
   * @throws JournalException if the storage fails; whether the events are kept is told by {@link
   *     JournalException#outcomeKnown}
   */
  Appended append(ImmutableList<Append> appends);

  /**
   * Returns the events of a history, in order.
   *
   * @param after the sequence number of the last event that is not wanted, 0 for all
   * @return the events, empty if there are none
   * @throws JournalException if the storage fails, or holds what this journal did not write
   */
  ImmutableList<Event> read(StreamId stream, long after);

  /** Returns the histories of that kind, in the order in which they were begun. */
  ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind);

  /**
   * Tells which histories of that kind have changed since a mark, and returns a mark to go on from.
   *
   * <p>Every history is told that an append has changed which was not yet told of when the mark was
   * given; others may be told as well. The default tells all each time, which is right and costs
   * more with each history that is stored.
   *
   * @param mark what the last call for that tenant and kind returned, 0 for all histories; good
   *     until the journal is closed
   * @param each is told of a history and of the sequence number of its last event, or a higher one;
   *     it may read from the journal
   */
  default long changedSince(
      Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
    streams(tenant, kind).forEach(stream -> each.accept(stream, Long.MAX_VALUE));
    return 0;
  }

  /**
   * Lets go of the storage; afterwards nothing else may be called. Does nothing the second time.
   */
  @Override
  void close();
}
