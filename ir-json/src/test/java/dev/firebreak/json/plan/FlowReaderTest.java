package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.scope.AssetKind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlowReaderTest {
  private static final Role LEAD = new Role("lead");
  private static final String PLAN =
      """
      plan: p
      version: "1"
      title: P
      roles:
        lead: {kind: incident-manager, primary: ada}
      severity:
        levels: [low, high]
        majorFrom: high
        matrix:
          - {level: low}
      playbooks:
        - id: leak
          title: Leak
          categories: [leak]
          variables:
            - {name: kind, type: text, value: disk, constant: true}
            - {name: left, type: number, external: true}
          flow:
            - {id: confirm, phase: identification, title: Confirm it, role: lead, timeout: 2h,
               instructions: Ask whoever saw it., evidence: [the message, its headers],
               onFailure: [{id: guess, phase: identification, title: Guess, role: lead}]}
            - id: how-bad
              if: severity >= 'high'
              role: lead
              then: [{milestone: It is bad}]
              else: []
            - while: {ask: Is there more?}
              role: lead
              atMost: 3
              do: [{playbook: clean}]
              onFailure: []
            - switch: $kind
              role: lead
              cases:
                disk: [{id: wipe, phase: eradication, title: Wipe it, role: lead}]
                mail: []
              default: []
            - parallel:
                - [{id: tell, phase: containment, title: Tell them, role: lead}]
                - [{id: stop, phase: containment, title: Stop it, role: lead}]
            - forEachAsset: host
              do: [{id: scan, phase: containment, title: Scan it, role: lead}]
          onFailure: [{id: call, phase: containment, title: Call for help, role: lead}]
        - id: clean
          title: Clean
          flow:
            - forEachAsset: any
              do: [{id: rub, phase: containment, title: Rub it, role: lead}]
      """;

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource("wrong")
  void tells_where_what_and_what_was_expected(String from, String to, String expected) {
    var yaml = PLAN.replace(from, to);
    assertThat(yaml).isNotEqualTo(PLAN);

    assertThat(String.join("\n", PlanFiles.problemsOf(yaml))).isEqualTo(expected);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            "severity >= 'high'",
            "severity >= 'worst'",
            "22:9: \"severity >= 'worst'\", column 13: 'worst' is not a severity (low, high)"),
        arguments(
            "severity >= 'high'",
            "severity >",
            "23:13: column 11: expected a fact, a variable, a number or a text in single quotes,"
                + " but found the end"),
        arguments(
            "{ask: Is there more?}",
            "{asks: Is there more?}",
            "27:16: missing field \"ask\", expected text\n"
                + "27:17: unknown field \"asks\", expected one of ask, expression; did you mean \"ask\"?"),
        arguments(
            "if: severity >= 'high'\n        role: lead",
            "if: severity >= 'high'\n        role: leed",
            "22:9: no role leed in this plan, which has [lead]"),
        arguments(
            "        atMost: 3\n",
            "",
            "27:9: missing field \"atMost\", expected a whole number from 1 to 1000"),
        arguments(
            "atMost: 3",
            "atMost: 0",
            "29:17: \"atMost\" is the number 0, expected a whole number from 1 to 1000"),
        arguments(
            "{playbook: clean}", "{playbook: dirty}", "30:14: no playbook dirty in this plan"),
        arguments("id: stop,", "id: tell,", "40:19: step tell is there twice"),
        arguments(
            "title: Tell them, role: lead",
            "title: Tell them, role: boss",
            "39:69: no role boss in this plan, which has [lead]"),
        arguments(
            "$kind",
            "$kid",
            "32:9: \"$kid\", column 1: no variable $kid in this playbook, which"
                + " has [kind, left]"),
        arguments(
            "value: disk, constant: true",
            "value: disk, constant: true, scope: global",
            "16:63: unknown field \"scope\", expected one of name, type, value, constant,"
                + " external"),
        arguments(
            "type: number, external: true",
            "type: number, value: many",
            "17:9: $left takes no many"),
        arguments(
            "    title: Clean\n    flow:",
            "    title: Clean\n    steps: []\n    flow:",
            "46:12: a playbook with a flow has no \"steps\""));
  }

  @Test
  void reads_every_kind_of_step() {
    var plan = PlanReader.read("p.yaml", PLAN);
    var leak = plan.playbooks().get(0);
    var nodes = ImmutableMap.<StepId, Node>builder();
    nodes.put(id("confirm"), new Node.Do(new Exits(id("how-bad"), id("guess"))));
    nodes.put(id("guess"), new Node.Do(to("how-bad")));
    nodes.put(id("leak.milestone-1"), new Node.Milestone("It is bad", null));
    nodes.put(id("leak.end-1"), new Node.End());
    nodes.put(
        id("how-bad"),
        new Node.If(
            Question.known(Expression.parse("severity >= 'high'"), LEAD),
            id("leak.milestone-1"),
            id("leak.end-1"),
            to("leak.while-1")));
    nodes.put(id("leak.playbook-1"), new Node.Call(new PlaybookId("clean"), Exits.NONE));
    nodes.put(
        id("leak.while-1"),
        new Node.While(
            Question.asked("Is there more?", LEAD),
            id("leak.playbook-1"),
            3,
            Exits.to(id("leak.switch-1"))));
    nodes.put(id("wipe"), new Node.Do(Exits.NONE));
    nodes.put(id("leak.end-2"), new Node.End());
    nodes.put(id("leak.end-3"), new Node.End());
    nodes.put(
        id("leak.switch-1"),
        new Node.Switch(
            Question.known(Expression.parse("$kind"), LEAD),
            ImmutableMap.of("disk", id("wipe"), "mail", id("leak.end-2")),
            id("leak.end-3"),
            to("leak.parallel-1")));
    nodes.put(id("tell"), new Node.Do(Exits.NONE));
    nodes.put(id("stop"), new Node.Do(Exits.NONE));
    nodes.put(
        id("leak.parallel-1"),
        new Node.Parallel(ImmutableList.of(id("tell"), id("stop")), to("leak.for-each-asset-1")));
    nodes.put(id("scan"), new Node.Do(Exits.NONE));
    nodes.put(
        id("leak.for-each-asset-1"), new Node.ForEachAsset(AssetKind.HOST, id("scan"), Exits.NONE));
    nodes.put(id("call"), new Node.Do(Exits.NONE));

    assertThat(leak.flow()).isEqualTo(new Flow(id("confirm"), nodes.buildOrThrow(), id("call")));
    assertThat(leak.steps())
        .extracting(Step::id)
        .containsExactly(
            id("confirm"), id("guess"), id("wipe"), id("tell"), id("stop"), id("scan"), id("call"));
    assertThat(leak.steps().get(0).timeout()).isEqualTo(Duration.ofHours(2));
    assertThat(leak.steps().get(0).guide())
        .isEqualTo(
            new Step.Guide("Ask whoever saw it.", ImmutableList.of("the message", "its headers")));
    assertThat(leak.variables())
        .containsExactly(
            new Variable("kind", Variable.Type.TEXT, "disk", true, false),
            new Variable("left", Variable.Type.NUMBER, null, false, true));
    assertThat(plan.playbooks().get(1).categories()).isEmpty();
    assertThat(plan.playbooks().get(1).flow())
        .isEqualTo(
            new Flow(
                id("clean.for-each-asset-1"),
                ImmutableMap.of(
                    id("rub"),
                    new Node.Do(Exits.NONE),
                    id("clean.for-each-asset-1"),
                    new Node.ForEachAsset(null, id("rub"), Exits.NONE)),
                null));
  }

  @Test
  void reads_what_comes_after_what_where_there_is_no_flow() {
    var yaml =
        PLAN.substring(0, PLAN.indexOf("    variables:"))
            + """
                steps:
                  - {id: a, phase: containment, title: A, role: lead}
                  - {id: b, phase: containment, title: B, role: lead, after: a}
            """;

    assertThat(PlanReader.read("p.yaml", yaml).playbooks())
        .flatExtracting(Playbook::steps)
        .extracting(Step::after)
        .containsExactly(ImmutableSet.of(), ImmutableSet.of(id("a")));
    assertThat(PlanFiles.problemsOf(yaml.replace("after: a", "after: c, onFailure: []")))
        .hasSize(2);
    assertThat(PlanFiles.problemsOf(yaml.replace("after: a", "after: c")))
        .containsExactly("17:9: no step c in playbook leak to come after; did you mean \"a\"?");
  }

  private static Exits to(String next) {
    return Exits.onSuccess(id(next));
  }

  private static StepId id(String name) {
    return new StepId(name);
  }
}
