package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Role;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Extent;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import org.junit.jupiter.api.Test;

/** What a severity brings, as plan files say it. */
class SeverityRulesTest {
  private static String yaml(String severity) {
    return yaml("[{level: low}]", severity);
  }

  private static String yaml(String matrix, String severity) {
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
      matrix: %s
    %s"""
        .formatted(matrix, severity.indent(2));
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

  @Test
  void tells_where_an_extent_is_wrong() {
    assertThat(
            PlanFiles.problemsOf(
                yaml(
                    "[{extent: {assets: 0, records: many, hosts: 1}, level: high}, {level: low}]",
                    "")))
        .containsExactly(
            "10:30: \"assets\" is the number 0, expected a whole number from 1",
            "10:42: \"records\" is \"many\", expected a whole number from 1",
            "10:48: unknown field \"hosts\", expected one of assets, accounts, records");
    assertThat(PlanFiles.problemsOf(yaml("[{extent: all, level: high}, {level: low}]", "")))
        .containsExactly(
            "10:21: \"extent\" is \"all\", expected how many assets, accounts or records at least");
  }

  @Test
  void tells_where_an_nciss_scale_is_wrong() {
    assertThat(PlanFiles.problemsOf(yaml("nciss: {low: 101, dire: 5}")))
        .containsExactly(
            "11:16: \"low\" is the number 101, expected a number from 0 to 100",
            "11:21: unknown field \"dire\", expected one of low, high");
    assertThat(PlanFiles.problemsOf(yaml("nciss: {low: 60, high: 50}")))
        .containsExactly("11:10: high must begin after low");
  }

  @Test
  void reads_an_nciss_scale() {
    assertThat(plan("").nciss()).isNull();
    assertThat(plan("nciss: {high: 62.5}").nciss())
        .isEqualTo(new NcissScale(ImmutableMap.of(new Severity("high", 2), 62.5)));
  }

  @Test
  void reads_the_ready_matrix_where_the_levels_are_its_own() {
    assertThat(PlanFiles.problemsOf(yaml("nist-scales", "")))
        .containsExactly("10:11: nist-scales is for the levels low, medium, high, critical");
    var named = yaml("nist-scales", "").replace("[low, high]", "[low, medium, high, critical]");
    assertThat(PlanReader.read("plan.yaml", named).severity())
        .isEqualTo(SeverityMatrix.ofNistScales());
  }

  @Test
  void reads_an_extent_of_which_the_rest_does_not_matter() {
    var matrix = "[{extent: {records: 5000000000}, level: high}, {level: low}]";
    var rows = PlanReader.read("plan.yaml", yaml(matrix, "")).severity().rows();
    assertThat(rows.get(0).atLeast()).isEqualTo(new Extent(0, 0, 5_000_000_000L));
    assertThat(rows.get(1).atLeast()).isNull();
  }
}
