package dev.firebreak.report;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.ActionFact;
import dev.firebreak.alert.AlertFact;
import dev.firebreak.analysis.AnalysisFact;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.decision.DecisionFact;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.Run;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.sharing.SharingFact;
import dev.firebreak.triage.TriageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for people for every kind of fact; a kind that is not known gets its type name.
 *
 * <p>None tells what evidence holds, what an alert looked like, or what a notice said.
 */
final class Sentences {
  private static final ImmutableMap<Class<?>, Function<Fact<?>, String>> BY_KIND = byKind();

  private Sentences() {}

  static String of(Event event) {
    var sentence = BY_KIND.get(event.fact().getClass());
    return sentence == null ? event.type() : sentence.apply(event.fact());
  }

  static boolean has(Class<?> kind) {
    return BY_KIND.containsKey(kind);
  }

  private static ImmutableMap<Class<?>, Function<Fact<?>, String>> byKind() {
    var kinds = new Kinds();
    course(kinds);
    playbook(kinds);
    triage(kinds);
    scope(kinds);
    actions(kinds);
    evidence(kinds);
    analysis(kinds);
    decisions(kinds);
    people(kinds);
    obligations(kinds);
    review(kinds);
    return kinds.sentences.buildOrThrow();
  }

  private static void course(Kinds kinds) {
    kinds
        .add(
            IncidentFact.Opened.class,
            fact -> "Incident opened under plan " + fact.plan() + ": " + fact.title())
        .add(
            IncidentFact.Governed.class,
            fact -> "Decided from here on by " + String.join(", ", fact.policies()))
        .add(
            PhaseFact.EpisodeStarted.class,
            fact -> "Work began in " + fact.in() + because(fact.reason()))
        .add(
            PhaseFact.Entered.class,
            fact -> "Moved from " + fact.from() + " to " + fact.to() + because(fact.reason()))
        .add(
            PhaseFact.Closed.class,
            fact -> "Closed as " + fact.as() + to(fact.handover()) + because(fact.reason()))
        .add(
            PhaseFact.CriterionConfirmed.class,
            fact -> "Criterion " + fact.criterion() + " confirmed: " + fact.how())
        .add(
            PhaseFact.CriterionWaived.class,
            fact -> "Criterion " + fact.criterion() + " waived" + because(fact.reason()))
        .add(
            AlertFact.Attached.class,
            fact ->
                fact.severity()
                    + " alert of "
                    + fact.alert().source()
                    + " attached: "
                    + fact.title()
                    + " (seen "
                    + fact.observed()
                    + ")")
        .add(
            AlertFact.Reported.class,
            fact ->
                "Reported by "
                    + (fact.reporter() == null ? "somebody without a name" : fact.reporter())
                    + " (noticed "
                    + fact.noticed()
                    + ")")
        .add(
            AlertFact.Linked.class,
            fact ->
                fact.severity()
                    + " alert of "
                    + fact.alert().source()
                    + " linked and closed: "
                    + fact.title()
                    + because(fact.because()))
        .add(
            RelationFact.Linked.class,
            fact -> "Linked as " + fact.kind() + " " + fact.to() + because(fact.reason()))
        .add(
            RelationFact.Unlinked.class,
            fact -> "No longer " + fact.kind() + " " + fact.to() + because(fact.reason()))
        .add(
            RelationFact.TookIn.class,
            fact ->
                "Took in "
                    + fact.from()
                    + " as of its event "
                    + fact.version()
                    + because(fact.reason()))
        .add(
            RelationFact.Merged.class,
            fact -> "Merged into " + fact.into() + because(fact.reason()))
        .add(RelationFact.GaveBack.class, fact -> "Gave back " + fact.to() + because(fact.reason()))
        .add(
            RelationFact.Unmerged.class,
            fact -> "Un-merged from " + fact.from() + because(fact.reason()))
        .add(
            SharingFact.Marked.class,
            fact ->
                "Marked "
                    + fact.tlp()
                    + (fact.was() == null ? "" : " in the place of " + fact.was())
                    + (fact.permittedBy() == null ? "" : ", as permitted by " + fact.permittedBy())
                    + because(fact.reason()))
        .add(
            SharingFact.Restricted.class,
            fact -> "Restricted to " + fact.to() + because(fact.reason()))
        .add(
            SharingFact.Unrestricted.class, fact -> "No longer restricted" + because(fact.reason()))
        .add(
            SharingFact.PrivilegeClaimed.class,
            fact -> "Legal privilege claimed" + because(fact.reason()))
        .add(
            SharingFact.PrivilegeWaived.class,
            fact -> "Legal privilege waived" + because(fact.reason()))
        .add(PlaybookFact.StepDone.class, fact -> "Step " + fact.step() + " done: " + fact.note())
        .add(
            PlaybookFact.StepWaived.class,
            fact -> "Step " + fact.step() + " waived" + because(fact.reason()));
  }

