package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;

import dev.firebreak.action.ActionFact;
import dev.firebreak.evidence.EvidenceFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sentences of actions and evidence. */
final class ActionSentences {
  private ActionSentences() {}

  static void addTo(Kinds kinds) {
    actions(kinds);
    evidence(kinds);
  }

  private static void actions(Kinds kinds) {
    kinds
        .add(
            ActionFact.Planned.class,
            fact -> "Action " + fact.action() + " planned: " + fact.kind() + " on " + fact.target())
        .add(ActionFact.Approved.class, fact -> "Action " + fact.action() + " approved")
        .add(ActionFact.Started.class, fact -> "Action " + fact.action() + " started")
        .add(
            ActionFact.Succeeded.class,
            fact -> "Action " + fact.action() + " succeeded: " + fact.outcome())
        .add(
            ActionFact.Failed.class,
            fact ->
                "Action "
                    + fact.action()
                    + " failed"
                    + because(fact.reason())
                    + again(fact.retryAt()))
        .add(
            ActionFact.TimedOut.class,
            fact -> "Action " + fact.action() + " gave no answer in time" + again(fact.retryAt()))
        .add(
            ActionFact.Unblocked.class,
            fact -> "Action " + fact.action() + " waits for no other action any more")
        .add(
            ActionFact.ApprovalRevoked.class,
            fact -> "Approval of action " + fact.action() + " taken back" + because(fact.reason()))
        .add(
            ActionFact.ApprovalExpired.class,
            fact -> "Approval of action " + fact.action() + " expired")
        .add(
            ActionFact.Assigned.class, fact -> "Action " + fact.action() + " given to " + fact.to())
        .add(
            ActionFact.Reminded.class,
            fact ->
                "Reminder: action "
                    + fact.action()
                    + (fact.assignee() == null ? "" : " of " + fact.assignee())
                    + " is due "
                    + fact.due())
        .add(
            ActionFact.CaptureWaived.class,
            fact ->
                "Action "
                    + fact.action()
                    + " may destroy what was not secured"
                    + because(fact.reason()))
        .add(
            ActionFact.UndoStarted.class,
            fact -> "Action " + fact.action() + " is being undone" + because(fact.reason()))
        .add(
            ActionFact.UndoFailed.class,
            fact -> "Action " + fact.action() + " could not be undone" + because(fact.reason()))
        .add(
            ActionFact.GlassBroken.class,
            fact ->
                "Action "
                    + fact.action()
                    + " did not wait for its approvals"
                    + because(fact.reason()))
        .add(
            ActionFact.GlassReviewed.class,
            fact ->
                "That action "
                    + fact.action()
                    + " did not wait was reviewed as "
                    + fact.verdict()
                    + ": "
                    + fact.text())
        .add(
            ActionFact.Skipped.class,
            fact -> "Action " + fact.action() + " left out" + because(fact.reason()))
        .add(
            ActionFact.Retried.class,
            fact -> "Action " + fact.action() + " to be tried again" + because(fact.reason()))
        .add(
            ActionFact.Cancelled.class,
            fact -> "Action " + fact.action() + " cancelled" + because(fact.reason()))
        .add(
            ActionFact.RolledBack.class,
            fact -> "Action " + fact.action() + " rolled back" + because(fact.reason()));
  }

  private static void evidence(Kinds kinds) {
    kinds
        .add(
            EvidenceFact.Acquired.class,
            fact -> "Evidence " + fact.item() + " secured from " + fact.source())
        .add(
            EvidenceFact.HandedOver.class,
            fact ->
                "Evidence " + fact.item() + " handed over to " + fact.to() + because(fact.reason()))
        .add(EvidenceFact.Received.class, fact -> "Evidence " + fact.item() + " received")
        .add(
            EvidenceFact.Verified.class,
            fact ->
                "Evidence "
                    + fact.item()
                    + (fact.intact() ? " is unchanged" : " has changed since it was secured"))
        .add(
            EvidenceFact.Examined.class,
            fact -> "Evidence " + fact.item() + " examined with " + fact.tool())
        .add(
            EvidenceFact.Disposed.class,
            fact -> "Evidence " + fact.item() + " disposed of: " + fact.how())
        .add(
            EvidenceFact.Held.class,
            fact -> "Legal hold on " + fact.source() + because(fact.reason()))
        .add(
            EvidenceFact.HoldReleased.class,
            fact -> "Legal hold on " + fact.source() + " ended" + because(fact.reason()));
  }

  private static String again(@Nullable Instant retryAt) {
    return retryAt == null ? "" : ", to be tried again at " + retryAt;
  }
}
