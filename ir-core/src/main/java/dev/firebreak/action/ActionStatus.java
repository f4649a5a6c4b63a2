package dev.firebreak.action;

import com.google.common.collect.ImmutableSetMultimap;

/** Where a response action stands. */
public enum ActionStatus {
  /** Waits for somebody's approval. */
  AWAITING_APPROVAL,
  /** May be started. */
  READY,
  /** Has been started. */
  RUNNING,
  /** Did what it should. */
  SUCCEEDED,
  /** Did not, and may be tried again. */
  FAILED,
  /** Will not be done. */
  CANCELLED,
  /** Was undone after it had succeeded. */
  ROLLED_BACK;

  private static final ImmutableSetMultimap<ActionStatus, ActionStatus> LEGAL =
      ImmutableSetMultimap.<ActionStatus, ActionStatus>builder()
          .putAll(AWAITING_APPROVAL, READY, CANCELLED)
          .putAll(READY, RUNNING, CANCELLED)
          .putAll(RUNNING, SUCCEEDED, FAILED)
          .putAll(FAILED, READY, CANCELLED)
          .put(SUCCEEDED, ROLLED_BACK)
          .build();

  /** Returns whether an action in this status may go to the other. */
  public boolean mayBecome(ActionStatus next) {
    return LEGAL.containsEntry(this, next);
  }

  /** Returns whether something is still to come: an approval, a start or an outcome. */
  public boolean unfinished() {
    return this == AWAITING_APPROVAL || this == READY || this == RUNNING;
  }
}
