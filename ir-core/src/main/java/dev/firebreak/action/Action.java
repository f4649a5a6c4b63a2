package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One response action.
 *
 * @param id its name within the incident
 * @param type what is done
 * @param target to what, such as a host or an account
 * @param step the step of the playbook that it carries out, null if none
 * @param requester who asked for it
 * @param terms on what terms
 * @param approval who must approve it
 * @param approvers who has approved it
 * @param approvedUntil until when it may be started, null for any time
 * @param status where it stands
 * @param assignee who is to do it, null if that is left open
 * @param reminder when it is called to mind next, null if no more
 * @param tries how often it was started
 * @param key the key under which its effect happens at most once, null before it is started and
 *     after it has failed
 * @param until when it times out, or is tried again by itself; null if neither is to come
 * @param glass how it was started without its approvals, null if it never was
 * @param undos how often it was begun to undo it
 * @param undoKey the key under which it is being undone, null if it is not
 * @param captureWaived whether it may destroy evidence of which nothing was secured
 * @param since the sequence number of the event that led there
 */
public record Action(
    ActionId id,
    ActionType type,
    String target,
    @Nullable StepId step,
    Actor requester,
    ActionTerms terms,
    Approval approval,
    ImmutableSet<Actor> approvers,
    @Nullable Instant approvedUntil,
    ActionStatus status,
    @Nullable Actor assignee,
    @Nullable Instant reminder,
    int tries,
    @Nullable String key,
    @Nullable Instant until,
    @Nullable BrokenGlass glass,
    int undos,
    @Nullable String undoKey,
    boolean captureWaived,
    long since) {

  /** Returns whether something is still to come, be it that it is tried again or undone. */
  public boolean unfinished() {
    return status.unfinished() || until != null || undoKey != null;
  }

  /** Returns whether it was started before under its key, and nobody knows what came of that. */
  public boolean startedBefore() {
    return key != null && !key.equals(id + "/" + tries);
  }

  /** Returns whether it was started without its approvals, and nobody has reviewed that yet. */
  public boolean awaitsReview() {
    return glass != null && !glass.reviewed();
  }

  /** Returns whether it has its approvals, and they have expired. */
  boolean approvalExpired(Instant now) {
    return status == ActionStatus.READY && approvedUntil != null && !now.isBefore(approvedUntil);
  }

  /** Returns whether it has its approvals, and they hold. */
  boolean approvedAt(Instant now) {
    return approvers.size() >= approval.count()
        && (approvedUntil == null || now.isBefore(approvedUntil));
  }

  /** Returns when something is to happen to it next by itself, null if nothing is to come. */
  @Nullable Instant alarm() {
    var next = status == ActionStatus.READY ? approvedUntil : until;
    var reminding = status.unfinished() ? reminder : null;
    return next == null || (reminding != null && reminding.isBefore(next)) ? reminding : next;
  }

  /** Returns when it would be tried again by itself after it failed now, null if it is not. */
  @Nullable Instant retryAfter(Instant now) {
    var retries = terms.retries();
    return retries == null || tries > retries.atMost() ? null : now.plus(retries.after(tries));
  }

  /** Returns the key for the next start: that of before, unless it is known to have failed. */
  String nextKey() {
    return key == null ? id + "/" + (tries + 1) : key;
  }

  ActionDraft change(long sequence) {
    return new ActionDraft(this, sequence);
  }
}
