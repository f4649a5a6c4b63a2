package dev.firebreak.compliance;

import static dev.firebreak.compliance.Verdict.FAIL;
import static dev.firebreak.compliance.Verdict.NOT_EVIDENCED;
import static dev.firebreak.compliance.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Contact;
import dev.firebreak.plan.ContainmentStrategy;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.Mission;
import dev.firebreak.plan.ReadyForm;
import dev.firebreak.plan.ReportingWay;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Nist80061DocumentRulesTest {
  private static final Instant AS_OF = Instant.parse("2026-03-09T09:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final Duration YEAR = Duration.ofDays(365);

  private static Finding ask(String rule, ResponsePlan.Builder plan) {
    var found = RuleSet.nist80061r2().find("NIST-800-61r2/" + rule).orElseThrow();
    var one = new RuleSet("one", ImmutableList.of(found));
    return Compliance.check(one, plan.build(), AS_OF).findings().get(0);
  }

  private static void fails(
      String rule, UnaryOperator<ResponsePlan.Builder> change, String because) {
    var finding = ask(rule, change.apply(Ransomware.plan()));
    assertThat(finding.verdict()).as(finding.because()).isEqualTo(FAIL);
    assertThat(finding.because()).contains(because);
    assertThat(finding.pointers()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.3.1-scope",
        "2.3.1-definitions",
        "2.3.1-measures",
        "2.3.1-forms",
        "2.3.2-mission",
        "3.1.1-contacts",
        "3.1.1-anonymous",
        "3.1.2-risk",
        "3.4.3-retention"
      })
  void a_blank_plan_evidences_nothing_and_a_written_one_passes(String rule) {
    assertThat(ask(rule, Ransomware.blankPlan()).verdict()).isEqualTo(NOT_EVIDENCED);
    var finding = ask(rule, Ransomware.plan());
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(finding.pointers()).isNotEmpty();
  }

  @Test
  void fails_words_that_are_missing_or_mean_the_same() {
    fails(
        "2.3.1-definitions",
        plan -> plan.definitions(new Definition("event", "Something seen")),
        "lacks incident");
    fails(
        "2.3.1-definitions",
        plan -> plan.definitions(new Definition("event", "X"), new Definition("incident", "X")),
        "the same");
  }

  @Test
  void fails_a_mission_without_goals() {
    var mission = new Mission("To help", "Contain", ImmutableList.of(), "Better", null);
    fails("2.3.2-mission", plan -> plan.mission(mission), "goals, its place");
  }

  @Test
  void fails_forms_without_one_for_reports() {
    fails(
        "2.3.1-forms",
        plan -> plan.forms(new ReadyForm(ReadyForm.Kind.CUSTODY, "Custody", "safe")),
        "INCIDENT_REPORT");
  }

  @Test
  void fails_a_contact_with_one_way_to_reach_it_and_channels_that_fall_together() {
    var single = new Contact("desk", null, null, ImmutableList.of("1"), "ask", TODAY);
    fails("3.1.1-contacts", plan -> plan.contacts(single), "second way");
    var chat = new Channel("chat", "work", false);
    fails("3.1.1-contacts", plan -> plan.channels(chat), "only one channel");
    var mail = new Channel("mail", "work", false);
    fails("3.1.1-contacts", plan -> plan.channels(chat, mail), "out of band");
  }

  @Test
  void fails_reports_that_need_a_name() {
    fails(
        "3.1.1-anonymous",
        plan -> plan.reporting(new ReportingWay("mail", "Write to us", false)),
        "anonymous");
  }

  @Test
  void fails_an_assessment_that_is_overdue_or_led_to_nothing() {
    var due = new RiskAssessment("Yearly", TODAY.minusDays(365), YEAR, "Backups");
    assertThat(ask("3.1.2-risk", Ransomware.plan().riskAssessments(due)).verdict()).isEqualTo(PASS);
    var late = new RiskAssessment("Yearly", TODAY.minusDays(366), YEAR, "Backups");
    fails("3.1.2-risk", plan -> plan.riskAssessments(late), "was due on 2026-03-08");
    var idle = new RiskAssessment("Yearly", TODAY, YEAR, null);
    fails("3.1.2-risk", plan -> plan.riskAssessments(due, idle), "nothing followed");
    var later = new RiskAssessment("Yearly", TODAY.plusDays(1), YEAR, "Backups");
    assertThat(ask("3.1.2-risk", Ransomware.plan().riskAssessments(later)).verdict())
        .isEqualTo(NOT_EVIDENCED);
  }

  @Test
  void fails_a_retention_that_weighs_only_cost() {
    var policy = new EvidencePolicy(YEAR, ImmutableSet.of(EvidencePolicy.Concern.COST), null, null);
    fails("3.4.3-retention", plan -> plan.evidencePolicy(policy), "PROSECUTION, DATA_RETENTION");
  }

  @Test
  void fails_a_playbook_that_was_never_tried_out_or_whose_exercise_is_still_to_come() {
    var other =
        new Exercise("Talk", Exercise.Kind.TABLETOP, TODAY, ImmutableSet.of(), ImmutableSet.of());
    fails("2.3.3-procedures", plan -> plan.exercises(other), "/exercises lacks ransomware");
    var toCome =
        new Exercise(
            "Talk",
            Exercise.Kind.TABLETOP,
            TODAY.plusDays(1),
            ImmutableSet.of(),
            ImmutableSet.of(new PlaybookId("ransomware")));
    fails("2.3.3-procedures", plan -> plan.exercises(toCome), "/exercises lacks ransomware");
  }

  @Test
  void fails_the_told_who_can_be_reached_in_one_way_only() {
    var single = new Contact("ceo", null, Audience.EXECUTIVES, ImmutableList.of("1"), null, null);
    fails("3.2.7-notify", plan -> plan.contacts(single), "/contacts lacks EXECUTIVES");
  }

  @Test
  void fails_a_strategy_without_criteria_and_a_structure_without_a_team_model() {
    var bare = new ContainmentStrategy(new PlaybookId("ransomware"), "Cut off", ImmutableSet.of());
    fails("3.3.1-strategy", plan -> plan.strategies(bare), "/strategies lacks ransomware");
    assertThat(ask("2.4-structure", Ransomware.plan().team(null)).verdict())
        .isEqualTo(NOT_EVIDENCED);
  }
}
