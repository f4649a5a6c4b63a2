package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Role;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.plan.RecoveryCriterion;
import org.junit.jupiter.api.Test;

/** What has to hold before recovery ends, as plan files say it. */
class RecoveryCriteriaTest {
  private static String yaml(String recovery) {
    return """
    plan: p
    version: v1
    title: T
    roles:
      tech-lead: {kind: tech-lead, primary: ada}
    playbooks: []
    severity: {levels: [low], majorFrom: low, matrix: [{level: low}]}
    recovery:
    """
        + recovery.indent(2);
  }

  @Test
  void tells_where_a_criterion_is_wrong() {
    assertThat(
            PlanFiles.problemsOf(
                yaml(
                    """
                    - {id: "a b", text: Stable, confirmedBy: tech-lead}
                    - {id: watched, by: tech-lead}
                    """)))
        .extracting(line -> line.replaceAll("(must be|expected).*", "$1"))
        .containsExactly(
            "9:10: criterion must be",
            "10:5: missing field \"text\", expected",
            "10:5: missing field \"confirmedBy\", expected",
            "10:19: unknown field \"by\", expected");
    assertThat(
            PlanFiles.problemsOf(
                yaml(
                    """
                    - {id: stable, text: Stable, confirmedBy: tech-lead}
                    - {id: stable, text: Stable, confirmedBy: lead}
                    """)))
        .containsExactly(
            "10:10: criterion stable is there twice",
            "10:45: no role lead in this plan, which has [tech-lead]");
  }

  @Test
  void reads_criteria() {
    var file = yaml("- {id: stable, text: No alert for a day, confirmedBy: tech-lead}\n");
    assertThat(PlanReader.read("plan.yaml", file).recovery())
        .containsExactly(
            new RecoveryCriterion(
                new CriterionId("stable"), "No alert for a day", new Role("tech-lead")));
  }
}
