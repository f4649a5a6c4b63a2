package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Role;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import org.junit.jupiter.api.Test;

/** What a severity brings, as plan files say it. */
class SeverityRulesTest {
  private static String yaml(String severity) {
    return """
    plan: p
    version: v1
    title: T
    roles:
      ciso: {kind: leadership, primary: ada}
    playbooks: []
    severity:
      levels: [low, high]
      majorFrom: high
      matrix: [{level: low}]
    %s"""
        .formatted(severity.indent(2));
  }

  private static ResponsePlan plan(String severity) {
    return PlanReader.read("plan.yaml", yaml(severity));
  }

  @Test
  void tells_where_a_rule_is_wrong() {
    assertThat(
            PlanFiles.problemsOf(
                yaml(
                    """
                    rules:
                      - {from: dire, calls: ciso}
                      - {from: high}
                      - {from: high, calls: [cfo]}
                      - {from: high, tells: [legal, press], pays: all}
                      - {calls: ciso}
                    """)))
        .containsExactly(
            "12:14: \"from\" is \"dire\", expected one of low, high",
            "13:7: a rule from high must call a role or tell an audience",
            "14:28: no role cfo in this plan, which has [ciso]",
            "15:35: item 2 of \"tells\" is \"press\", expected one of staff, executives, legal,"
                + " customers, data-subjects, regulator, law-enforcement, media, partners,"
                + " suppliers, insurer, csirt",
            "15:43: unknown field \"pays\", expected one of from, calls, tells",
            "16:7: missing field \"from\", expected one of low, high");
  }

  @Test
  void tells_where_a_rule_calls_a_role_that_is_not_there() {
    assertThat(PlanFiles.problemsOf(yaml("rules:\n  - {from: high, calls: [ciso, cfo]}\n")))
        .containsExactly("12:34: no role cfo in this plan, which has [ciso]");
  }

  @Test
  void reads_rules_and_needs_none() {
    assertThat(plan("").levelRules()).isEmpty();
    assertThat(plan("rules:\n  - {from: high, calls: ciso, tells: [legal, media]}\n").levelRules())
        .containsExactly(
            new LevelRule(
                new Severity("high", 2),
                ImmutableSet.of(new Role("ciso")),
                ImmutableSet.of(Audience.LEGAL, Audience.MEDIA)));
  }
}
