package dev.firebreak.journal;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;

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
   * @param appends at least one, each for another history
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
   * Lets go of the storage; afterwards nothing else may be called. Does nothing the second time.
   */
  @Override
  void close();
}
