package dev.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.AlertFact;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.analysis.Activity;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.AnalysisFact;
import dev.firebreak.analysis.FindingId;
import dev.firebreak.analysis.HypothesisId;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.decision.Consulted;
import dev.firebreak.decision.DecisionFact;
import dev.firebreak.decision.DecisionId;
import dev.firebreak.decision.DecisionKind;
import dev.firebreak.decision.HardDecision;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.Unmapped;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Schedule;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.AskingEnd;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.review.ImprovementId;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetNote;
import dev.firebreak.scope.Confidence;
import dev.firebreak.scope.DataExtent;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.scope.Sighting;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.sharing.Audience;
import dev.firebreak.sharing.NeedToKnow;
import dev.firebreak.sharing.SharingFact;
import dev.firebreak.sharing.Tlp;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageFact;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  private static final ObligationId CLOCK = new ObligationId("o-1");
  private static final Schedule NO_NUMBER = new Schedule(null, null, null, "planned-due@1");

  private static String of(Fact<?> fact) {
    var stamp = new Stamp(1, new Actor("ann"), Instant.EPOCH, ZoneOffset.UTC, Instant.EPOCH);
    return Sentences.of(
        new Event(IncidentId.of("inc-1").stream(), new CommandId("c"), stamp, fact));
  }

  @Test
  void there_is_a_sentence_for_every_kind_of_every_standard_concept() {
    for (Concept<?> concept : Concepts.STANDARD.all()) {
      concept.facts().forEach((name, kind) -> assertThat(Sentences.has(kind)).as(name).isTrue());
    }
  }

  @Test
  void a_kind_that_is_not_known_is_told_by_its_name() {
    assertThat(of(new UnknownFact("crisis.declared", "{\"secret\":1}")))
        .isEqualTo("crisis.declared");
  }

  static Stream<Arguments> relations() {
    return Stream.of(
        Arguments.of(
            new RelationFact.Linked("inc-2", LinkKind.CAUSED_BY, "one mail"),
            "Linked as CAUSED_BY inc-2, because: one mail"),
        Arguments.of(
            new RelationFact.Unlinked("inc-2", LinkKind.CAUSED_BY, "another mail"),
            "No longer CAUSED_BY inc-2, because: another mail"),
        Arguments.of(
            new RelationFact.TookIn("inc-2", 7, "one attacker"),
            "Took in inc-2 as of its event 7, because: one attacker"),
        Arguments.of(
            new RelationFact.Merged("inc-2", "one attacker"),
            "Merged into inc-2, because: one attacker"),
        Arguments.of(new RelationFact.GaveBack("inc-2", "two"), "Gave back inc-2, because: two"),
        Arguments.of(
            new RelationFact.Unmerged("inc-2", "two"), "Un-merged from inc-2, because: two"),
        Arguments.of(
            new SharingFact.Marked(Tlp.RED, null, "told so", null),
            "Marked TLP:RED, because: told so"),
        Arguments.of(
            new SharingFact.Marked(Tlp.GREEN, Tlp.RED, "it is known", "the source"),
            "Marked TLP:GREEN in the place of TLP:RED, as permitted by the source, because: it is known"),
        Arguments.of(
            new SharingFact.Restricted(
                new NeedToKnow(ImmutableSet.of(new Role("legal")), ImmutableSet.of()), "insider"),
            "Restricted to roles [legal] and people [], because: insider"),
        Arguments.of(new SharingFact.Unrestricted("over"), "No longer restricted, because: over"),
        Arguments.of(
            new SharingFact.PrivilegeClaimed("counsel"),
            "Legal privilege claimed, because: counsel"),
        Arguments.of(
            new SharingFact.PrivilegeWaived("over"), "Legal privilege waived, because: over"),
        Arguments.of(
            new AlertFact.Linked(
                new AlertKey("edr", "7"), "A scan", AlertSeverity.LOW, Instant.EPOCH, "noise"),
            "LOW alert of edr linked and closed: A scan, because: noise"),
        Arguments.of(
            new AlertFact.Reported(new AlertKey("staff", "7"), null, Instant.EPOCH),
            "Reported by somebody without a name (noticed 1970-01-01T00:00:00Z)"),
        Arguments.of(
            new AlertFact.Reported(new AlertKey("staff", "7"), new Actor("ann"), Instant.EPOCH),
            "Reported by ann (noticed 1970-01-01T00:00:00Z)"));
  }

  static Stream<Arguments> facts() {
    var action = new ActionId("a-1");
    var role = new Role("scribe");
    var disk = new EvidenceId("disk");
    var digest = new Sha256("0f".repeat(32));
    var eve = new Actor("eve");
    var host = new AssetId("pc-1");
    var address = new Observable(Observable.Type.IP_ADDRESS, "192.0.2.1");
    var activity = new ActivityId("t-1");
    var mail = new Activity(ActivityTime.at(Instant.EPOCH), "a mail was opened");
    return Stream.of(
        Arguments.of(
            new IncidentFact.Governed(ImmutableList.of("role-table@1", "night-watch@2")),
            "Decided from here on by role-table@1, night-watch@2"),
        Arguments.of(
            new IncidentFact.PlanMigrated(
                new PlanVersion("acme", "1"),
                new PlanVersion("acme", "2"),
                "it is better",
                ImmutableList.of(),
                ImmutableList.of()),
            "Moved from plan acme 1 to acme 2, because: it is better"),
        Arguments.of(
            new IncidentFact.PlanMigrated(
                new PlanVersion("acme", "1"),
                new PlanVersion("acme", "2"),
                "it is better",
                ImmutableList.of(),
                ImmutableList.of(
                    new Unmapped(Unmapped.Kind.STEP, "cut", "it was done, and is not there"))),
            "Moved from plan acme 1 to acme 2, because: it is better; it has no place for cut: it"
                + " was done, and is not there"),
        Arguments.of(
            new PhaseFact.Entered(Phase.RECOVERY, Phase.CONTAINMENT, Move.BACK, "it is back"),
            "Moved from RECOVERY to CONTAINMENT, because: it is back"),
        Arguments.of(
            new PlaybookFact.StepWaived(new StepId("s-1"), "no backup"),
            "Step s-1 waived, because: no backup"),
        Arguments.of(
            new TriageFact.Judged(Verdict.TRUE_POSITIVE, "files are encrypted"),
            "Judged TRUE_POSITIVE, because: files are encrypted"),
        Arguments.of(
            new SeverityFact.Overruled(null, new Severity("high", 2), "the press calls"),
            "Severity set to high by hand, because: the press calls"),
        Arguments.of(
            new SeverityFact.Overruled(null, new Severity("low", 1), "a drill", Instant.EPOCH),
            "Severity set to low by hand until 1970-01-01T00:00:00Z, because: a drill"),
        Arguments.of(
            new SeverityFact.Lifted(new Severity("low", 1), new Severity("high", 2), "it is real"),
            "Severity low lifted, back to high, because: it is real"),
        Arguments.of(
            new SeverityFact.Expired(new Severity("low", 1), null),
            "Time of severity low ran out, none was derived"),
        Arguments.of(
            new PeopleFact.Escalated(role, new Role("ciso"), 2, Instant.EPOCH, "ladder@1"),
            "scribe did not answer; asked to take it on: ciso, until 1970-01-01T00:00:00Z"),
        Arguments.of(
            new PeopleFact.AskingEnded(role, AskingEnd.UNANSWERED),
            "scribe did not answer, and there is nobody left to ask"),
        Arguments.of(
            new PeopleFact.HandedOver(role, eve, new Actor("ann")),
            "ann took over as scribe from eve"),
        Arguments.of(new PeopleFact.Called(role, "it rose"), "Called: scribe, because: it rose"),
        Arguments.of(
            new PeopleFact.StoodDown(role, "it fell"), "Stood down: scribe, because: it fell"),
        Arguments.of(
            new CommunicationFact.Owed(Audience.LEGAL, "it rose"),
            "To be told: LEGAL, because: it rose"),
        Arguments.of(
            new CommunicationFact.NoLongerOwed(Audience.LEGAL, "it fell"),
            "Need not be told: LEGAL, because: it fell"),
        Arguments.of(new ActionFact.Approved(action), "Action a-1 approved"),
        Arguments.of(
            new ActionFact.Failed(action, "no answer"), "Action a-1 failed, because: no answer"),
        Arguments.of(
            new ActionFact.Retried(action, "it is up"),
            "Action a-1 to be tried again, because: it is up"),
        Arguments.of(
            new ActionFact.Cancelled(action, "not needed"),
            "Action a-1 cancelled, because: not needed"),
        Arguments.of(
            new ActionFact.RolledBack(action, "wrong host"),
            "Action a-1 rolled back, because: wrong host"),
        Arguments.of(
            new ActionFact.Failed(action, "no answer", Instant.EPOCH),
            "Action a-1 failed, because: no answer, to be tried again at 1970-01-01T00:00:00Z"),
        Arguments.of(new ActionFact.TimedOut(action, null), "Action a-1 gave no answer in time"),
        Arguments.of(
            new ActionFact.Unblocked(action), "Action a-1 waits for no other action any more"),
        Arguments.of(
            new ActionFact.ApprovalRevoked(action, "a doubt"),
            "Approval of action a-1 taken back, because: a doubt"),
        Arguments.of(new ActionFact.ApprovalExpired(action), "Approval of action a-1 expired"),
        Arguments.of(new ActionFact.Assigned(action, eve), "Action a-1 given to eve"),
        Arguments.of(
            new ActionFact.Reminded(action, eve, Instant.EPOCH),
            "Reminder: action a-1 of eve is due 1970-01-01T00:00:00Z"),
        Arguments.of(
            new ActionFact.Reminded(action, null, Instant.EPOCH),
            "Reminder: action a-1 is due 1970-01-01T00:00:00Z"),
        Arguments.of(
            new ActionFact.CaptureWaived(action, "it spreads"),
            "Action a-1 may destroy what was not secured, because: it spreads"),
        Arguments.of(new EvidenceFact.Verified(disk, digest, true), "Evidence disk is unchanged"),
        Arguments.of(
            new EvidenceFact.Verified(disk, digest, false),
            "Evidence disk has changed since it was secured"),
        Arguments.of(
            new EvidenceFact.Examined(disk, "plaso 20260119", "a secret"),
            "Evidence disk examined with plaso 20260119"),
        Arguments.of(new EvidenceFact.Disposed(disk, "wiped"), "Evidence disk disposed of: wiped"),
        Arguments.of(
            new EvidenceFact.Held("web-1", "a lawsuit"), "Legal hold on web-1, because: a lawsuit"),
        Arguments.of(
            new EvidenceFact.HoldReleased("web-1", "it is settled"),
            "Legal hold on web-1 ended, because: it is settled"),
        Arguments.of(
            new ActionFact.UndoStarted(action, "wrong host", "a-1/undo/1"),
            "Action a-1 is being undone, because: wrong host"),
        Arguments.of(
            new ActionFact.UndoFailed(action, "no route"),
            "Action a-1 could not be undone, because: no route"),
        Arguments.of(
            new ActionFact.GlassBroken(action, "it spreads"),
            "Action a-1 did not wait for its approvals, because: it spreads"),
        Arguments.of(
            new ActionFact.GlassReviewed(action, GlassVerdict.JUSTIFIED, "it did spread"),
            "That action a-1 did not wait was reviewed as JUSTIFIED: it did spread"),
        Arguments.of(
            new ActionFact.Skipped(action, "no need"), "Action a-1 left out, because: no need"),
        Arguments.of(
            new TriageFact.Classified(new Category("phishing"), "a form"),
            "Classified as phishing, because: a form"),
        Arguments.of(
            new TriageFact.Classified(Category.RANSOMWARE, new Category("phishing"), "a note"),
            "Reclassified from phishing to ransomware, because: a note"),
        Arguments.of(
            new ScopeFact.AssetReinfected(host, "a scheduled job"),
            "pc-1 is infected again, because: a scheduled job"),
        Arguments.of(
            new ScopeFact.AssetNoted(host, AssetNote.IMAGE_TAKEN, "by dd"),
            "pc-1 noted as IMAGE_TAKEN: by dd"),
        Arguments.of(
            new ScopeFact.DataEstimated(
                host, new DataExtent("addresses of customers", 70_000L, null), "a count"),
            "pc-1 holds addresses of customers, about 70000 records, number of persons not known,"
                + " because: a count"),
        Arguments.of(new ScopeFact.Observed(address), "Seen: IP_ADDRESS 192.0.2.1"),
        Arguments.of(
            new ScopeFact.Observed(address, "the proxy", Confidence.ofPercent(70)),
            "Seen: IP_ADDRESS 192.0.2.1, by the proxy, confidence 70 %"),
        Arguments.of(
            new ScopeFact.Sighted(new Sighting(address, "a feed", Instant.EPOCH, "report 7")),
            "Seen elsewhere: IP_ADDRESS 192.0.2.1, at 1970-01-01T00:00:00Z, says a feed, reference"
                + " report 7"),
        Arguments.of(new ScopeFact.Updated("two sites"), "Scope updated: two sites"),
        Arguments.of(
            new AnalysisFact.ActivityRecorded(activity, mail),
            "Attacker activity t-1: a mail was opened"),
        Arguments.of(
            new AnalysisFact.ActivityCorrected(activity, mail, "the log of the gateway"),
            "Attacker activity t-1 corrected: a mail was opened, because: the log of the gateway"),
        Arguments.of(
            new AnalysisFact.ActivityWithdrawn(activity, "a test"),
            "Attacker activity t-1 withdrawn, because: a test"),
        Arguments.of(
            new AnalysisFact.Found(
                new FindingId("f-1"),
                "no patch",
                ImmutableSet.of(new EvidenceId("e-1"), new EvidenceId("e-2"))),
            "Finding f-1: no patch (evidence e-1, e-2)"),
        Arguments.of(
            new AnalysisFact.FindingWithdrawn(new FindingId("f-1"), "wrong host"),
            "Finding f-1 withdrawn, because: wrong host"),
        Arguments.of(
            new AnalysisFact.Attributed(
                new HypothesisId("h-1"), "a gang", Confidence.ofPercent(40), "the note"),
            "Hypothesis h-1: a gang, confidence 40 %, because: the note"),
        Arguments.of(
            new AnalysisFact.AttributionWithdrawn(new HypothesisId("h-1"), "a copy"),
            "Hypothesis h-1 withdrawn, because: a copy"),
        Arguments.of(
            new AnalysisFact.IntelligenceConsulted("a feed", "nothing", null),
            "Intelligence of a feed consulted: nothing"),
        Arguments.of(
            new AnalysisFact.InformationReceived("the bank", "a second account"),
            "New information from the bank: a second account"),
        Arguments.of(
            new AnalysisFact.ToolTuned("the sensor", "a new rule"),
            "the sensor was adjusted: a new rule"),
        Arguments.of(
            new DecisionFact.Taken(new DecisionId("d-1"), pay(ImmutableSet.of())),
            "Decision d-1 (PAY_RANSOM): Do we pay? no, because: backups are there"),
        Arguments.of(
            new DecisionFact.Taken(
                new DecisionId("d-1"), pay(ImmutableSet.of(new Consulted(eve, RoleKind.LEGAL)))),
            "Decision d-1 (PAY_RANSOM): Do we pay? no, because: backups are there, asked eve"
                + " (LEGAL)"),
        Arguments.of(
            new DecisionFact.RansomPaid("1 BTC", "an address", null),
            "Ransom of 1 BTC paid to an address"),
        Arguments.of(
            new DecisionFact.RansomPaid("1 BTC", "an address", new DecisionId("d-2")),
            "Ransom of 1 BTC paid to an address, by decision d-2"),
        Arguments.of(new PeopleFact.Assigned(role, eve), "eve became scribe"),
        Arguments.of(
            new PeopleFact.Released(role, eve, "end of shift"),
            "eve is no longer scribe, because: end of shift"),
        Arguments.of(
            new ObligationFact.DecidedAgainst(new ObligationId("o-1"), "no data left"),
            "Clock o-1 decided against, because: no data left"),
        Arguments.of(
            new ObligationFact.Determined("gdpr", Determination.AWARE, "a list", null),
            "Determined: gdpr/AWARE, because: a list"),
        Arguments.of(
            new ObligationFact.Determined(
                "nis2", Determination.AUTHORITY_REQUEST, "a letter", Instant.EPOCH),
            "Determined: nis2/AUTHORITY_REQUEST, to be answered by 1970-01-01T00:00:00Z,"
                + " because: a letter"),
        Arguments.of(
            new ObligationFact.TriggerCorrected(
                Trigger.at(Milestone.DECLARED),
                Instant.EPOCH.plusSeconds(9),
                Instant.EPOCH,
                "a log"),
            "Corrected: DECLARED at 1970-01-01T00:00:00Z, not at 1970-01-01T00:00:09Z,"
                + " because: a log"),
        Arguments.of(
            new ObligationFact.TriggerCorrected(
                Trigger.at(Milestone.DECLARED), null, Instant.EPOCH, "merged"),
            "Corrected: DECLARED at 1970-01-01T00:00:00Z, because: merged"),
        Arguments.of(
            new ObligationFact.Corrected(CLOCK, Instant.EPOCH, Instant.EPOCH, NO_NUMBER, "a log"),
            "Clock o-1 is due without undue delay, and was due 1970-01-01T00:00:00Z,"
                + " because: a log"),
        Arguments.of(
            new ObligationFact.Corrected(CLOCK, Instant.EPOCH, null, NO_NUMBER, "a log"),
            "Clock o-1 is due without undue delay, because: a log"),
        Arguments.of(
            new ObligationFact.Reminded(CLOCK, Instant.EPOCH),
            "Reminder: clock o-1 is due 1970-01-01T00:00:00Z"),
        Arguments.of(
            new ObligationFact.Missed(CLOCK, Instant.EPOCH),
            "Clock o-1 missed, it was due 1970-01-01T00:00:00Z"),
        Arguments.of(
            new ObligationFact.Fulfilled(CLOCK, Milestone.NOTIFIED, Instant.EPOCH, null),
            "Clock o-1 stopped by NOTIFIED"),
        Arguments.of(
            new ObligationFact.Fulfilled(
                CLOCK, Milestone.NOTIFIED, Instant.EPOCH, Duration.ofHours(-2)),
            "Clock o-1 stopped by NOTIFIED, 02:00:00 late"),
        Arguments.of(
            new ObligationFact.Updated(CLOCK, Instant.EPOCH), "Clock o-1: brought up to date"),
        Arguments.of(
            new ObligationFact.Lapsed(CLOCK, Trigger.after(CLOCK), Instant.EPOCH),
            "Clock o-1 lapsed with after/o-1"),
        Arguments.of(
            new ObligationFact.DelayExplained(CLOCK, "a storm"),
            "Clock o-1 is late, because: a storm"),
        Arguments.of(
            new ObligationFact.Paused(CLOCK, "no access"), "Clock o-1 paused, because: no access"),
        Arguments.of(
            new ObligationFact.Resumed(CLOCK, Duration.ofHours(2), Duration.ZERO),
            "Clock o-1 goes on after 02:00:00"),
        Arguments.of(
            new CommunicationFact.Notified(
                Audience.REGULATOR, "BSI", "x", "7", ImmutableSet.of(CLOCK)),
            "Told REGULATOR (BSI), reference 7, for o-1"),
        Arguments.of(
            new ReviewFact.ImprovementOpened(
                new ImprovementId("i-1"), "Patch faster", eve, LocalDate.of(2026, 6, 1)),
            "Improvement i-1 for eve by 2026-06-01: Patch faster"),
        Arguments.of(
            new ReviewFact.Held(ImmutableSet.of(eve), ImmutableMap.of(), "no patch"),
            "Review held with eve, root cause: no patch"));
  }

  @ParameterizedTest
  @MethodSource({"facts", "relations"})
  void tells_a_fact_in_one_sentence(Fact<?> fact, String sentence) {
    assertThat(of(fact)).isEqualTo(sentence);
  }

  private static HardDecision pay(ImmutableSet<Consulted> consulted) {
    return new HardDecision(
        DecisionKind.PAY_RANSOM, "Do we pay?", false, "no", "backups are there", consulted);
  }
}
