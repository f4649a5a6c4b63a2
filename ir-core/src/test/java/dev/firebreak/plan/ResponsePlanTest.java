package dev.firebreak.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Limit;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponsePlanTest {
  private static final Role MANAGER = new Role("manager");
  private static final Role NOBODY = new Role("nobody");

  @Test
  void reports_every_role_that_is_not_there_with_those_that_are() {
    var plan =
        plan()
            .approvals(
                new PlanApproval(new Actor("ada"), MANAGER, LocalDate.EPOCH, "1"),
                new PlanApproval(new Actor("ada"), NOBODY, LocalDate.EPOCH, "1"))
            .playbooks(
                playbook("one", "ransomware", step("a", NOBODY, null), step("b", MANAGER, NOBODY)))
            .communications(
                ImmutableList.of(
                    new CommunicationRule(Audience.STAFF, "all of it", null),
                    new CommunicationRule(Audience.MEDIA, "little", NOBODY)))
            .escalation(ImmutableList.of(new EscalationLevel(NOBODY, Duration.ofMinutes(5))))
            .commands(
                new CommandRule("phase.close", ImmutableSet.of(MANAGER)),
                new CommandRule("action.*", ImmutableSet.of(MANAGER, NOBODY)));

    assertThat(problemsOf(plan))
        .extracting(PlanProblem::pointer)
        .containsExactly(
            "/approvals/1/role",
            "/playbooks/0/steps/0/role",
            "/playbooks/0/steps/1/approval/by",
            "/communications/1/approver",
            "/escalation/0/to",
            "/commands/action.*/1");
    assertThat(problemsOf(plan))
        .extracting(PlanProblem::message)
        .containsOnly("no role nobody in this plan, which has [manager]");
    assertThat(problemsOf(plan))
        .extracting(PlanProblem::candidates)
        .containsOnly(ImmutableList.of("manager"));
  }

  @Test
  void reports_what_is_there_twice_where_it_is_the_second_time() {
    var plan =
        plan()
            .roles(role(MANAGER), role(new Role("other")), role(MANAGER))
            .playbooks(
                playbook("one", "ransomware", step("a", MANAGER, null)),
                playbook("two", "phishing", step("b", MANAGER, null), step("a", MANAGER, null)),
                playbook("one", "ransomware"))
            .obligations(obligation("o"), obligation("p"), obligation("o"));

    assertThat(problemsOf(plan))
        .extracting(PlanProblem::toString)
        .containsExactly(
            "/roles/2: role manager is there twice",
            "/playbooks/1/steps/1/id: step a is there twice",
            "/playbooks/2/id: playbook one is there twice",
            "/playbooks/2/categories/0: category ransomware is there twice",
            "/obligations/2/id: obligation o is there twice");
    assertThat(problemsOf(plan).get(0).candidates()).isEmpty();
  }

  @Test
  void reports_a_category_of_an_obligation_that_no_playbook_is_for() {
    var plan =
        plan()
            .playbooks(playbook("one", "ransomware"))
            .obligations(obligation("o", "ransomware", "ransomwear"));

    assertThat(problemsOf(plan))
        .containsExactly(
            new PlanProblem(
                "/obligations/0/categories/1",
                "no category ransomwear in this plan, which has [ransomware]",
                ImmutableList.of("ransomware")));
  }

  @Test
  void reports_a_severity_that_the_matrix_does_not_have() {
    var plan = plan().severity(matrix("low", "high"), SeverityMatrix.levels("dire").get(0));

    assertThat(problemsOf(plan))
        .containsExactly(
            new PlanProblem(
                "/severity/majorFrom",
                "no severity level dire in this plan, which has [low, high]",
                ImmutableList.of("low", "high")));
  }

  @Test
  void says_all_problems_in_one_message() {
    var plan = plan().obligations(obligation("o", "x"), obligation("o"));

    assertThatThrownBy(plan::build)
        .isInstanceOf(PlanException.class)
        .hasMessage(
            "/obligations/0/categories/0: no category x in this plan, which has []\n"
                + "/obligations/1/id: obligation o is there twice");
  }

  @Test
  void refuses_a_plan_without_a_severity_matrix() {
    assertThatThrownBy(() -> ResponsePlan.builder("p", "1").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a plan needs a severity matrix");
  }

  @Test
  void refuses_a_blank_title_and_a_ladder_that_does_not_wait() {
    assertThatThrownBy(() -> plan().title(" ").build()).hasMessage("title must not be blank");
    assertThatThrownBy(() -> new EscalationLevel(MANAGER, Duration.ZERO))
        .hasMessage("respondsWithin must be positive but was PT0S");
  }

  @Test
  void finds_roles_playbooks_and_steps() {
    var step = step("a", MANAGER, null);
    var playbook = playbook("one", "ransomware", step);
    var plan =
        plan()
            .title("Plan")
            .approach("calmly")
            .reviewed(LocalDate.EPOCH)
            .reviewWithin(Duration.ofDays(3))
            .playbooks(playbook)
            .build();

    assertThat(plan.definition(MANAGER)).contains(role(MANAGER));
    assertThat(plan.definition(NOBODY)).isEmpty();
    assertThat(plan.rolesOf(new Actor("ada"))).containsExactly(MANAGER);
    assertThat(plan.rolesOf(new Actor("grace"))).containsExactly(MANAGER);
    assertThat(plan.rolesOf(new Actor("mallory"))).isEmpty();
    assertThat(plan.entitledTo(Authority.CLOSE)).containsExactly(MANAGER);
    assertThat(plan.entitledTo(Authority.WAIVE)).isEmpty();
    assertThat(plan.playbookFor(new Category("ransomware"))).contains(playbook);
    assertThat(plan.playbookFor(new Category("phishing"))).isEmpty();
    assertThat(plan.step(new StepId("a"))).contains(step);
    assertThat(plan.step(new StepId("z"))).isEmpty();
    assertThat(plan.version()).hasToString("p 1");
  }

  @Test
  void a_playbook_for_a_class_serves_the_types_that_have_none_of_their_own() {
    var fraud = playbook("fraud", "fraud");
    var phishing = playbook("phishing", "phishing");
    var plan = plan().playbooks(fraud, phishing).build();

    assertThat(plan.playbookFor(new Category("phishing"))).contains(phishing);
    assertThat(plan.playbookFor(new Category("masquerade"))).contains(fraud);
    assertThat(plan.playbookFor(new Category("fraud.invoice.forged"))).contains(fraud);
    assertThat(plan.playbookFor(new Category("spam"))).isEmpty();
  }

  @Test
  void an_obligation_may_name_the_class_of_a_playbook_or_a_type_of_its_class() {
    var plan = plan().playbooks(playbook("fraud", "fraud"), playbook("spam", "spam"));

    assertThat(plan.obligations(obligation("o", "phishing", "abusive-content")).build())
        .isNotNull();
    assertThat(problemsOf(plan.obligations(obligation("o", "violence", "intrusions")))).hasSize(2);
  }

  private static ResponsePlan.Builder plan() {
    var matrix = matrix("low", "high");
    return ResponsePlan.builder("p", "1")
        .roles(role(MANAGER))
        .severity(matrix, matrix.levels().get(1));
  }

  private static ImmutableList<PlanProblem> problemsOf(ResponsePlan.Builder plan) {
    return catchThrowableOfType(PlanException.class, plan::build).problems();
  }

  private static RoleDefinition role(Role role) {
    return new RoleDefinition(
        role,
        RoleKind.INCIDENT_MANAGER,
        new Actor("ada"),
        ImmutableList.of(new Actor("grace")),
        ImmutableSet.of(Authority.CLOSE));
  }

  private static SeverityMatrix matrix(String... names) {
    var levels = SeverityMatrix.levels(names);
    return new SeverityMatrix(
        levels,
        ImmutableList.of(
            new SeverityMatrix.Row(
                ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0))));
  }

  private static Playbook playbook(String id, String category, Step... steps) {
    return new Playbook(
        new PlaybookId(id),
        "Title",
        ImmutableSet.of(new Category(category)),
        ImmutableList.copyOf(steps));
  }

  private static Step step(String id, Role role, @Nullable Role approver) {
    return new Step(
        new StepId(id),
        Phase.CONTAINMENT,
        "Title",
        role,
        true,
        ActionType.ISOLATE_HOST,
        approver,
        approver == null ? 0 : 1);
  }

  @Test
  void refuses_stages_that_are_not_there_or_wait_for_their_own_end() {
    var lost = stage("a", Trigger.after(new ObligationId("none")));
    var one = stage("b", Trigger.after(new ObligationId("c")));
    var two = stage("c", Trigger.at(Milestone.DECLARED), Trigger.after(new ObligationId("b")));
    var right = stage("d", Trigger.at(Milestone.DECLARED));
    var level =
        Obligation.builder("e")
            .starts(Milestone.OPENED)
            .ends(Milestone.CONTAINED)
            .levels(ImmutableMap.of(new Severity("dire", 9), Period.of(Duration.ofHours(1))))
            .build();

    assertThatThrownBy(
            () ->
                ResponsePlan.builder("p", "1")
                    .severity(matrix(), matrix().levels().get(0))
                    .obligations(lost, one, two, right, level)
                    .build())
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("/obligations/0: no obligation none in this plan")
        .hasMessageContaining("/obligations/1: obligation b waits for its own end")
        .hasMessageContaining("/obligations/2: obligation c waits for its own end")
        .hasMessageContaining("/obligations/4/levels/dire: no severity level dire");
  }

  @Test
  void accepts_stages_that_follow_one_another() {
    var first = stage("a", Trigger.at(Milestone.DECLARED));
    var second =
        Obligation.builder("b")
            .tells(Audience.REGULATOR)
            .within(new Period.Days(1))
            .starts(Trigger.after(new ObligationId("a")))
            .latest(new Limit(Trigger.when("x", Determination.AWARE), new Period.Days(9)))
            .onlyIf(Trigger.at(Milestone.DECLARED))
            .unless(Trigger.when("x", Determination.HANDLED))
            .build();
    var plan =
        ResponsePlan.builder("p", "1")
            .severity(matrix(), matrix().levels().get(0))
            .obligations(first, second)
            .build();

    assertThat(plan.obligation(new ObligationId("b"))).contains(second);
    assertThat(plan.obligation(new ObligationId("z"))).isEmpty();
    assertThat(second.triggers()).hasSize(4);
  }

  private static SeverityMatrix matrix() {
    var levels = SeverityMatrix.levels("low");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return new SeverityMatrix(levels, ImmutableList.of(row));
  }

  private static Obligation stage(String id, Trigger... starts) {
    return Obligation.builder(id)
        .tells(Audience.REGULATOR)
        .within(new Period.Days(1))
        .starts(starts)
        .build();
  }

  private static Obligation obligation(String id, String... categories) {
    return new Obligation(
        new ObligationId(id),
        "Title",
        "Own rule",
        Milestone.OPENED,
        Duration.ofHours(1),
        Milestone.CLOSED,
        null,
        ImmutableList.copyOf(categories).stream()
            .map(Category::new)
            .collect(ImmutableSet.toImmutableSet()));
  }
}
