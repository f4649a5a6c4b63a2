package dev.firebreak.execution;

/** What is known of an execution that was begun. */
public sealed interface Inquiry {
  /** It has ended like this. */
  record Ended(ExecutionResult result) implements Inquiry {}

  /** It goes on, and is left alone. */
  record StillRunning() implements Inquiry {}

  /** It is to be called again under the same key: it was not begun, or acts only once. */
  record Repeat() implements Inquiry {}
}
