package dev.firebreak.compliance;

import static dev.firebreak.compliance.Verdict.FAIL;
import static dev.firebreak.compliance.Verdict.NOT_EVIDENCED;
import static dev.firebreak.compliance.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Nist80061PlanRulesTest {
  private static final Instant AS_OF = Instant.parse("2026-03-09T09:30:00Z");
  private static final Role MANAGER = new Role("incident-manager");
  private static final Actor CARL = new Actor("carl");

  private static Finding ask(String rule, ResponsePlan.Builder plan) {
    var set = RuleSet.nist80061r2();
    var found = set.find("NIST-800-61r2/" + rule).orElseThrow();
    var one = new RuleSet("one", ImmutableList.of(found));
    return Compliance.check(one, plan.build(), AS_OF).findings().get(0);
  }

  private static ResponsePlan.Builder planWith(RoleDefinition role) {
    return Ransomware.blankPlan().roles(role);
  }

  private static RoleDefinition role(RoleKind kind, List<Actor> deputies, Authority... powers) {
    return new RoleDefinition(
        MANAGER, kind, CARL, ImmutableList.copyOf(deputies), ImmutableSet.copyOf(powers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.3.1-authority",
        "2.3.2-approval",
        "2.3.2-communication",
        "2.3.2-annual",
        "2.3.3-procedures",
        "2.3.4-sharing",
        "2.4-structure",
        "2.4.4-groups",
        "3.2.6-escalation",
        "3.2.7-notify",
        "3.3.1-strategy"
      })
  void a_blank_plan_evidences_nothing(String rule) {
    assertThat(ask(rule, Ransomware.blankPlan()).verdict()).isEqualTo(NOT_EVIDENCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.3.1-authority",
        "2.3.1-severity",
        "2.3.2-approval",
        "2.3.2-communication",
        "2.3.2-annual",
        "2.3.3-procedures",
        "2.3.4-sharing",
        "2.4-structure",
        "2.4.4-groups",
        "3.2.6-escalation",
        "3.2.7-notify",
        "3.3.1-strategy"
      })
  void a_complete_plan_passes_and_cites_where(String rule) {
    var finding = ask(rule, Ransomware.plan());
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(finding.pointers()).isNotEmpty();
  }

  @Test
  void fails_a_power_that_nobody_has() {
    var plan =
        planWith(
            role(
                RoleKind.INCIDENT_MANAGER,
                List.of(),
                Authority.DISCONNECT,
                Authority.MONITOR,
                Authority.CLOSE));
    var finding = ask("2.3.1-authority", plan);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("/roles lacks CONFISCATE");
    assertThat(finding.pointers()).containsExactly("/roles/0", "/roles");
  }

  @Test
  void fails_powers_of_a_role_that_nobody_holds() {
    var unheld =
        new RoleDefinition(
            MANAGER,
            RoleKind.INCIDENT_MANAGER,
            null,
            ImmutableList.of(),
            ImmutableSet.copyOf(Authority.values()));
    assertThat(ask("2.3.1-authority", planWith(unheld)).verdict()).isEqualTo(FAIL);
  }

  @Test
  void fails_a_scale_of_one_level() {
    var levels = SeverityMatrix.levels("all");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    var plan =
        ResponsePlan.builder("acme", "1")
            .severity(new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(0));
    assertThat(ask("2.3.1-severity", plan).verdict()).isEqualTo(FAIL);
  }

  @Test
  void fails_approvals_of_other_versions_of_other_roles_and_of_days_to_come() {
    var plan =
        Ransomware.plan()
            .approvals(
                new PlanApproval(CARL, new Role("leadership"), LocalDate.of(2025, 1, 1), "2025.1"),
                new PlanApproval(CARL, new Role("scribe"), LocalDate.of(2026, 1, 1), "2026.1"),
                new PlanApproval(CARL, new Role("leadership"), LocalDate.of(2026, 4, 1), "2026.1"));
    var finding = ask("2.3.2-approval", plan);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("2026.1");
  }

  @Test
  void fails_rules_for_people_inside_only() {
    var inside = List.of(new CommunicationRule(Audience.STAFF, "what is sure", null));
    var finding = ask("2.3.2-communication", Ransomware.plan().communications(inside));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("outside");
    assertThat(ask("2.3.2-communication", Ransomware.plan().approach(" ")).verdict())
        .isEqualTo(NOT_EVIDENCED);
  }

  @Test
  void fails_a_review_of_more_than_a_year_ago() {
    var lastGoodDay = Ransomware.plan().reviewed(LocalDate.of(2025, 3, 9));
    var dayBefore = Ransomware.plan().reviewed(LocalDate.of(2025, 3, 8));
    assertThat(ask("2.3.2-annual", lastGoodDay).verdict()).isEqualTo(PASS);
    assertThat(ask("2.3.2-annual", dayBefore).verdict()).isEqualTo(FAIL);
  }

  @Test
  void takes_a_review_on_a_day_to_come_for_none() {
    var plan = Ransomware.plan().reviewed(LocalDate.of(2026, 3, 10));
    assertThat(ask("2.3.2-annual", plan).verdict()).isEqualTo(NOT_EVIDENCED);
  }

  @Test
  void fails_a_playbook_without_steps() {
    var empty =
        new Playbook(
            new PlaybookId("p"), "Empty", ImmutableSet.of(Category.RANSOMWARE), ImmutableList.of());
    var plan = Ransomware.blankPlan().playbooks(empty);
    assertThat(ask("2.3.3-procedures", plan).verdict()).isEqualTo(FAIL);
    assertThat(ask("3.3.1-strategy", plan).because()).contains("containment step");
  }

  @Test
  void leaves_the_containment_of_a_playbook_to_one_that_it_calls() {
    var role = new Role("lead");
    var isolate =
        new Step(new StepId("isolate"), Phase.CONTAINMENT, "Isolate", role, true, null, null, 0);
    var part =
        new Playbook(
            new PlaybookId("part"),
            "Part",
            ImmutableSet.of(),
            ImmutableList.of(isolate),
            new Flow(isolate.id(), ImmutableMap.of(isolate.id(), new Node.Do(Exits.NONE)), null),
            ImmutableList.of());
    var call = new StepId("call");
    var caller =
        new Playbook(
            new PlaybookId("caller"),
            "Caller",
            ImmutableSet.of(Category.RANSOMWARE),
            ImmutableList.of(),
            new Flow(call, ImmutableMap.of(call, new Node.Call(part.id(), Exits.NONE)), null),
            ImmutableList.of());
    var lead =
        new RoleDefinition(
            role, RoleKind.INCIDENT_LEAD, new Actor("ana"), ImmutableList.of(), ImmutableSet.of());
    var plan = Ransomware.blankPlan().roles(ImmutableList.of(lead)).playbooks(caller, part);
    assertThat(ask("3.3.1-strategy", plan).because()).doesNotContain("containment step");
  }

  @Test
  void fails_talks_that_nobody_agrees_to() {
    var rules =
        Stream.of(Audience.values())
            .map(audience -> new CommunicationRule(audience, "what is sure", null))
            .toList();
    var finding = ask("2.3.4-sharing", Ransomware.plan().communications(rules));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("MEDIA", "LAW_ENFORCEMENT", "CSIRT", "SUPPLIERS");
  }

  @Test
  void fails_a_manager_whose_deputy_is_the_same_person() {
    var plan = planWith(role(RoleKind.INCIDENT_MANAGER, List.of(CARL)));
    var finding = ask("2.4-structure", plan);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("INCIDENT_MANAGER with a deputy").contains("TECH_LEAD");
  }

  @Test
  void fails_a_group_without_a_role() {
    var finding = ask("2.4.4-groups", planWith(role(RoleKind.LEGAL, List.of())));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).contains("PHYSICAL_SECURITY").doesNotContain("LEGAL");
  }

  @Test
  void fails_a_ladder_that_ends_at_once_or_leads_to_nobody() {
    var first = new EscalationLevel(MANAGER, Duration.ofMinutes(15));
    var single = Ransomware.plan().escalation(List.of(first));
    assertThat(ask("3.2.6-escalation", single).verdict()).isEqualTo(FAIL);
    var unheld =
        new RoleDefinition(
            MANAGER, RoleKind.INCIDENT_MANAGER, null, ImmutableList.of(), ImmutableSet.of());
    var toNobody = planWith(unheld).escalation(List.of(first, first));
    var finding = ask("3.2.6-escalation", toNobody);
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.pointers()).containsExactly("/escalation/0", "/escalation/1");
  }

  @Test
  void fails_a_list_of_the_told_without_the_police() {
    var rules = List.of(new CommunicationRule(Audience.EXECUTIVES, "all", null));
    var finding = ask("3.2.7-notify", Ransomware.blankPlan().communications(rules));
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(finding.because()).isEqualTo("/communications lacks LEGAL, LAW_ENFORCEMENT");
  }
}
