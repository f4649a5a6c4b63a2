package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.fact.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An action that is about to change. */
final class ActionDraft {
  private final Action was;
  private final long since;
  private ImmutableSet<Actor> approvers;
  private @Nullable Instant approvedUntil;
  private ActionStatus status;
  private @Nullable Actor assignee;
  private @Nullable Instant reminder;
  private int tries;
  private @Nullable String key;
  private @Nullable Instant until;
  private @Nullable BrokenGlass glass;
  private int undos;
  private @Nullable String undoKey;
  private boolean captureWaived;

  ActionDraft(Action was, long since) {
    this.was = was;
    this.since = since;
    this.approvers = was.approvers();
    this.approvedUntil = was.approvedUntil();
    this.status = was.status();
    this.assignee = was.assignee();
    this.reminder = was.reminder();
    this.tries = was.tries();
    this.key = was.key();
    this.until = was.until();
    this.glass = was.glass();
    this.undos = was.undos();
    this.undoKey = was.undoKey();
    this.captureWaived = was.captureWaived();
  }

  /** Moves on, where nothing is to come by itself any more. */
  ActionDraft to(ActionStatus next) {
    return to(next, null);
  }

  ActionDraft to(ActionStatus next, @Nullable Instant until) {
    this.status = next;
    this.until = until;
    this.undoKey = null;
    return this;
  }

  /** Moves on without its approvals. */
  ActionDraft glassBroken(Actor by, String reason) {
    glass = new BrokenGlass(by, reason, since, false);
    return to(ActionStatus.READY);
  }

  ActionDraft glassReviewed() {
    glass = glass == null ? null : glass.afterReview();
    return this;
  }

  ActionDraft captureWaived() {
    captureWaived = true;
    return this;
  }

  /** Moves on to where its approvals are asked for, or are there. */
  ActionDraft toApproval() {
    return to(
        approvers.size() >= was.approval().count()
            ? ActionStatus.READY
            : ActionStatus.AWAITING_APPROVAL);
  }

  ActionDraft approvedBy(Actor approver, Instant now) {
    approvers = ImmutableSet.<Actor>builder().addAll(approvers).add(approver).build();
    var holds = was.approval().holdsFor();
    if (approvers.size() >= was.approval().count()) {
      approvedUntil = holds == null ? null : now.plus(holds);
    }
    return toApproval();
  }

  ActionDraft withoutApprovalOf(Actor approver) {
    approvers = Sets.difference(approvers, ImmutableSet.of(approver)).immutableCopy();
    approvedUntil = null;
    return toApproval();
  }

  ActionDraft withoutApprovals() {
    approvers = ImmutableSet.of();
    approvedUntil = null;
    return toApproval();
  }

  ActionDraft assignedTo(Actor next) {
    assignee = next;
    return this;
  }

  /** Takes note that it was called to mind: the next time is when it is due, if that is to come. */
  ActionDraft reminded(Instant now) {
    var due = was.terms().due();
    reminder = due != null && due.isAfter(now) ? due : null;
    return this;
  }

  ActionDraft startedUnder(String key, Instant now) {
    this.tries++;
    this.key = key;
    return to(ActionStatus.RUNNING, latest(now));
  }

  ActionDraft undoneUnder(String key, Instant now) {
    to(was.status(), latest(now));
    this.undos++;
    this.undoKey = key;
    return this;
  }

  private @Nullable Instant latest(Instant now) {
    var limit = was.terms().timeLimit();
    return limit == null ? null : now.plus(limit);
  }

  ActionDraft failed(@Nullable Instant retryAt) {
    key = null;
    return to(ActionStatus.FAILED, retryAt);
  }

  Action build() {
    return new Action(
        was.id(),
        was.type(),
        was.target(),
        was.step(),
        was.requester(),
        was.terms(),
        was.approval(),
        approvers,
        approvedUntil,
        status,
        assignee,
        reminder,
        tries,
        key,
        until,
        glass,
        undos,
        undoKey,
        captureWaived,
        since);
  }
}
