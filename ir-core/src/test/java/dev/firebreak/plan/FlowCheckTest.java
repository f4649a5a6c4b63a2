package dev.firebreak.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FlowCheckTest {
  private static final Role LEAD = new Role("lead");
  private static final Node END = new Node.End();
  private static final Node LAST = new Node.Do(Exits.NONE);

  @Test
  void finds_steps_that_are_not_there() {
    assertThat(
            problems(
                book(
                    "p",
                    ImmutableMap.of(
                        "a", new Node.Do(new Exits(id("b"), id("c"))), "b", then("x")))))
        .containsExactly(
            "/playbooks/0/flow/a: no step c in the flow of p",
            "/playbooks/0/flow/b: no step x in the flow of p");
    assertThat(
            problems(
                new Playbook(new PlaybookId("p"), "P", ImmutableSet.of(), ImmutableList.of())
                    .withFlow(new Flow(id("a"), ImmutableMap.of(), id("b")))))
        .containsExactly(
            "/playbooks/0/flow: no step a in the flow of p",
            "/playbooks/0/flow: no step b in the flow of p");
  }

  @Test
  void finds_what_is_done_in_the_flow_but_no_step_and_the_other_way_round() {
    var playbook =
        new Playbook(
                new PlaybookId("p"), "P", ImmutableSet.of(), ImmutableList.of(step("a"), step("b")))
            .withFlow(new Flow(id("a"), ImmutableMap.of(id("a"), END, id("c"), LAST), null));

    assertThat(problems(playbook))
        .containsExactly(
            "/playbooks/0/flow/a: step a is done, so nothing else can have its name",
            "/playbooks/0/flow/c: no step c in playbook p",
            "/playbooks/0/flow/a: step a is not in the flow of p",
            "/playbooks/0/flow/b: step b is not in the flow of p");
  }

  @Test
  void finds_what_nothing_leads_to_and_what_comes_after_itself() {
    assertThat(problems(book("p", ImmutableMap.of("a", LAST, "b", LAST))))
        .containsExactly("/playbooks/0/flow/b: nothing leads to step b");
    assertThat(problems(book("p", ImmutableMap.of("a", then("b"), "b", then("c"), "c", then("b")))))
        .containsExactlyInAnyOrder(
            "/playbooks/0/flow/a: step a comes after itself; only a while step goes round",
            "/playbooks/0/flow/b: step b comes after itself; only a while step goes round",
            "/playbooks/0/flow/c: step c comes after itself; only a while step goes round");
  }

  @Test
  void finds_calls_of_what_is_not_there_has_no_flow_or_goes_round() {
    var plain = new Playbook(new PlaybookId("q"), "Q", ImmutableSet.of(), ImmutableList.of());

    assertThat(problems(book("p", ImmutableMap.of("a", call("x")))))
        .containsExactly("/playbooks/0/flow/a: no playbook x in this plan");
    assertThat(problems(book("p", ImmutableMap.of("a", call("q"))), plain))
        .containsExactly("/playbooks/0/flow/a: playbook q has no flow, so nothing can call it");
    assertThat(
            problems(
                book("p", ImmutableMap.of("a", call("q"))),
                book("q", ImmutableMap.of("b", call("p")))))
        .containsExactly(
            "/playbooks/0: playbook p calls itself", "/playbooks/1: playbook q calls itself");
  }

  @Test
  void finds_what_makes_no_sense_in_an_expression() {
    var playbook =
        book(
            "p",
            ImmutableMap.of(
                "if",
                new Node.If(
                    Question.known(Expression.parse("severity > 'worst' and $n"), LEAD),
                    id("a"),
                    null,
                    Exits.onSuccess(id("switch"))),
                "a",
                LAST,
                "switch",
                new Node.Switch(
                    Question.known(Expression.parse("phase"), new Role("boss")),
                    ImmutableMap.of("later", id("b")),
                    null,
                    Exits.NONE),
                "b",
                LAST));

    assertThat(
            problems(
                playbook.withFlow(
                    Objects.requireNonNull(playbook.flow()),
                    new Variable("n", Variable.Type.NUMBER, null, false, false),
                    new Variable("n", Variable.Type.TEXT, null, false, false))))
        .containsExactly(
            "/playbooks/0/flow/switch: no role boss in this plan, which has [lead]",
            "/playbooks/0/flow: variable n is there twice",
            "/playbooks/0/flow/if: \"severity > 'worst' and $n\", column 12: 'worst' is not a"
                + " severity (all)",
            "/playbooks/0/flow/if: \"severity > 'worst' and $n\", column 24: expected true or"
                + " false, but this is text",
            "/playbooks/0/flow/switch: \"phase\", column 1: 'later' is not a phase (preparation,"
                + " identification, containment, eradication, recovery, post-incident)");
  }

  @Test
  void finds_runs_that_would_take_too_long() {
    Node loop = new Node.While(Question.asked("More?", LEAD), id("inner"), 1_000, Exits.NONE);
    Node inner = new Node.While(Question.asked("More?", LEAD), id("a"), 1_000, Exits.NONE);

    assertThat(problems(book("p", ImmutableMap.of("outer", loop, "inner", inner, "a", LAST))))
        .containsExactly("/playbooks/0: playbook p may come to more than 100000 steps in one run");
    assertThat(problems(book("p", ImmutableMap.of("inner", inner, "a", LAST)))).isEmpty();
  }

  @Test
  void takes_a_sequence_of_ten_thousand_steps() {
    var nodes = new LinkedHashMap<String, Node>();
    for (int i = 0; i < 10_000; i++) {
      nodes.put("s" + i, i == 9_999 ? LAST : then("s" + (i + 1)));
    }
    assertThat(problems(book("p", nodes))).isEmpty();
  }

  @Test
  void finds_a_wrong_order_where_there_is_no_flow() {
    var playbook =
        new Playbook(
            new PlaybookId("p"),
            "P",
            ImmutableSet.of(),
            ImmutableList.of(
                step("a").after(id("b")),
                step("b").after(id("a")),
                step("c").after(id("x")),
                step("d").within(Duration.ofHours(1))));

    assertThat(problems(playbook))
        .containsExactly(
            "/playbooks/0/steps/2: no step x in playbook p to come after",
            "/playbooks/0/steps/3: step d has a timeout, but no flow",
            "/playbooks/0/steps/0: step a comes after itself",
            "/playbooks/0/steps/1: step b comes after itself");
    assertThat(
            problems(
                new Playbook(
                        new PlaybookId("p"),
                        "P",
                        ImmutableSet.of(),
                        ImmutableList.of(step("a").after(id("a"))))
                    .withFlow(new Flow(id("a"), ImmutableMap.of(id("a"), LAST), null))))
        .containsExactly(
            "/playbooks/0/flow/a: step a is in a flow, which says what comes after what");
  }

  private static List<String> problems(Playbook... playbooks) {
    return FlowCheck.check(
            ImmutableList.copyOf(playbooks), ImmutableList.of("all"), ImmutableSet.of(LEAD))
        .stream()
        .map(PlanProblem::toString)
        .toList();
  }

  private static Playbook book(String name, Map<String, Node> nodes) {
    var byId = new LinkedHashMap<StepId, Node>();
    nodes.forEach((each, node) -> byId.put(id(each), node));
    return new Playbook(
            new PlaybookId(name),
            name,
            ImmutableSet.of(),
            nodes.entrySet().stream()
                .filter(each -> each.getValue() instanceof Node.Do)
                .map(each -> step(each.getKey()))
                .collect(ImmutableList.toImmutableList()))
        .withFlow(new Flow(Iterables.get(byId.keySet(), 0), ImmutableMap.copyOf(byId), null));
  }

  private static Step step(String name) {
    return new Step(id(name), Phase.IDENTIFICATION, "Do " + name, LEAD, true, null, null, 0);
  }

  private static Node then(String next) {
    return new Node.Do(Exits.onSuccess(id(next)));
  }

  private static Node call(String playbook) {
    return new Node.Call(new PlaybookId(playbook), Exits.NONE);
  }

  private static StepId id(String name) {
    return new StepId(name);
  }
}
