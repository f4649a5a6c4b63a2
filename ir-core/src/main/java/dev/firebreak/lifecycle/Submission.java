package dev.firebreak.lifecycle;

import dev.firebreak.incident.Command;

/** What became of one of several commands that were submitted together. */
public sealed interface Submission {
  /** Returns which command. */
  Command command();

  /** It was decided on. */
  record Decided(Command command, Decision decision) implements Submission {}

  /**
   * It could not be decided on, or not be recorded.
   *
   * @param failure what was thrown, as {@link IncidentResponse#submit(Command)} would have
   */
  record Failed(Command command, RuntimeException failure) implements Submission {}
}
