package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;

import com.google.common.base.Joiner;
import dev.firebreak.alert.AlertFact;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.sharing.SharingFact;
import org.jspecify.annotations.Nullable;

/** The sentences of where an incident stands: its alerts, phases, relations and marks. */
final class CourseSentences {
  private CourseSentences() {}

  static void addTo(Kinds kinds) {
    kinds
        .add(
            IncidentFact.Opened.class,
            fact -> "Incident opened under plan " + fact.plan() + ": " + fact.title())
        .add(
            IncidentFact.Governed.class,
            fact -> "Decided from here on by " + String.join(", ", fact.policies()))
        .add(
            IncidentFact.PlanMigrated.class,
            fact ->
                "Moved from plan "
                    + fact.from()
                    + " to "
                    + fact.to()
                    + because(fact.reason())
                    + (fact.unmapped().isEmpty()
                        ? ""
                        : "; it has no place for " + Joiner.on("; ").join(fact.unmapped())))
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

  private static String to(@Nullable Handover handover) {
    if (handover == null) {
      return "";
    }
    return handover.duties().isEmpty()
        ? " to " + handover.to()
        : " to " + handover.to() + " with " + Joiner.on(", ").join(handover.duties());
  }
}
