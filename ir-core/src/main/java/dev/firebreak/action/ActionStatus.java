package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;

/** Where a response action stands. */
public enum ActionStatus {
  /** Waits for other actions to be done. */
  PLANNED,
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
  /** Gave no answer in time: what it did is not known. It may be tried again. */
  TIMED_OUT,
  /** Will not be done. */
  CANCELLED,
  /** Was left out on purpose; what waits for it goes on as if it had been done. */
  SKIPPED,
  /** Was undone after it had succeeded. */
  ROLLED_BACK;

  private static final ImmutableSetMultimap<ActionStatus, ActionStatus> LEGAL =
      ImmutableSetMultimap.<ActionStatus, ActionStatus>builder()
          .putAll(PLANNED, AWAITING_APPROVAL, READY, CANCELLED, SKIPPED)
          .putAll(AWAITING_APPROVAL, READY, CANCELLED, SKIPPED)
          .putAll(READY, RUNNING, AWAITING_APPROVAL, CANCELLED, SKIPPED)
          .putAll(RUNNING, SUCCEEDED, FAILED, TIMED_OUT)
          .putAll(FAILED, AWAITING_APPROVAL, READY, CANCELLED, SKIPPED)
          .putAll(TIMED_OUT, SUCCEEDED, FAILED, AWAITING_APPROVAL, READY, CANCELLED, SKIPPED)
          .put(SUCCEEDED, ROLLED_BACK)
          .build();

  /** Returns whether an action in this status may go to the other. */
  public boolean mayBecome(ActionStatus next) {
    return LEGAL.containsEntry(this, next);
  }

  /** Returns the statuses that an action in this one may go to. */
  public ImmutableSet<ActionStatus> reachable() {
    return LEGAL.get(this);
  }

  /** Returns whether something is still to come: another action, an approval, a start, an end. */
  public boolean unfinished() {
    return this == PLANNED || this == AWAITING_APPROVAL || this == READY || this == RUNNING;
  }

  /** Returns whether an action in this status may still come to be done. */
  boolean mayStillBeDone() {
    return this != SUCCEEDED && !reachable().isEmpty();
  }

  /** Returns whether what waits for an action in this status may go on. */
  public boolean settled() {
    return this == SUCCEEDED || this == SKIPPED;
  }
}
