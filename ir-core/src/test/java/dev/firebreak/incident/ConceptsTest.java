package dev.firebreak.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.action.ActionCondition;
import dev.firebreak.alert.AlertCondition;
import dev.firebreak.alert.Intake;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.analysis.AnalysisCondition;
import dev.firebreak.decision.DecisionCondition;
import dev.firebreak.evidence.EvidenceCondition;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Condition;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.obligation.ObligationCondition;
import dev.firebreak.people.PeopleCondition;
import dev.firebreak.phase.PhaseCondition;
import dev.firebreak.playbook.PlaybookCondition;
import dev.firebreak.relation.RelationCondition;
import dev.firebreak.review.ReviewCondition;
import dev.firebreak.scope.ScopeCondition;
import dev.firebreak.severity.SeverityCondition;
import dev.firebreak.sharing.SharingCondition;
import dev.firebreak.triage.TriageCondition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConceptsTest {
  static final Concept<Integer> BLINK = new Concept<>("blink", 0, BlinkFact.class);

  /** A vendor's concept. */
  sealed interface BlinkFact extends Fact<Integer> {
    record Blinked() implements BlinkFact {
      @Override
      public Concept<Integer> concept() {
        return BLINK;
      }

      @Override
      public Integer applyTo(Integer before, Stamp stamp) {
        return before + 1;
      }
    }
  }

  @Test
  void refuses_a_concept_with_a_name_that_is_there() {
    var again = new Concept<>("action", 0, BlinkFact.class);

    assertThatThrownBy(() -> Concepts.STANDARD.and(again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is a concept action already");
    assertThatThrownBy(() -> Concepts.STANDARD.and(BLINK).and(BLINK))
        .hasMessage("there is a concept blink already");
  }

  @Test
  void does_not_know_a_concept_that_was_not_added() {
    assertThatThrownBy(() -> Concepts.STANDARD.indexOf(BLINK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("incidents are not composed of a concept blink");
  }

  @Test
  void a_concept_of_the_same_name_is_not_the_same_concept() {
    var other = new Concept<>("blink", 0, BlinkFact.class);

    assertThatThrownBy(() -> Concepts.STANDARD.and(BLINK).indexOf(other))
        .hasMessage("incidents are not composed of a concept blink");
  }

  @Test
  void adds_one_and_keeps_the_others_as_they_are() {
    var more = Concepts.STANDARD.and(BLINK);

    assertThat(more.all()).startsWith(Concepts.STANDARD.all().toArray(Concept[]::new));
    assertThat(more.all()).hasSize(Concepts.STANDARD.all().size() + 1).endsWith(BLINK);
    assertThat(Concepts.STANDARD.all()).doesNotContain(BLINK);
    assertThat(more.indexOf(BLINK)).isEqualTo(more.all().size() - 1);
  }

  @Test
  void every_kind_of_fact_and_request_is_a_record() {
    assertThat(Concepts.STANDARD.all())
        .flatExtracting(concept -> concept.facts().values())
        .allMatch(Class::isRecord);
    assertThat(Concepts.STANDARD.all())
        .flatExtracting(concept -> concept.requests().values())
        .allMatch(Class::isRecord);
  }

  @Test
  void has_every_standard_concept() {
    assertThat(Concepts.STANDARD.all())
        .extracting(Concept::name)
        .containsExactly(
            "unknown",
            "incident",
            "phase",
            "triage",
            "severity",
            "scope",
            "alert",
            "playbook",
            "action",
            "evidence",
            "analysis",
            "decision",
            "relation",
            "sharing",
            "people",
            "communication",
            "obligation",
            "review");
  }

  @Test
  void names_of_facts_and_requests_are_stable() {
    assertThat(Concepts.STANDARD.all())
        .flatExtracting(concept -> concept.facts().keySet())
        .containsExactly(
            "incident.opened",
            "incident.governed",
            "incident.plan-migrated",
            "phase.episode-started",
            "phase.entered",
            "phase.closed",
            "phase.criterion-confirmed",
            "phase.criterion-waived",
            "triage.acknowledged",
            "triage.acknowledgement-lapsed",
            "triage.classified",
            "triage.declared",
            "triage.judged",
            "severity.assessed",
            "severity.overruled",
            "severity.lifted",
            "severity.expired",
            "scope.asset-affected",
            "scope.asset-reinfected",
            "scope.asset-advanced",
            "scope.asset-noted",
            "scope.data-estimated",
            "scope.observed",
            "scope.sighted",
            "scope.updated",
            "scope.confirmed",
            "scope.monitoring-increased",
            "alert.attached",
            "alert.linked",
            "alert.reported",
            "playbook.step-done",
            "playbook.step-waived",
            "playbook.step-failed",
            "playbook.step-timed-out",
            "playbook.step-added",
            "playbook.started",
            "playbook.step-ready",
            "playbook.decision-awaited",
            "playbook.decided",
            "playbook.branch-taken",
            "playbook.branches-started",
            "playbook.repeated",
            "playbook.called",
            "playbook.branch-ended",
            "playbook.left",
            "playbook.milestone-reached",
            "playbook.variable-set",
            "playbook.ended",
            "playbook.place-awaited",
            "playbook.steps-owed",
            "action.planned",
            "action.approved",
            "action.started",
            "action.succeeded",
            "action.failed",
            "action.retried",
            "action.cancelled",
            "action.rolled-back",
            "action.unblocked",
            "action.approval-revoked",
            "action.approval-expired",
            "action.assigned",
            "action.reminded",
            "action.timed-out",
            "action.skipped",
            "action.glass-broken",
            "action.glass-reviewed",
            "action.undo-started",
            "action.undo-failed",
            "action.capture-waived",
            "evidence.acquired",
            "evidence.handed-over",
            "evidence.received",
            "evidence.verified",
            "evidence.examined",
            "evidence.disposed",
            "evidence.held",
            "evidence.hold-released",
            "analysis.activity-recorded",
            "analysis.activity-corrected",
            "analysis.activity-withdrawn",
            "analysis.found",
            "analysis.finding-withdrawn",
            "analysis.attributed",
            "analysis.attribution-withdrawn",
            "analysis.intelligence-consulted",
            "analysis.information-received",
            "analysis.tool-tuned",
            "decision.taken",
            "decision.ransom-paid",
            "relation.linked",
            "relation.unlinked",
            "relation.took-in",
            "relation.merged",
            "relation.gave-back",
            "relation.unmerged",
            "sharing.marked",
            "sharing.restricted",
            "sharing.unrestricted",
            "sharing.privilege-claimed",
            "sharing.privilege-waived",
            "people.assigned",
            "people.released",
            "people.called",
            "people.stood-down",
            "people.asked",
            "people.escalated",
            "people.asking-ended",
            "people.hand-over-offered",
            "people.handed-over",
            "people.effort-reported",
            "communication.notified",
            "communication.owed",
            "communication.no-longer-owed",
            "obligation.reached",
            "obligation.determined",
            "obligation.trigger-corrected",
            "obligation.started",
            "obligation.corrected",
            "obligation.reminded",
            "obligation.missed",
            "obligation.fulfilled",
            "obligation.updated",
            "obligation.lapsed",
            "obligation.decided-against",
            "obligation.delay-explained",
            "obligation.paused",
            "obligation.resumed",
            "review.held",
            "review.loss-estimated",
            "review.improvement-opened");
    assertThat(Concepts.STANDARD.all())
        .flatExtracting(concept -> concept.requests().keySet())
        .containsExactly(
            "incident.open",
            "incident.migrate-plan",
            "phase.enter",
            "phase.close",
            "phase.reopen",
            "phase.confirm-criterion",
            "phase.waive-criterion",
            "triage.acknowledge",
            "triage.classify",
            "triage.declare",
            "triage.judge",
            "severity.assess",
            "severity.overrule",
            "severity.lift",
            "severity.expire",
            "scope.add-asset",
            "scope.advance",
            "scope.reinfect",
            "scope.note",
            "scope.estimate-data",
            "scope.observe",
            "scope.record-sighting",
            "scope.update",
            "scope.confirm",
            "scope.increase-monitoring",
            "alert.attach",
            "alert.link",
            "playbook.complete-step",
            "playbook.waive-step",
            "playbook.fail-step",
            "playbook.time-out-step",
            "playbook.decide",
            "playbook.add-step",
            "playbook.set-variable",
            "action.plan",
            "action.approve",
            "action.revoke-approval",
            "action.expire-approval",
            "action.assign",
            "action.remind",
            "action.start",
            "action.break-glass",
            "action.review-glass",
            "action.succeed",
            "action.fail",
            "action.time-out",
            "action.retry",
            "action.try-again",
            "action.cancel",
            "action.skip",
            "action.undo",
            "action.fail-undo",
            "action.waive-capture",
            "action.roll-back",
            "evidence.acquire",
            "evidence.hand-over",
            "evidence.receive",
            "evidence.verify",
            "evidence.examine",
            "evidence.dispose",
            "evidence.hold",
            "evidence.release-hold",
            "analysis.record-activity",
            "analysis.correct-activity",
            "analysis.withdraw-activity",
            "analysis.find",
            "analysis.withdraw-finding",
            "analysis.attribute",
            "analysis.withdraw-attribution",
            "analysis.consult-intelligence",
            "analysis.receive-information",
            "analysis.tune-tool",
            "decision.take",
            "decision.record-ransom",
            "relation.link",
            "relation.unlink",
            "relation.merge",
            "relation.unmerge",
            "relation.be-linked",
            "relation.be-unlinked",
            "relation.be-merged",
            "relation.be-unmerged",
            "sharing.mark",
            "sharing.restrict",
            "sharing.unrestrict",
            "sharing.claim-privilege",
            "sharing.waive-privilege",
            "people.assign",
            "people.release",
            "people.escalate",
            "people.hand-over",
            "people.take-over",
            "people.report-effort",
            "communication.notify",
            "obligation.determine",
            "obligation.correct-trigger",
            "obligation.decide-against",
            "obligation.explain-delay",
            "obligation.pause",
            "obligation.resume",
            "obligation.loosen",
            "obligation.remind",
            "obligation.miss",
            "review.hold",
            "review.estimate-loss",
            "review.open-improvement");
  }

  @Test
  void the_intake_is_a_concept_beside_those_of_incidents() {
    var intake = Intake.CONCEPT;

    assertThat(intake.facts())
        .containsOnlyKeys("intake.received", "intake.returned", "intake.forgotten");
    assertThat(intake.facts()).containsValue(IntakeFact.Received.class);
    assertThat(intake.requests()).isEmpty();
    assertThat(Concepts.STANDARD.all()).doesNotContain(intake);
  }

  @Test
  void codes_of_conditions_are_stable() {
    assertThat(conditions())
        .extracting(Condition::code)
        .containsExactly(
            "incident.new",
            "incident.open",
            "incident.not-merged",
            "incident.readable",
            "incident.plan-at-hand",
            "incident.plan-fits",
            "incident.not-ahead",
            "phase.reachable",
            "phase.reason-given",
            "phase.ends-so",
            "phase.recovering",
            "phase.taken-over",
            "phase.reopens",
            "triage.not-declared",
            "triage.not-acknowledged",
            "severity.known-level",
            "severity.ends-later",
            "severity.overruled",
            "severity.time-is-up",
            "scope.known",
            "scope.in-order",
            "scope.freed",
            "scope.observed",
            "alert.not-attached",
            "playbook.not-settled",
            "playbook.awaited",
            "playbook.one-meant",
            "playbook.answer-fits",
            "playbook.decider-has-role",
            "playbook.due",
            "playbook.new-step",
            "playbook.running",
            "action.new",
            "action.known",
            "action.status-fits",
            "action.approver-has-role",
            "action.approver-distinct",
            "action.approval-holds",
            "action.gave-approval",
            "action.dependencies",
            "action.review-open",
            "action.undo-runs",
            "action.due",
            "evidence.new",
            "evidence.known",
            "evidence.in-custody",
            "evidence.offered",
            "evidence.not-disposed",
            "evidence.not-held",
            "evidence.hold-fits",
            "analysis.new",
            "analysis.known",
            "analysis.stands",
            "analysis.not-ahead",
            "decision.new",
            "decision.to-pay",
            "relation.another",
            "relation.together",
            "relation.linked",
            "relation.member",
            "sharing.permitted",
            "sharing.keeps-asker",
            "sharing.applies",
            "people.holds-role",
            "people.unanswered",
            "people.giver-holds",
            "people.offered",
            "obligation.started",
            "obligation.running",
            "obligation.due",
            "obligation.occurred",
            "obligation.not-in-time",
            "obligation.service-level",
            "obligation.pause-fits",
            "obligation.loosens",
            "review.new");
  }

  @Test
  void every_condition_states_what_must_hold_in_a_sentence_of_its_own() {
    assertThat(conditions())
        .extracting(Condition::statement)
        .doesNotHaveDuplicates()
        .allMatch(statement -> Character.isUpperCase(statement.charAt(0)))
        .allMatch(statement -> statement.endsWith("."));
  }

  private static Stream<Condition> conditions() {
    return Stream.<Condition[]>of(
            IncidentCondition.values(),
            PhaseCondition.values(),
            TriageCondition.values(),
            SeverityCondition.values(),
            ScopeCondition.values(),
            AlertCondition.values(),
            PlaybookCondition.values(),
            ActionCondition.values(),
            EvidenceCondition.values(),
            AnalysisCondition.values(),
            DecisionCondition.values(),
            RelationCondition.values(),
            SharingCondition.values(),
            PeopleCondition.values(),
            ObligationCondition.values(),
            ReviewCondition.values())
        .flatMap(Stream::of);
  }
}
