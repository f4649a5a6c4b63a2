package dev.firebreak.policy;

import static dev.firebreak.policy.Case.ANALYSING;
import static dev.firebreak.policy.Case.ANALYST;
import static dev.firebreak.policy.Case.CHIEF;
import static dev.firebreak.policy.Case.LEADING;
import static dev.firebreak.policy.Case.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.policy.RoleTable.Allowed;
import dev.firebreak.testkit.PolicyContract;
import dev.firebreak.triage.TriageRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTableTest {
  private static final Request<?> ENTER = PhaseRequest.Enter.next(Phase.CONTAINMENT);

  private final Case opened = new Case(Case.plan());

  /** A new command without a row would be refused to everybody. */
  @Test
  void has_a_row_for_every_standard_command() {
    assertThat(commands()).allSatisfy(command -> assertThat(find(command)).isPresent());
  }

  /** A row for nothing would be read as if it meant something. */
  @Test
  void has_no_row_for_a_command_that_is_not_there() {
    var concepts = Concepts.STANDARD.all().stream().filter(each -> !each.requests().isEmpty());
    assertThat(Stream.concat(commands(), concepts.map(concept -> concept + ".*")))
        .containsAll(RoleTable.STANDARD.rows().keySet());
  }

  private static Stream<String> commands() {
    return Concepts.STANDARD.all().stream()
        .map(Concept::requests)
        .flatMap(requests -> requests.keySet().stream());
  }

  private static Optional<Allowed> find(String command) {
    return RoleTable.STANDARD.find(command);
  }

  @Test
  void refuses_somebody_without_a_role_everything_but_reporting() {
    assertThat(review(STRANGER, new IncidentRequest.Open("odd mail"))).isEmpty();
    assertThat(commands().filter(command -> find(command).orElseThrow().anybody()))
        .containsExactly("incident.open");
    assertThat(review(STRANGER, ENTER))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("policy.role-table");
              assertThat(rejection.message())
                  .isEqualTo(
                      "mallory may not ask for phase.enter, which takes one of [lead, analyst]");
              assertThat(rejection.remedies())
                  .containsExactly(
                      new Remedy.AskAs(Remedy.Asker.holding(ImmutableList.of(LEADING, ANALYSING))),
                      new Remedy.Act(
                          new PeopleRequest.Assign(LEADING, STRANGER), Remedy.Asker.ANYBODY));
            });
  }

  @Test
  void refuses_a_role_what_is_for_others() {
    var assign = new PeopleRequest.Assign(ANALYSING, STRANGER);
    assertThat(review(new Actor("frances"), assign)).hasSize(1);
    assertThat(review(CHIEF, assign)).isEmpty();
    assertThat(review(ANALYST, ENTER)).isEmpty();
  }

  @Test
  void offers_nobody_where_the_plan_has_no_such_role() {
    var only = RoleTable.STANDARD.with("phase.enter", Allowed.to(RoleKind.SCRIBE));
    assertThat(CommandPolicy.byRole(only).review(opened.asked(CHIEF, ENTER)))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.message())
                  .isEqualTo("ada may not ask for phase.enter, and no role of takeover 3 may");
              assertThat(rejection.remedies()).isEmpty();
            });
  }

  @Test
  void lets_a_plan_say_otherwise_for_single_commands() {
    var acknowledge = new TriageRequest.Acknowledge();
    var narrow =
        new Case(
            Case.plan(
                new CommandRule("incident.*", ImmutableSet.of(LEADING, ANALYSING)),
                new CommandRule("triage.*", ImmutableSet.of(ANALYSING)),
                new CommandRule("obligation.remind", ImmutableSet.of(LEADING)),
                new CommandRule("triage.acknowledge", ImmutableSet.of(LEADING))));
    var policy = CommandPolicy.byRole(RoleTable.STANDARD);
    assertThat(policy.review(narrow.asked(STRANGER, new IncidentRequest.Open("odd")))).hasSize(1);
    assertThat(policy.review(narrow.asked(ANALYST, new TriageRequest.Declare("so")))).isEmpty();
    assertThat(policy.review(narrow.asked(CHIEF, new TriageRequest.Declare("so"))))
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.remedies())
                    .containsExactly(
                        new Remedy.AskAs(Remedy.Asker.holding(ImmutableList.of(ANALYSING))),
                        new Remedy.Act(
                            new PeopleRequest.Assign(ANALYSING, CHIEF), Remedy.Asker.ANYBODY)));
    assertThat(policy.review(narrow.asked(CHIEF, acknowledge))).isEmpty();
    assertThat(policy.review(narrow.asked(STRANGER, acknowledge))).hasSize(1);
    var remind = new ObligationRequest.Remind(new ObligationId("tell"));
    assertThat(policy.review(narrow.asked(Actor.ENGINE, remind))).isEmpty();
    assertThat(policy.review(narrow.asked(CHIEF, remind))).isEmpty();
  }

  @Test
  void does_not_build_on_a_plan_with_a_rule_for_no_command() {
    for (var command : ImmutableList.of("action.aprove", "acme.*", "stranger.go")) {
      var plan = Case.plan(new CommandRule(command, ImmutableSet.of(LEADING)));
      assertThatThrownBy(() -> new Case(plan))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("takeover 3 has a rule for " + command + ", which is no command");
    }
  }

  @Test
  void leaves_to_the_engine_what_only_the_engine_does() {
    var remind = new ObligationRequest.Remind(new ObligationId("tell"));
    assertThat(review(CHIEF, remind)).hasSize(1);
    assertThat(review(Actor.ENGINE, remind)).isEmpty();
    assertThat(review(Actor.ENGINE, ENTER)).hasSize(1);
  }

  @Test
  void refuses_what_has_no_row_to_everybody() {
    var empty = new RoleTable(ImmutableMap.of());
    for (Actor actor : ImmutableList.of(CHIEF, STRANGER, Actor.ENGINE)) {
      var refused =
          CommandPolicy.byRole(empty).review(opened.asked(actor, new TriageRequest.Acknowledge()));
      assertThat(refused)
          .singleElement()
          .satisfies(rejection -> assertThat(rejection.remedies()).isEmpty());
    }
  }

  @Test
  void prefers_the_row_of_the_command_to_that_of_its_concept() {
    var table =
        new RoleTable(
            ImmutableMap.of(
                "acme.*", Allowed.to(RoleKind.HANDLER), "acme.stop", Allowed.to(RoleKind.LEGAL)));
    assertThat(table.find("acme.stop")).contains(Allowed.to(RoleKind.LEGAL));
    assertThat(table.find("acme.go")).contains(Allowed.to(RoleKind.HANDLER));
    assertThat(table.find("other.go")).isEmpty();
    assertThat(table.with("acme.stop", Allowed.ENGINE).find("acme.stop")).contains(Allowed.ENGINE);
  }

  @Test
  void reads_as_text_and_in_markdown() {
    var table =
        new RoleTable(
            ImmutableMap.of(
                "acme.*", Allowed.to(RoleKind.TECH_LEAD, RoleKind.HANDLER),
                "acme.report", Allowed.ANYBODY.andEngine(),
                "acme.approve", Allowed.toAnyRole(),
                "acme.expire", Allowed.ENGINE));
    assertThat(table.toText())
        .isEqualTo(
            """
            acme.*        tech-lead, handler
            acme.report   anybody, the engine
            acme.approve  any role
            acme.expire   the engine
            """);
    assertThat(table.toMarkdown())
        .startsWith("| command | who may |\n|---|---|\n| `acme.*` | tech-lead, handler |\n");
  }

  @Test
  void has_a_version_that_changes_with_what_it_says() {
    var other = RoleTable.STANDARD.with("action.start", Allowed.ENGINE);
    assertThat(CommandPolicy.byRole(other).label())
        .matches("role-table@[0-9a-f]{8}")
        .isNotEqualTo(CommandPolicy.byRole(RoleTable.STANDARD).label());
    assertThat(CommandPolicy.byRole(other))
        .isEqualTo(CommandPolicy.byRole(new RoleTable(other.rows())))
        .hasSameHashCodeAs(CommandPolicy.byRole(new RoleTable(other.rows())))
        .isNotEqualTo(CommandPolicy.byRole(RoleTable.STANDARD));
  }

  @Test
  void takes_the_place_of_the_one_that_policies_have() {
    var none = new RoleTable(ImmutableMap.of());
    assertThat(Policies.STANDARD.withRoles(none).commands())
        .containsExactly(
            CommandPolicy.separationOfDuties(),
            CommandPolicy.captureFirst(),
            CommandPolicy.byRole(none));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"action", "action.", ".approve", "*", "*.*", "a.b.c", "a b.c", "a.b c", ""})
  void refuses_a_row_that_names_no_command(String command) {
    assertThatThrownBy(() -> RoleTable.STANDARD.with(command, Allowed.ENGINE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keeps_the_contract_of_policies() {
    PolicyContract.forCommands(CommandPolicy.byRole(RoleTable.STANDARD)).verify(7);
  }

  private ImmutableList<Rejection> review(Actor actor, Request<?> request) {
    return CommandPolicy.byRole(RoleTable.STANDARD).review(opened.asked(actor, request));
  }
}
