package dev.firebreak.obligation;

/** What it means that a trigger occurs again. */
public enum Recurrence {
  /** Nothing, unless it is found to have occurred earlier: the earliest counts. */
  ONCE,
  /** Once the clock has stopped, it starts again. */
  AGAIN,
  /** While the clock runs, it counts from the latest. */
  LATEST
}
