package dev.firebreak.execution;

import dev.firebreak.action.ActionType;

/**
 * Carries out response actions of some types.
 *
 * <p>The start is recorded before it is called. It is called on the executor that the application
 * gives to the engine, by several threads at once, and may block; a time limit that the action has
 * runs out meanwhile. What it answers is recorded as the outcome, also when it is late. What it
 * throws is recorded as a failure with the exception's message, which therefore must not hold
 * secrets.
 *
 * <p>Under one {@linkplain Execution#key key} it has its effect at most once, however often it is
 * called, by which process ever, and also while an earlier call has not ended. A failure must mean
 * that there was no effect: the next try comes under another key. When that is not known, it does
 * better not to answer, so that the action times out and keeps its key.
 */
public interface ActionExecutor {
  /** Returns whether it carries out actions of this type; the same answer each time. */
  boolean handles(ActionType type);

  /** Does what the action is to do, and returns what came of it. */
  ExecutionResult execute(Execution execution);

  /**
   * Returns what is known of an execution that was begun, and of whose end nothing is known: the
   * process had ended before, or the action has timed out. It does nothing itself.
   *
   * <p>One that cannot ask, but acts once for each key, answers {@link Inquiry.Repeat}.
   */
  Inquiry inquire(Execution execution);

  /** Undoes what an action has done, and returns what came of it; a failure, if it cannot. */
  default ExecutionResult undo(Execution execution) {
    return new ExecutionResult.Failed("the executor does not undo " + execution.type());
  }
}
