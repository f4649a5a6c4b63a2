package dev.firebreak.compliance;

import static dev.firebreak.compliance.Ransomware.ANN;
import static dev.firebreak.compliance.Ransomware.EVE;
import static dev.firebreak.compliance.Ransomware.LAPTOP;
import static dev.firebreak.compliance.Ransomware.LEVELS;
import static dev.firebreak.compliance.Ransomware.SERVER;
import static dev.firebreak.compliance.Ransomware.at;
import static dev.firebreak.compliance.Script.advanced;
import static dev.firebreak.compliance.Script.kind;
import static dev.firebreak.compliance.Verdict.FAIL;
import static dev.firebreak.compliance.Verdict.NOT_APPLICABLE;
import static dev.firebreak.compliance.Verdict.NOT_EVIDENCED;
import static dev.firebreak.compliance.Verdict.PASS;
import static dev.firebreak.compliance.Verdict.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.decision.Consulted;
import dev.firebreak.decision.DecisionFact;
import dev.firebreak.decision.DecisionId;
import dev.firebreak.decision.DecisionKind;
import dev.firebreak.decision.HardDecision;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.triage.TriageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Nist80061IncidentRulesTest {
  private static final IncidentRecord CLOSED = Ransomware.closed();
  private static final Instant CLOSING = Ransomware.closing();
  private static final EvidenceId DISK = new EvidenceId("disk-1");

  private static Script whole() {
    return Script.of(CLOSED);
  }

  private static Script open() {
    return whole().without(kind(PhaseFact.Closed.class));
  }

  private static Finding ask(String rule, Script script) {
    return ask(rule, script, CLOSING);
  }

  private static Finding ask(String rule, Script script, Instant asOf) {
    var found = RuleSet.nist80061r2().find("NIST-800-61r2/" + rule).orElseThrow();
    var one = new RuleSet("one", ImmutableList.of(found));
    var plan = Ransomware.plan().build();
    return Compliance.check(one, plan, script.record(), asOf).findings().get(0);
  }

  private static Verdict verdict(String rule, Script script) {
    return ask(rule, script).verdict();
  }

  private static void absenceIsNeverAPass(String rule, Predicate<Fact<?>> facts) {
    assertThat(verdict(rule, whole().without(facts))).isEqualTo(NOT_EVIDENCED);
    assertThat(verdict(rule, open().without(facts))).isEqualTo(PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.2.5-recording",
        "3.2.6-factors",
        "3.3.2-custody",
        "3.3.4-eradicate",
        "3.3.4-recover",
        "3.4.1-meeting",
        "3.4.1-questions",
        "3.4.1-report",
        "T3-5-sequence",
        "T3-5-6.3-loop"
      })
  void the_whole_incident_passes_and_cites_its_events(String rule) {
    var finding = ask(rule, whole());
    assertThat(finding.verdict()).as(finding.because()).isEqualTo(PASS);
    assertThat(finding.events()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.2.5-recording",
        "3.2.6-factors",
        "3.3.4-eradicate",
        "3.3.4-recover",
        "3.4.1-meeting",
        "3.4.1-questions",
        "3.4.1-report",
        "T3-5-sequence",
        "T3-5-6.3-loop"
      })
  void a_false_alarm_is_nothing_to_judge(String rule) {
    for (Disposition as :
        new Disposition[] {Disposition.FALSE_POSITIVE, Disposition.AUTHORIZED_TEST}) {
      var script = whole().changed(kind(PhaseFact.Closed.class), new PhaseFact.Closed(as, "why"));
      var finding = ask(rule, script);
      assertThat(finding.verdict()).isEqualTo(NOT_APPLICABLE);
      assertThat(finding.events()).containsExactly(45L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.2.5-status", "3.3.2-log"})
  void what_an_incident_has_no_place_for_is_not_evidenced_by_the_best_one(String rule) {
    var finding = ask(rule, whole());
    assertThat(finding.verdict()).isEqualTo(NOT_EVIDENCED);
    assertThat(finding.because()).contains("no place for");
  }

  @Test
  void fails_a_record_that_was_begun_after_the_declaration() {
    var script = whole().moved(kind(TriageFact.Declared.class), at("07:59"));
    assertThat(ask("3.2.5-recording", script).verdict()).isEqualTo(FAIL);
    absenceIsNeverAPass("3.2.5-recording", kind(TriageFact.Declared.class));
  }

  @Test
  void takes_a_record_for_begun_when_it_was_recorded_and_not_when_it_says() {
    var late =
        Script.empty()
            .then(ANN, at("09:00"), CLOSED.history().get(0).fact())
            .then(ANN, at("09:01"), new TriageFact.Declared("seen"))
            .moved(kind(IncidentFact.Opened.class), at("07:00"))
            .moved(kind(TriageFact.Declared.class), at("08:00"));
    assertThat(verdict("3.2.5-recording", late)).isEqualTo(FAIL);
  }

  @Test
  void fails_a_severity_that_the_plan_does_not_give_to_the_impact() {
    var overruled = new SeverityFact.Overruled(LEVELS.get(1), LEVELS.get(0), "looks small");
    var finding = ask("3.2.6-factors", open().then(ANN, CLOSING, overruled));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("the impact gives high but low is in force");
    assertThat(finding.events()).containsExactly(9L, 45L);
    absenceIsNeverAPass("3.2.6-factors", kind(SeverityFact.class));
  }

  @Test
  void has_no_custody_to_judge_without_evidence() {
    assertThat(verdict("3.3.2-custody", whole().without(kind(EvidenceFact.class))))
        .isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void fails_a_hand_over_that_nobody_received() {
    var received = kind(EvidenceFact.Received.class);
    assertThat(verdict("3.3.2-custody", whole().without(received))).isEqualTo(FAIL);
    assertThat(verdict("3.3.2-custody", open().without(received))).isEqualTo(PENDING);
    var handedAgain = new EvidenceFact.HandedOver(DISK, EVE, "again");
    var script = open().without(received).then(ANN, CLOSING, handedAgain);
    assertThat(ask("3.3.2-custody", script).because()).isEqualTo("a hand-over was not received");
  }

  @Test
  void fails_a_hand_over_with_a_wrong_signature() {
    var given = whole().by(kind(EvidenceFact.HandedOver.class), EVE);
    assertThat(ask("3.3.2-custody", given).because()).contains("another than its holder");
    var taken = whole().by(kind(EvidenceFact.Received.class), ANN);
    assertThat(ask("3.3.2-custody", taken).because()).contains("another than was named");
    assertThat(verdict("3.3.2-custody", taken)).isEqualTo(FAIL);
  }

  @Test
  void fails_a_receipt_without_a_hand_over_or_before_it() {
    var lone = whole().without(kind(EvidenceFact.HandedOver.class));
    assertThat(ask("3.3.2-custody", lone).because()).contains("without a hand-over");
    var early = whole().moved(kind(EvidenceFact.Received.class), at("08:24"));
    assertThat(ask("3.3.2-custody", early).because()).contains("too early");
    assertThat(verdict("3.3.2-custody", early)).isEqualTo(FAIL);
  }

  @Test
  void fails_a_removal_that_began_before_the_scope_was_confirmed() {
    var script = whole().moved(kind(ScopeFact.Confirmed.class), at("09:11"));
    var finding = ask("3.3.4-eradicate", script);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("the removal came before a confirmation of the scope");
    absenceIsNeverAPass("3.3.4-eradicate", kind(ScopeFact.Confirmed.class));
    absenceIsNeverAPass("3.3.4-eradicate", kind(ScopeFact.class));
  }

  @Test
  void fails_a_removal_that_leaves_an_asset_out() {
    var left = advanced(LAPTOP, AssetState.ERADICATED);
    var finding = ask("3.3.4-eradicate", whole().without(left));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("ws-7 is not ERADICATED");
    assertThat(verdict("3.3.4-eradicate", open().without(left))).isEqualTo(PENDING);
  }

  @Test
  void fails_a_scope_that_grew_after_its_confirmation() {
    var script = open().then(EVE, CLOSING, new ScopeFact.AssetAffected(LAPTOP, "host"));
    assertThat(ask("3.3.4-eradicate", script).because()).contains("has grown", "ws-7");
    assertThat(verdict("3.3.4-eradicate", script)).isEqualTo(PENDING);
    script.then(ANN, CLOSING, new PhaseFact.Closed(Disposition.RESOLVED, "done"));
    assertThat(verdict("3.3.4-eradicate", script)).isEqualTo(FAIL);
  }

  @Test
  void fails_a_verification_before_the_restoring() {
    var script = whole().moved(advanced(SERVER, AssetState.VERIFIED), at("09:59"));
    var finding = ask("3.3.4-recover", script);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("fs-1 was VERIFIED before");
    assertThat(verdict("T3-5-sequence", script)).isEqualTo(FAIL);
  }

  @Test
  void does_not_pass_a_recovery_of_which_something_is_not_recorded() {
    absenceIsNeverAPass("3.3.4-recover", kind(ScopeFact.MonitoringIncreased.class));
    absenceIsNeverAPass("3.3.4-recover", kind(ScopeFact.class));
    Predicate<Fact<?>> laptop =
        fact -> fact instanceof ScopeFact.MonitoringIncreased more && more.asset().equals(LAPTOP);
    absenceIsNeverAPass("3.3.4-recover", laptop);
    assertThat(ask("3.3.4-recover", whole().without(laptop)).because()).contains("of ws-7");
    var verified = advanced(LAPTOP, AssetState.VERIFIED);
    assertThat(verdict("3.3.4-recover", whole().without(verified))).isEqualTo(FAIL);
    assertThat(verdict("3.3.4-recover", open().without(verified))).isEqualTo(PENDING);
  }

  @Test
  void takes_a_decision_against_closer_monitoring_for_an_answer() {
    var kind = DecisionKind.INCREASE_MONITORING;
    var unwatched = whole().without(kind(ScopeFact.MonitoringIncreased.class));
    unwatched.then(ANN, CLOSING, decided("d-1", kind, false));
    assertThat(verdict("3.3.4-recover", unwatched)).isEqualTo(PASS);
    unwatched.then(ANN, CLOSING, decided("d-2", kind, true));
    assertThat(verdict("3.3.4-recover", unwatched)).isEqualTo(NOT_EVIDENCED);
  }

  @Test
  void judges_a_delay_of_containment_by_whether_lawyers_were_asked() {
    var kind = DecisionKind.DELAY_CONTAINMENT;
    var script = open();
    assertThat(verdict("3.3.1-delay", script)).isEqualTo(NOT_APPLICABLE);
    script.then(ANN, CLOSING, decided("d-1", kind, false));
    script.then(ANN, CLOSING, decided("d-2", DecisionKind.SHUT_DOWN, true));
    assertThat(verdict("3.3.1-delay", script)).isEqualTo(NOT_APPLICABLE);
    script.then(ANN, CLOSING, decided("d-3", kind, true, new Consulted(EVE, RoleKind.LEGAL)));
    var passed = ask("3.3.1-delay", script);
    assertThat(passed.verdict()).isEqualTo(PASS);
    assertThat(passed.events()).containsExactly(47L);
    script.then(ANN, CLOSING, decided("d-4", kind, true, new Consulted(EVE, RoleKind.HR)));
    var failed = ask("3.3.1-delay", script);
    assertThat(failed.verdict()).isEqualTo(FAIL);
    assertThat(failed.because()).isEqualTo("decision d-4 was taken without lawyers");
  }

  private static DecisionFact.Taken decided(
      String id, DecisionKind kind, boolean inFavour, Consulted... consulted) {
    return new DecisionFact.Taken(
        new DecisionId(id),
        new HardDecision(kind, "Shall we?", inFavour, "so", "why", ImmutableSet.copyOf(consulted)));
  }

  @Test
  void counts_a_reinfected_asset_as_one_that_was_found_late() {
    var script =
        open().then(EVE, CLOSING, new ScopeFact.AssetReinfected(LAPTOP, "a scheduled job"));
    assertThat(ask("3.3.4-eradicate", script).because()).contains("has grown", "ws-7");
    assertThat(verdict("T3-5-6.3-loop", script)).isEqualTo(PENDING);
  }

  @Test
  void fails_a_review_that_is_late_or_was_never_held() {
    var held = kind(ReviewFact.Held.class);
    var due = at("12:00").plus(Duration.ofDays(14));
    var without = whole().without(held);
    assertThat(ask("3.4.1-meeting", without, due).verdict()).isEqualTo(PENDING);
    assertThat(ask("3.4.1-meeting", without, due.plusSeconds(1)).verdict()).isEqualTo(FAIL);
    var inTime = open().moved(held, due);
    assertThat(ask("3.4.1-meeting", inTime, due).verdict()).isEqualTo(PASS);
    var late = open().moved(held, due.plusSeconds(1));
    assertThat(ask("3.4.1-meeting", late, due.plusSeconds(1)).verdict()).isEqualTo(FAIL);
  }

  @Test
  void takes_a_review_before_the_end_for_none() {
    var early = whole().moved(kind(ReviewFact.Held.class), at("11:59"));
    assertThat(verdict("3.4.1-meeting", early)).isEqualTo(PENDING);
  }

  @Test
  void counts_from_the_closing_where_the_last_phase_was_left_out() {
    Predicate<Fact<?>> last =
        fact -> fact instanceof PhaseFact.Entered move && move.to() == Phase.POST_INCIDENT;
    var handedOver = new PhaseFact.Closed(Disposition.HANDED_OVER, "a crisis");
    var script =
        whole()
            .without(last)
            .without(kind(ReviewFact.class))
            .changed(kind(PhaseFact.Closed.class), handedOver);
    assertThat(ask("3.4.1-meeting", script).because()).contains("2026-03-23T09:30:00Z");
    assertThat(verdict("3.4.1-meeting", open().without(last))).isEqualTo(PENDING);
  }

  @Test
  void asks_for_no_meeting_after_a_minor_incident() {
    var overruled = new SeverityFact.Overruled(LEVELS.get(1), LEVELS.get(0), "looks small");
    var minor = open().then(ANN, CLOSING, overruled);
    assertThat(verdict("3.4.1-meeting", minor)).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict("3.4.1-questions", minor)).isEqualTo(PASS);
    minor.without(kind(ReviewFact.Held.class));
    assertThat(verdict("3.4.1-questions", minor)).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict("T3-5-sequence", minor)).isEqualTo(PASS);
  }

  @Test
  void does_not_guess_whether_an_incident_without_severity_was_major() {
    absenceIsNeverAPass("3.4.1-meeting", kind(SeverityFact.class));
    absenceIsNeverAPass(
        "3.4.1-questions", fact -> fact instanceof SeverityFact || fact instanceof ReviewFact.Held);
  }

  @Test
  void does_not_pass_a_review_in_which_nobody_took_part() {
    var alone = new ReviewFact.Held(ImmutableSet.of(), ImmutableMap.of(), "no patch");
    var script = whole().changed(kind(ReviewFact.Held.class), alone);
    assertThat(verdict("3.4.1-meeting", script)).isEqualTo(NOT_EVIDENCED);
  }

  @Test
  void fails_a_review_that_leaves_a_question_open() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      answers.put(question, question == ReviewQuestion.TOOLS ? " " : "answered");
    }
    var held = new ReviewFact.Held(ImmutableSet.of(ANN), answers.buildOrThrow(), "no patch");
    var finding = ask("3.4.1-questions", whole().changed(kind(ReviewFact.Held.class), held));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("there is no answer to TOOLS");
    absenceIsNeverAPass("3.4.1-questions", kind(ReviewFact.Held.class));
  }

  @Test
  void does_not_pass_a_follow_up_without_a_figure() {
    absenceIsNeverAPass("3.4.1-report", kind(ReviewFact.LossEstimated.class));
  }

  @Test
  void fails_evidence_that_was_taken_after_the_removal() {
    var script = whole().moved(kind(EvidenceFact.Acquired.class), at("09:11"));
    var finding = ask("T3-5-sequence", script);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("removal (step 6) came before evidence (step 4)");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        TriageFact.Declared.class,
        SeverityFact.Assessed.class,
        CommunicationFact.Notified.class,
        EvidenceFact.class,
        ScopeFact.AssetAdvanced.class,
        ReviewFact.LossEstimated.class,
        ReviewFact.Held.class
      })
  void does_not_pass_a_sequence_of_which_a_step_left_no_trace(Class<?> step) {
    absenceIsNeverAPass("T3-5-sequence", kind(step));
  }

  @Test
  void fails_an_asset_that_was_found_late_and_not_treated() {
    var left = advanced(LAPTOP, AssetState.ERADICATED);
    assertThat(verdict("T3-5-6.3-loop", whole().without(left))).isEqualTo(FAIL);
    assertThat(verdict("T3-5-6.3-loop", open().without(left))).isEqualTo(PENDING);
    absenceIsNeverAPass("T3-5-6.3-loop", kind(ScopeFact.AssetAdvanced.class));
  }

  @Test
  void judges_an_asset_that_is_affected_again_by_its_last_round() {
    var script = open().then(EVE, CLOSING, new ScopeFact.AssetAffected(LAPTOP, "host"));
    var finding = ask("T3-5-6.3-loop", script);
    assertThat(finding.verdict()).isEqualTo(PENDING);
    assertThat(finding.events()).containsExactly(45L);
  }

  @Test
  void has_no_loop_to_judge_where_nothing_was_found_late() {
    Predicate<Fact<?>> laptop =
        fact ->
            (fact instanceof ScopeFact.AssetAffected found && found.asset().equals(LAPTOP))
                || (fact instanceof ScopeFact.AssetAdvanced came && came.asset().equals(LAPTOP));
    assertThat(verdict("T3-5-6.3-loop", whole().without(laptop))).isEqualTo(NOT_APPLICABLE);
  }
}
