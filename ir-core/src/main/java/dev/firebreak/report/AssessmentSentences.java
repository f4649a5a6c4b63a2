package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;
import static dev.firebreak.report.Kinds.listed;
import static dev.firebreak.report.Kinds.reference;

import dev.firebreak.analysis.AnalysisFact;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.triage.TriageFact;
import org.jspecify.annotations.Nullable;

/** The sentences of triage, severity, scope and analysis. */
final class AssessmentSentences {
  private AssessmentSentences() {}

  static void addTo(Kinds kinds) {
    triage(kinds);
    scope(kinds);
    analysis(kinds);
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

  private static String derived(@Nullable Severity severity) {
    return severity == null ? "none was derived" : "back to " + severity;
  }
}
