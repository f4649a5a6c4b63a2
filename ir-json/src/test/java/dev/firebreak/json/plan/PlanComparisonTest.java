package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
  private static final Role BOSS = new Role("boss");
  private static final Role CLERK = new Role("clerk");
  private static final Actor ADA = new Actor("ada");
  private static final Actor BEN = new Actor("ben");

  private static ResponsePlan.Builder plan(String version) {
    var levels = SeverityMatrix.levels("low", "high");
    var any =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return ResponsePlan.builder("p", version)
        .severity(new SeverityMatrix(levels, ImmutableList.of(any)), levels.get(1))
        .roles(role(BOSS, ADA), role(CLERK, BEN))
        .playbooks(book(step("look", true), step("cut-off", true)))
        .obligations(duty(Duration.ofDays(3)))
        .escalation(List.of(level(CLERK), level(BOSS)))
        .definitions(new Definition("event", "Something seen"));
  }

  private static RoleDefinition role(Role role, Actor primary, Authority... authorities) {
    return new RoleDefinition(
        role, RoleKind.HANDLER, primary, ImmutableList.of(), ImmutableSet.copyOf(authorities));
  }

  private static EscalationLevel level(Role role) {
    return new EscalationLevel(role, Duration.ofMinutes(15));
  }

  private static Playbook book(Step... steps) {
    return new Playbook(
        new PlaybookId("fire"),
        "Fire",
        ImmutableSet.of(new Category("ransomware")),
        ImmutableList.copyOf(steps));
  }

  private static Step step(String id, boolean mandatory) {
    return new Step(new StepId(id), Phase.CONTAINMENT, "Do " + id, CLERK, mandatory, null, null, 0);
  }

  private static Obligation duty(Duration within) {
    return Obligation.builder("contain")
        .title("Contain")
        .source("Own rule")
        .starts(Milestone.DECLARED)
        .within(Period.of(within))
        .ends(Milestone.CONTAINED)
        .build();
  }

  private static List<String> changes(ResponsePlan.Builder newer) {
    return PlanComparison.between(plan("1").build(), newer.build()).toString().lines().toList();
  }

  @Test
  void finds_nothing_when_only_the_version_differs() {
    var difference = PlanComparison.between(plan("1").build(), plan("2").build());
    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.from()).isEqualTo(new PlanVersion("p", "1"));
    assertThat(difference.to()).isEqualTo(new PlanVersion("p", "2"));
  }

  @Test
  void names_what_came_went_and_changed() {
    assertThat(
            changes(
                plan("2")
                    .title("New")
                    .approach("Contain first")
                    .roles(role(BOSS, BEN, Authority.CLOSE), role(CLERK, BEN))
                    .playbooks(book(step("look", false), step("rebuild", true)))
                    .obligations(duty(Duration.ofHours(24)))))
        .containsExactly(
            "~ /title: p -> New",
            "+ /approach: Contain first",
            "~ /roles/boss/primary: ada -> ben",
            "+ /roles/boss/authorities/close: close",
            "~ /playbooks/fire/steps/look/mandatory: true -> false",
            "- /playbooks/fire/steps/cut-off: {id: cut-off, phase: containment, title: Do cut-off,"
                + " role: clerk, mandatory: true, approvals: 0}",
            "+ /playbooks/fire/steps/rebuild: {id: rebuild, phase: containment, title: Do rebuild,"
                + " role: clerk, mandatory: true, approvals: 0}",
            "~ /obligations/contain/term/within: elapsed 72h -> elapsed 24h");
  }

  @Test
  void names_the_parts_of_a_section_without_the_section() {
    assertThat(
            changes(
                plan("2")
                    .definitions(new Definition("event", "Something heard"))
                    .channels(new Channel("radio", "If all is down", true))))
        .containsExactly(
            "~ /definitions/event/text: Something seen -> Something heard",
            "+ /channels/radio: {name: radio, use: If all is down, outOfBand: true}");
  }

  @Test
  void sees_an_order_only_where_it_means_something() {
    assertThat(changes(plan("2").escalation(List.of(level(BOSS), level(CLERK)))))
        .containsExactly("~ /escalation: order was clerk, boss, is boss, clerk");
    var both = role(BOSS, ADA, Authority.CLOSE, Authority.MONITOR);
    var turned = role(BOSS, ADA, Authority.MONITOR, Authority.CLOSE);
    assertThat(
            PlanComparison.between(
                    plan("1").roles(both, role(CLERK, BEN)).build(),
                    plan("1").roles(turned, role(CLERK, BEN)).build())
                .isEmpty())
        .isTrue();
  }

  @Test
  void compares_entries_that_share_a_name_by_their_places() {
    var twice = List.of(level(CLERK), level(CLERK));
    assertThat(changes(plan("2").escalation(twice)))
        .containsExactly("~ /escalation/1/to: boss -> clerk");
  }

  @Test
  void is_told_the_other_way_round_when_the_plans_are() {
    var plain = plan("1").build();
    var longer = plan("2").approach("Contain first").build();
    assertThat(PlanComparison.between(longer, plain).changes())
        .containsExactly(
            new PlanDifference.Change(
                PlanDifference.Kind.REMOVED, "/approach", "Contain first", null));
  }

  @Test
  void another_order_matters_in_a_list_and_not_in_a_set() {
    var one = plan("1").escalation(List.of(level(BOSS), level(CLERK))).build();
    assertThat(PlanComparison.between(plan("1").build(), one).changes())
        .extracting(PlanDifference.Change::kind)
        .containsExactly(PlanDifference.Kind.MOVED);
    assertThat(PlanDigest.of(one)).isNotEqualTo(PlanDigest.of(plan("1").build()));

    var authorities =
        plan("1").roles(role(BOSS, ADA, Authority.CLOSE, Authority.WAIVE)).playbooks();
    var turned = plan("1").roles(role(BOSS, ADA, Authority.WAIVE, Authority.CLOSE)).playbooks();
    var before = authorities.escalation(List.of()).build();
    var after = turned.escalation(List.of()).build();
    assertThat(PlanComparison.between(before, after).isEmpty()).isTrue();
    assertThat(PlanDigest.of(after)).isEqualTo(PlanDigest.of(before));
    assertThat(PlanWriter.write(after, PlanFormat.YAML))
        .isEqualTo(PlanWriter.write(before, PlanFormat.YAML));
  }
}
