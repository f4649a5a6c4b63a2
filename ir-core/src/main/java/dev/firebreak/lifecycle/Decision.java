package dev.firebreak.lifecycle;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;

/** What became of a command. */
public sealed interface Decision {
  /**
   * It passed.
   *
   * @param events what follows; empty if there was nothing to do
   * @param repeated whether the command had been accepted before, and these are the events of then
   */
  record Accepted(ImmutableList<Event> events, boolean repeated) implements Decision {}

  /**
   * It did not pass, and changed nothing.
   *
   * @param rejections every reason, at least one
   */
  record Refused(ImmutableList<Rejection> rejections) implements Decision {
    /** Returns all reasons, one a line. */
    public String message() {
      return Joiner.on('\n').join(rejections);
    }

    @Override
    public String toString() {
      return "refused: " + message();
    }
  }

  /** Returns whether it passed. */
  default boolean accepted() {
    return this instanceof Accepted;
  }
}