  private static void playbook(Kinds kinds) {
    kinds
        .add(
            PlaybookFact.StepFailed.class,
            fact -> "Step " + fact.step() + " failed" + because(fact.reason()))
        .add(
            PlaybookFact.StepTimedOut.class,
            fact -> "Step " + fact.step() + " was not done in time")
        .add(
            PlaybookFact.StepAdded.class,
            fact -> "Step " + fact.step() + " added for " + fact.role() + ": " + fact.title())
        .add(PlaybookFact.Started.class, fact -> "Playbook " + fact.playbook() + " began")
        .add(
            PlaybookFact.StepReady.class,
            fact ->
                "Step "
                    + fact.step()
                    + " is to be done by "
                    + fact.role()
                    + (fact.due() == null ? "" : " until " + fact.due()))
        .add(
            PlaybookFact.DecisionAwaited.class,
            fact -> fact.role() + " is to decide at step " + fact.step() + ": " + fact.question())
        .add(
            PlaybookFact.Decided.class,
            fact ->
                "Decided at step " + fact.step() + ": " + fact.answer() + because(fact.reason()))
        .add(
            PlaybookFact.BranchTaken.class,
            fact ->
                "Went on at step "
                    + fact.step()
                    + " with "
                    + fact.answer()
                    + because(fact.because()))
        .add(
            PlaybookFact.BranchesStarted.class,
            fact ->
                "Step "
                    + fact.step()
                    + (fact.branches() == 0
                        ? " began for each asset"
                        : " began with " + fact.branches() + " branches"))
        .add(
            PlaybookFact.Repeated.class,
            fact -> "Step " + fact.step() + " began for " + fact.asset())
        .add(
            PlaybookFact.Called.class,
            fact -> "Step " + fact.step() + " called playbook " + fact.playbook())
        .add(
            PlaybookFact.BranchEnded.class,
            fact -> "A branch of step " + fact.step() + (fact.failed() ? " failed" : " ended"))
        .add(
            PlaybookFact.Left.class,
            fact ->
                "Step "
                    + fact.step()
                    + (fact.failed() ? " failed" : " ended")
                    + (fact.because() == null ? "" : because(fact.because())))
        .add(PlaybookFact.MilestoneReached.class, fact -> "Reached: " + fact.title())
        .add(PlaybookFact.VariableSet.class, fact -> "$" + fact.name() + " set to " + fact.value())
        .add(
            PlaybookFact.Ended.class,
            fact ->
                "Playbook " + fact.playbook() + " " + ended(fact.as()) + because(fact.because()));
  }

