package dev.firebreak.fact;

import java.time.Instant;

/**
 * A fact in its envelope: in which history, caused by which command, by whom and when.
 *
 * @param stream the history that it belongs to
 * @param cause the command that led to it
 * @param stamp who and when
 * @param fact what happened
 */
public record Event(StreamId stream, CommandId cause, Stamp stamp, Fact<?> fact) {
  /** Returns the place in the history, from 1. */
  public long sequence() {
    return stamp.sequence();
  }

  /** Returns who did it. */
  public Actor actor() {
    return stamp.actor();
  }

  /** Returns when it happened. */
  public Instant occurred() {
    return stamp.occurred();
  }

  /** Returns the name of the kind of event, such as {@code action.approved}. */
  public String type() {
    return fact instanceof UnknownFact unknown
        ? unknown.type()
        : fact.concept().nameOf(fact.getClass());
  }
}
