package dev.firebreak.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.FindingId;
import dev.firebreak.analysis.HypothesisId;
import dev.firebreak.decision.DecisionId;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.review.ImprovementId;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.severity.Severity;
import dev.firebreak.triage.Category;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {
  static Arguments[] types() {
    return new Arguments[] {
      type("actor", Actor::new),
      type("role", Role::new),
      type("tenant", Tenant::new),
      type("command id", CommandId::new),
      type("action id", ActionId::new),
      type("action type", ActionType::new),
      type("step", StepId::new),
      type("evidence id", EvidenceId::new),
      type("obligation", ObligationId::new),
      type("playbook", PlaybookId::new),
      type("improvement", ImprovementId::new),
      type("asset", AssetId::new),
      type("kind of asset", AssetKind::new),
      type("activity id", ActivityId::new),
      type("finding id", FindingId::new),
      type("hypothesis id", HypothesisId::new),
      type("decision id", DecisionId::new),
      type("category", Category::new),
      type("incident", IncidentId::of),
      type("severity", name -> new Severity(name, 1)),
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void refuses_what_is_no_identifier_and_names_itself(String what, Function<String, Object> type) {
    assertThatThrownBy(() -> type.apply("no good"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            what
                + " must be 1..128 letters, digits or . _ : @ + - and start with a letter or digit"
                + " but was \"no good\"");
  }

  @ParameterizedTest
  @MethodSource("types")
  void is_a_value_that_reads_as_its_text(String what, Function<String, Object> type) {
    assertThat(type.apply("a-1")).hasToString("a-1").isEqualTo(type.apply("a-1"));
    assertThat(type.apply("a-1")).isNotEqualTo(type.apply("a-2"));
  }

  @Test
  void refuses_a_part_of_a_name_that_is_no_identifier() {
    assertThatThrownBy(() -> new PlanVersion("", "1")).hasMessageStartingWith("plan must be");
    assertThatThrownBy(() -> new PlanVersion("p", "")).hasMessageStartingWith("version must be");
    assertThatThrownBy(() -> new AlertKey("", "1")).hasMessageStartingWith("source must be");
    assertThatThrownBy(() -> new AlertKey("s", " ")).hasMessage("reference must not be blank");
    assertThat(new AlertKey("suricata", "1 2")).hasToString("suricata 1 2");
    assertThat(new PlanVersion("p", "2026.1")).hasToString("p 2026.1");
  }

  private static Arguments type(String what, Function<String, Object> type) {
    return Arguments.of(what, type);
  }
}