  private static String ended(Run.Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "completed";
      case FAILED -> "failed";
      case STOPPED -> "stopped";
    };
  }

  private static void triage(Kinds kinds) {
    kinds
        .add(TriageFact.Acknowledged.class, fact -> "Taken on")
        .add(
            TriageFact.AcknowledgementLapsed.class,
            fact -> "To be taken on anew" + because(fact.because()))
        .add(
            TriageFact.Classified.class,
            fact ->
                (fact.before() == null
                        ? "Classified as "
                        : "Reclassified from " + fact.before() + " to ")
                    + fact.category()
                    + because(fact.because()))
        .add(TriageFact.Declared.class, fact -> "Declared an incident" + because(fact.criterion()))
        .add(TriageFact.Judged.class, fact -> "Judged " + fact.verdict() + because(fact.because()))
        .add(
            SeverityFact.Assessed.class,
            fact -> "Severity " + fact.severity() + " by " + fact.under() + because(fact.because()))
        .add(
            SeverityFact.Overruled.class,
            fact ->
                "Severity set to "
                    + fact.to()
                    + " by hand"
                    + (fact.until() == null ? "" : " until " + fact.until())
                    + because(fact.reason()))
        .add(
            SeverityFact.Lifted.class,
            fact ->
                "Severity "
                    + fact.from()
                    + " lifted, "
                    + derived(fact.to())
                    + because(fact.reason()))
        .add(
            SeverityFact.Expired.class,
            fact -> "Time of severity " + fact.from() + " ran out, " + derived(fact.to()));
  }

  private static String to(@Nullable Handover handover) {
    if (handover == null) {
      return "";
    }
    return handover.duties().isEmpty()
        ? " to " + handover.to()
        : " to " + handover.to() + " with " + Joiner.on(", ").join(handover.duties());
  }

  private static String derived(@Nullable Severity severity) {
    return severity == null ? "none was derived" : "back to " + severity;
  }

  private static void scope(Kinds kinds) {
    kinds
        .add(ScopeFact.AssetAffected.class, fact -> "Affected: " + fact.kind() + " " + fact.asset())
        .add(
            ScopeFact.AssetAdvanced.class,
            fact -> fact.asset() + " is " + fact.to() + ": " + fact.how())
        .add(
            ScopeFact.AssetReinfected.class,
            fact -> fact.asset() + " is infected again" + because(fact.because()))
        .add(
            ScopeFact.AssetNoted.class,
            fact -> fact.asset() + " noted as " + fact.note() + ": " + fact.how())
        .add(
            ScopeFact.DataEstimated.class,
            fact -> fact.asset() + " holds " + fact.extent() + because(fact.because()))
        .add(
            ScopeFact.Observed.class,
            fact ->
                "Seen: "
                    + fact.observable()
                    + (fact.source() == null ? "" : ", by " + fact.source())
                    + (fact.confidence() == null ? "" : ", confidence " + fact.confidence()))
        .add(
            ScopeFact.Sighted.class,
            fact ->
                "Seen elsewhere: "
                    + fact.sighting().observable()
                    + ", at "
                    + fact.sighting().at()
                    + ", says "
                    + fact.sighting().by()
                    + reference(fact.sighting().reference()))
        .add(ScopeFact.Updated.class, fact -> "Scope updated: " + fact.now())
        .add(ScopeFact.Confirmed.class, fact -> "Scope confirmed: " + fact.how())
        .add(
            ScopeFact.MonitoringIncreased.class,
            fact -> fact.asset() + " is watched more closely: " + fact.how());
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

  private static String again(@Nullable Instant retryAt) {
    return retryAt == null ? "" : ", to be tried again at " + retryAt;
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

  private static void analysis(Kinds kinds) {
    kinds
        .add(
            AnalysisFact.ActivityRecorded.class,
            fact -> "Attacker activity " + fact.id() + ": " + fact.activity().what())
        .add(
            AnalysisFact.ActivityCorrected.class,
            fact ->
                "Attacker activity "
                    + fact.id()
                    + " corrected: "
                    + fact.activity().what()
                    + because(fact.because()))
        .add(
            AnalysisFact.ActivityWithdrawn.class,
            fact -> "Attacker activity " + fact.id() + " withdrawn" + because(fact.because()))
        .add(
            AnalysisFact.Found.class,
            fact ->
                "Finding "
                    + fact.finding()
                    + ": "
                    + fact.statement()
                    + " (evidence "
                    + listed(fact.evidence())
                    + ")")
        .add(
            AnalysisFact.FindingWithdrawn.class,
            fact -> "Finding " + fact.finding() + " withdrawn" + because(fact.because()))
        .add(
            AnalysisFact.Attributed.class,
            fact ->
                "Hypothesis "
                    + fact.hypothesis()
                    + ": "
                    + fact.suspect()
                    + ", confidence "
                    + fact.confidence()
                    + because(fact.grounds()))
        .add(
            AnalysisFact.AttributionWithdrawn.class,
            fact -> "Hypothesis " + fact.hypothesis() + " withdrawn" + because(fact.because()))
        .add(
            AnalysisFact.IntelligenceConsulted.class,
            fact ->
                "Intelligence of "
                    + fact.source()
                    + " consulted: "
                    + fact.result()
                    + reference(fact.reference()))
        .add(
            AnalysisFact.InformationReceived.class,
            fact -> "New information from " + fact.source() + ": " + fact.information())
        .add(AnalysisFact.ToolTuned.class, fact -> fact.tool() + " was adjusted: " + fact.how());
  }

  private static void decisions(Kinds kinds) {
    kinds
        .add(
            DecisionFact.Taken.class,
            fact ->
                "Decision "
                    + fact.id()
                    + " ("
                    + fact.decision().kind()
                    + "): "
                    + fact.decision().question()
                    + " "
                    + fact.decision().choice()
                    + because(fact.decision().reason())
                    + (fact.decision().consulted().isEmpty()
                        ? ""
                        : ", asked " + listed(fact.decision().consulted())))
        .add(
            DecisionFact.RansomPaid.class,
            fact ->
                "Ransom of "
                    + fact.amount()
                    + " paid to "
                    + fact.to()
                    + (fact.decision() == null ? "" : ", by decision " + fact.decision()));
  }

  private static void people(Kinds kinds) {
    kinds
        .add(PeopleFact.Assigned.class, fact -> fact.to() + " became " + fact.role())
        .add(
            PeopleFact.Released.class,
            fact -> fact.from() + " is no longer " + fact.role() + because(fact.reason()))
        .add(
            PeopleFact.Asked.class,
            fact -> "Asked to take it on: " + fact.role() + ", until " + fact.answerBy())
        .add(
            PeopleFact.Escalated.class,
            fact ->
                fact.from()
                    + " did not answer; asked to take it on: "
                    + fact.to()
                    + ", until "
                    + fact.answerBy())
        .add(
            PeopleFact.AskingEnded.class,
            fact ->
                switch (fact.how()) {
                  case ANSWERED -> "Nobody is asked any more, it was taken on";
                  case UNANSWERED ->
                      fact.last() + " did not answer, and there is nobody left to ask";
                  case CLOSED -> "Nobody is asked any more, it was closed";
                })
        .add(
            PeopleFact.HandOverOffered.class,
            fact ->
                fact.from()
                    + " offers the role "
                    + fact.role()
                    + " to "
                    + fact.to()
                    + ": "
                    + fact.note())
        .add(
            PeopleFact.HandedOver.class,
            fact -> fact.to() + " took over as " + fact.role() + " from " + fact.from())
        .add(
            PeopleFact.EffortReported.class,
            fact -> fact.who() + " spent " + Table.span(fact.spent()) + " on it: " + fact.what())
        .add(PeopleFact.Called.class, fact -> "Called: " + fact.role() + because(fact.because()))
        .add(
            PeopleFact.StoodDown.class,
            fact -> "Stood down: " + fact.role() + because(fact.because()))
        .add(
            CommunicationFact.Owed.class,
            fact -> "To be told: " + fact.audience() + because(fact.because()))
        .add(
            CommunicationFact.NoLongerOwed.class,
            fact -> "Need not be told: " + fact.audience() + because(fact.because()))
        .add(
            CommunicationFact.Notified.class,
            fact ->
                "Told "
                    + fact.audience()
                    + " ("
                    + fact.recipient()
                    + ")"
                    + reference(fact.reference())
                    + (fact.fulfils().isEmpty()
                        ? ""
                        : ", for "
                            + fact.fulfils().stream().map(String::valueOf).collect(joining(", "))));
  }

  private static void obligations(Kinds kinds) {
    kinds
        .add(ObligationFact.Reached.class, fact -> "Milestone reached: " + fact.milestone())
        .add(
            ObligationFact.Determined.class,
            fact ->
                "Determined: "
                    + fact.trigger()
                    + (fact.answerBy() == null ? "" : ", to be answered by " + fact.answerBy())
                    + because(fact.reason()))
        .add(
            ObligationFact.TriggerCorrected.class,
            fact ->
                "Corrected: "
                    + fact.trigger()
                    + " at "
                    + fact.to()
                    + (fact.from() == null ? "" : ", not at " + fact.from())
                    + because(fact.reason()))
        .add(
            ObligationFact.Started.class,
            fact -> "Clock " + fact.obligation() + " started, " + due(fact.schedule().due()))
        .add(
            ObligationFact.Corrected.class,
            fact ->
                "Clock "
                    + fact.obligation()
                    + " is "
                    + due(fact.schedule().due())
                    + (fact.from() == null ? "" : ", and was due " + fact.from())
                    + because(fact.because()))
        .add(
            ObligationFact.Reminded.class,
            fact -> "Reminder: clock " + fact.obligation() + " is due " + fact.due())
        .add(
            ObligationFact.Missed.class,
            fact -> "Clock " + fact.obligation() + " missed, it was due " + fact.due())
        .add(
            ObligationFact.Fulfilled.class,
            fact ->
                "Clock " + fact.obligation() + " stopped by " + fact.by() + margin(fact.margin()))
        .add(
            ObligationFact.Updated.class,
            fact -> "Clock " + fact.obligation() + ": brought up to date")
        .add(
            ObligationFact.Lapsed.class,
            fact -> "Clock " + fact.obligation() + " lapsed with " + fact.by())
        .add(
            ObligationFact.DecidedAgainst.class,
            fact -> "Clock " + fact.obligation() + " decided against" + because(fact.reason()))
        .add(
            ObligationFact.DelayExplained.class,
            fact -> "Clock " + fact.obligation() + " is late" + because(fact.reason()))
        .add(
            ObligationFact.Paused.class,
            fact -> "Clock " + fact.obligation() + " paused" + because(fact.reason()))
        .add(
            ObligationFact.Resumed.class,
            fact -> "Clock " + fact.obligation() + " goes on after " + Table.span(fact.elapsed()));
  }

  private static String due(@Nullable Instant due) {
    return due == null ? "due without undue delay" : "due " + due;
  }

  private static String margin(@Nullable Duration margin) {
    if (margin == null) {
      return "";
    }
    return ", " + Table.span(margin.abs()) + (margin.isNegative() ? " late" : " early");
  }

  private static void review(Kinds kinds) {
    kinds
        .add(
            ReviewFact.Held.class,
            fact ->
                "Review held with "
                    + listed(fact.attendees())
                    + ", root cause: "
                    + fact.rootCause())
        .add(
            ReviewFact.LossEstimated.class,
            fact ->
                "Damage estimated at "
                    + BigDecimal.valueOf(fact.cents(), 2).toPlainString()
                    + because(fact.basis()))
        .add(
            ReviewFact.ImprovementOpened.class,
            fact ->
                "Improvement "
                    + fact.improvement()
                    + " for "
                    + fact.owner()
                    + " by "
                    + fact.due()
                    + ": "
                    + fact.title());
  }

  private static String listed(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(joining(", "));
  }

  private static String reference(@Nullable String reference) {
    return reference == null ? "" : ", reference " + reference;
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : ", because: " + reason;
  }

  /** Collects the sentences, each under the kind that its function takes. */
  private static final class Kinds {
    private final ImmutableMap.Builder<Class<?>, Function<Fact<?>, String>> sentences =
        ImmutableMap.builder();

    <F extends Fact<?>> Kinds add(Class<F> kind, Function<F, String> sentence) {
      sentences.put(kind, fact -> sentence.apply(kind.cast(fact)));
      return this;
    }
  }
}
