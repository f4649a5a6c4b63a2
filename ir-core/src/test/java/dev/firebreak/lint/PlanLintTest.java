package dev.firebreak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.Backup;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.Contact;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.plan.Technique;
import dev.firebreak.plan.Training;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.Rsit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanLintTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final LocalDate YEAR_AGO = TODAY.minusMonths(12);
  private static final Role BOSS = new Role("boss");
  private static final Role CLERK = new Role("clerk");
  private static final ImmutableSet<PlaybookId> FIRE = ImmutableSet.of(new PlaybookId("fire"));
  private static final ImmutableList<Severity> LEVELS = SeverityMatrix.levels("low", "high");
  private static final Category WIPER = new Category("malicious-code.wiper");
  private static final ImmutableSet<Category> FOR_ALL =
      Stream.concat(Stream.of(WIPER), Rsit.classes().stream())
          .filter(category -> !category.name().equals("malicious-code"))
          .collect(ImmutableSet.toImmutableSet());
  private static final Step SECURE =
      step("secure", Phase.IDENTIFICATION, CLERK, ActionType.COLLECT, 0, null);
  private static final Step CUT_OFF =
      step("cut-off", Phase.CONTAINMENT, CLERK, ActionType.ISOLATE_HOST, 1, null);
  private static final Step WIPE =
      step("wipe", Phase.ERADICATION, CLERK, ActionType.DELETE_FILE, 0, null);

  /** Returns a plan in which nothing is weak on that day. */
  private static ResponsePlan.Builder plan() {
    return ResponsePlan.builder("p", "2")
        .approvals(new PlanApproval(new Actor("ada"), BOSS, TODAY, "2"))
        .reviewed(YEAR_AGO)
        .roles(boss(Authority.values()), clerk("cho", "dee"))
        .severity(matrix(row(0, FunctionalImpact.NONE), row(1)), LEVELS.get(1))
        .levelRules(tells(Audience.MEDIA))
        .playbooks(book(SECURE, CUT_OFF, WIPE))
        .communications(List.of(new CommunicationRule(Audience.MEDIA, "what is sure", BOSS)))
        .obligations(duty(Milestone.DECLARED, Milestone.CONTAINED, 4).build())
        .escalation(List.of(new EscalationLevel(BOSS, Duration.ofHours(1))))
        .contacts(contact(TODAY.minusMonths(6)))
        .channels(new Channel("radio", "If all is down", true))
        .trainings(new Training("All", YEAR_AGO, ImmutableSet.of(), ImmutableSet.of()))
        .exercises(exercise(YEAR_AGO))
        .riskAssessments(risk(TODAY.minusDays(365)))
        .backups(new Backup("Files", "Vault", true, YEAR_AGO))
        .techniques(new Technique("T1486", "Encrypted", FIRE));
  }

  static Stream<Arguments> weakPlans() {
    var flow =
        new Flow(
            new StepId("start"),
            ImmutableMap.of(
                new StepId("start"), new Node.Start(new StepId("cut")),
                new StepId("cut"), new Node.Do(Exits.NONE)),
            null);
    var slow =
        step("cut", Phase.CONTAINMENT, CLERK, ActionType.ISOLATE_HOST, 0, Duration.ofHours(5));
    return Stream.of(
        weak(LintRule.ROLE_NO_HOLDER, "/roles/1", p -> p.roles(boss(Authority.values()), clerk())),
        weak(
            LintRule.ROLE_NO_DEPUTY,
            "/roles/1",
            p -> p.roles(boss(Authority.values()), clerk("cho", "cho"))),
        weak(
            LintRule.ROLE_UNUSED,
            "/roles/1",
            p -> p.playbooks().obligations().exercises().techniques()),
        weak(
            LintRule.AUTHORITY_NOBODY,
            "/roles",
            p -> p.roles(boss(Authority.WAIVE), clerk("cho", "dee"))),
        weak(
            LintRule.APPROVAL_IMPOSSIBLE,
            "/playbooks/0/steps/0/approval",
            p -> p.playbooks(book(approved(CLERK, 3)))),
        weak(
            LintRule.APPROVAL_BY_ASKER,
            "/playbooks/0/steps/0/approval",
            p -> p.playbooks(book(approved(BOSS, 2)))),
        weak(
            LintRule.EVIDENCE_AFTER_DESTRUCTION,
            "/playbooks/0/steps/0",
            p ->
                p.playbooks(
                    book(
                        step("wipe", Phase.CONTAINMENT, CLERK, ActionType.DELETE_FILE, 0, null),
                        step("keep", Phase.CONTAINMENT, CLERK, ActionType.COLLECT, 0, null)))),
        weak(
            LintRule.CAPTURE_NEVER_ASKED,
            "/evidencePolicy/captureFirst/1",
            p ->
                p.evidencePolicy(
                    new EvidencePolicy(
                        Duration.ofDays(365),
                        ImmutableSet.of(),
                        null,
                        ImmutableSet.of(Volatility.DISK, Volatility.ARCHIVES)))),
        weak(LintRule.PLAYBOOK_EMPTY, "/playbooks/0", p -> p.playbooks(book())),
        weak(
            LintRule.PLAYBOOK_UNREACHED,
            "/playbooks/0",
            p ->
                p.playbooks(
                    new Playbook(
                        new PlaybookId("fire"),
                        "Fire",
                        ImmutableSet.of(),
                        ImmutableList.of(CUT_OFF)))),
        weak(
            LintRule.BRANCH_NEVER,
            "/playbooks/0/flow/ask",
            p -> p.playbooks(book(CUT_OFF).withFlow(asking("severity < 'low'")))),
        weak(
            LintRule.CLASS_NO_PLAYBOOK,
            "/playbooks",
            p ->
                p.playbooks(
                    new Playbook(
                        new PlaybookId("fire"),
                        "Fire",
                        ImmutableSet.of(WIPER),
                        ImmutableList.of(CUT_OFF)))),
        weak(
            LintRule.CATEGORY_NO_PLAYBOOK,
            "/obligations/0/categories/0",
            p ->
                p.obligations(
                    duty(Milestone.DECLARED, Milestone.CONTAINED, 4)
                        .categories(List.of(new Category("malicious-code")))
                        .build())),
        weak(LintRule.OBLIGATION_NO_STEP, "/obligations/0", p -> p.playbooks(book(SECURE))),
        weak(
            LintRule.DEADLINE_BEFORE_ESCALATION,
            "/obligations/0",
            p ->
                p.obligations(duty(Milestone.OPENED, Milestone.ACKNOWLEDGED, 1).build())
                    .escalation(List.of(new EscalationLevel(BOSS, Duration.ofMinutes(61))))),
        weak(
            LintRule.DEADLINE_BEFORE_STEPS,
            "/obligations/0",
            p -> p.playbooks(book(slow).withFlow(flow))),
        weak(
            LintRule.AUDIENCE_NO_RULE,
            "/severity/rules/0/tells",
            p -> p.levelRules(tells(Audience.STAFF))),
        weak(LintRule.AUDIENCE_NO_CONTACT, "/severity/rules/0/tells", p -> p.contacts()),
        weak(
            LintRule.LEVEL_NEVER_GIVEN,
            "/severity/levels/1",
            p -> p.severity(matrix(row(0)), LEVELS.get(1))),
        weak(LintRule.LEVEL_NO_SERVICE_LEVEL, "/severity/levels/0", p -> p.obligations()),
        weak(
            LintRule.ROW_NEVER_FITS,
            "/severity/matrix/1",
            p ->
                p.severity(
                    matrix(
                        row(0, FunctionalImpact.NONE, FunctionalImpact.LOW),
                        row(1, FunctionalImpact.LOW),
                        row(1)),
                    LEVELS.get(1))),
        weak(
            LintRule.APPROVAL_OTHER_VERSION,
            "/approvals",
            p -> p.approvals(new PlanApproval(new Actor("ada"), BOSS, TODAY, "1"))),
        weak(LintRule.REVIEW_STALE, "/reviewed", p -> p.reviewed(YEAR_AGO.minusDays(1))),
        weak(
            LintRule.EXERCISE_STALE,
            "/playbooks/0",
            p -> p.exercises(exercise(YEAR_AGO.minusDays(1)), exercise(TODAY.plusDays(1)))),
        weak(LintRule.TRAINING_STALE, "/trainings", p -> p.trainings()),
        weak(
            LintRule.CONTACT_STALE,
            "/contacts/0",
            p -> p.contacts(contact(TODAY.minusMonths(6).minusDays(1)))),
        weak(
            LintRule.BACKUP_STALE,
            "/backups/0",
            p -> p.backups(new Backup("Files", "Vault", true, null))),
        weak(
            LintRule.RISK_STALE,
            "/riskAssessments",
            p -> p.riskAssessments(risk(TODAY.minusDays(366)))),
        weak(
            LintRule.CHANNEL_NONE_OUT_OF_BAND,
            "/channels",
            p -> p.channels(new Channel("chat", "Daily", false))),
        weak(
            LintRule.TECHNIQUE_NO_PLAYBOOK,
            "/techniques/0",
            p -> p.techniques(new Technique("T1486", "Encrypted", ImmutableSet.of()))));
  }

  private static Arguments weak(
      LintRule rule, String pointer, UnaryOperator<ResponsePlan.Builder> change) {
    return arguments(rule, pointer, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weakPlans")
  void finds_what_is_weak_and_where(
      LintRule rule, String pointer, UnaryOperator<ResponsePlan.Builder> change) {
    var found =
        PlanLint.check(change.apply(plan()).build(), TODAY).stream()
            .filter(finding -> finding.rule() == rule)
            .toList();
    assertThat(found).extracting(LintFinding::pointer).contains(pointer);
    assertThat(found.get(0).toString()).startsWith(rule.id()).contains(rule.remedy());
  }

  @Test
  void finds_nothing_in_a_plan_that_is_whole() {
    assertThat(PlanLint.check(plan().build(), TODAY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(LintRule.class)
  void every_rule_has_an_id_and_a_plan_that_shows_it(LintRule rule) {
    assertThat(rule.id()).matches("FB(-[A-Z]+)+");
    assertThat(weakPlans().map(arguments -> arguments.get()[0])).contains(rule);
  }

  @Test
  void takes_a_playbook_for_reached_that_another_calls() {
    var flow =
        new Flow(
            new StepId("start"),
            ImmutableMap.of(
                new StepId("start"), new Node.Start(new StepId("call")),
                new StepId("call"), new Node.Call(new PlaybookId("inner"), Exits.NONE)),
            null);
    var inner =
        new Playbook(new PlaybookId("inner"), "Inner", ImmutableSet.of(), ImmutableList.of(CUT_OFF))
            .withFlow(
                new Flow(
                    new StepId("begin"),
                    ImmutableMap.of(
                        new StepId("begin"), new Node.Start(new StepId("cut-off")),
                        new StepId("cut-off"), new Node.Do(Exits.NONE)),
                    null));
    var outer = book().withFlow(flow);
    assertThat(PlanLint.check(plan().playbooks(outer, inner).build(), TODAY))
        .extracting(LintFinding::rule)
        .doesNotContain(LintRule.PLAYBOOK_UNREACHED, LintRule.PLAYBOOK_EMPTY);
  }

  /** Returns a flow that does the one step if the expression holds. */
  private static Flow asking(String expression) {
    var question = Question.known(Expression.parse(expression), BOSS);
    return new Flow(
        new StepId("ask"),
        ImmutableMap.of(
            new StepId("ask"),
            new Node.If(question, CUT_OFF.id(), null, Exits.NONE),
            CUT_OFF.id(),
            new Node.Do(Exits.NONE)),
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "severity < 'low' | never holds",
        "severity >= 'low' | always holds",
        "assets > $most and assets < 2 | never holds"
      })
  void tells_which_way_is_never_taken(String expression, String message) {
    var constant = new Variable("most", Variable.Type.NUMBER, "3", true, false);
    var book =
        new Playbook(
            new PlaybookId("fire"),
            "Fire",
            FOR_ALL,
            ImmutableList.of(CUT_OFF),
            asking(expression),
            ImmutableList.of(constant));
    assertThat(branches(book)).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"severity > 'low'", "assets > 3", "category = 'x' or assets > 1"})
  void leaves_a_branch_alone_that_some_incident_takes(String expression) {
    assertThat(branches(book(CUT_OFF).withFlow(asking(expression)))).isEmpty();
  }

  @Test
  void tells_which_cases_never_come() {
    var question = Question.known(Expression.parse("severity"), BOSS);
    var cut = CUT_OFF.id();
    var choice =
        new Node.Switch(question, ImmutableMap.of("low", cut, "high", cut), cut, Exits.NONE);
    var negative =
        new Node.Switch(
            Question.known(Expression.parse("assets"), BOSS),
            ImmutableMap.of("-1", cut, "1", cut),
            null,
            Exits.NONE);
    assertThat(branches(choosing(choice))).singleElement().asString().contains("one of the cases");
    assertThat(branches(choosing(negative))).singleElement().asString().contains("never -1");
  }

  private static Playbook choosing(Node.Switch choice) {
    return book(CUT_OFF)
        .withFlow(
            new Flow(
                new StepId("ask"),
                ImmutableMap.of(new StepId("ask"), choice, CUT_OFF.id(), new Node.Do(Exits.NONE)),
                null));
  }

  private static List<LintFinding> branches(Playbook book) {
    return PlanLint.check(plan().playbooks(book).build(), TODAY).stream()
        .filter(finding -> finding.rule() == LintRule.BRANCH_NEVER)
        .toList();
  }

  private static RoleDefinition boss(Authority... authorities) {
    return new RoleDefinition(
        BOSS,
        RoleKind.INCIDENT_MANAGER,
        new Actor("ada"),
        ImmutableList.of(new Actor("ben")),
        ImmutableSet.copyOf(authorities));
  }

  private static RoleDefinition clerk(String... holders) {
    return new RoleDefinition(
        CLERK,
        RoleKind.HANDLER,
        null,
        Stream.of(holders).map(Actor::new).collect(ImmutableList.toImmutableList()),
        ImmutableSet.of());
  }

  private static SeverityMatrix matrix(SeverityMatrix.Row... rows) {
    return new SeverityMatrix(LEVELS, ImmutableList.copyOf(rows));
  }

  private static SeverityMatrix.Row row(int level, FunctionalImpact... impacts) {
    return new SeverityMatrix.Row(
        ImmutableSet.copyOf(impacts), ImmutableSet.of(), ImmutableSet.of(), LEVELS.get(level));
  }

  private static LevelRule tells(Audience audience) {
    return new LevelRule(LEVELS.get(1), ImmutableSet.of(), ImmutableSet.of(audience));
  }

  private static Playbook book(Step... steps) {
    return new Playbook(new PlaybookId("fire"), "Fire", FOR_ALL, ImmutableList.copyOf(steps));
  }

  private static Step approved(Role role, int approvals) {
    return step("cut-off", Phase.CONTAINMENT, role, ActionType.ISOLATE_HOST, approvals, null);
  }

  private static Step step(
      String id,
      Phase phase,
      Role role,
      ActionType action,
      int approvals,
      @Nullable Duration timeout) {
    return new Step(
        new StepId(id),
        phase,
        "Do " + id,
        role,
        true,
        action,
        approvals == 0 ? null : BOSS,
        approvals,
        null,
        Step.Guide.NONE,
        timeout,
        ImmutableSet.of());
  }

  private static Obligation.Builder duty(Milestone starts, Milestone ends, int hours) {
    return Obligation.builder("duty")
        .title("Duty")
        .source("Own rule")
        .starts(starts)
        .within(Period.of(Duration.ofHours(hours)))
        .ends(ends);
  }

  private static Contact contact(LocalDate verified) {
    return new Contact("desk", null, Audience.MEDIA, ImmutableList.of("1"), null, verified);
  }

  private static Exercise exercise(LocalDate on) {
    return new Exercise("X", Exercise.Kind.TABLETOP, on, ImmutableSet.of(), FIRE);
  }

  private static RiskAssessment risk(LocalDate on) {
    return new RiskAssessment("Yearly", on, Duration.ofDays(365), "Backups");
  }
}
