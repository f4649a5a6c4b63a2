package dev.firebreak.plan;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.RoleKind;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTypesTest {
  private static final Role LEAD = new Role("lead");

  @Test
  void refuses_to_tell_an_audience_nothing() {
    assertThatThrownBy(() -> new CommunicationRule(Audience.STAFF, " ", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what must not be blank");
  }

  @Test
  void refuses_a_ladder_that_goes_back_in_time() {
    assertThatThrownBy(() -> new EscalationLevel(LEAD, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("respondsWithin must be positive but was PT-1S");
  }

  @Test
  void refuses_a_plan_without_a_name() {
    assertThatThrownBy(() -> ResponsePlan.builder("", "1"))
        .hasMessageStartingWith("plan must be 1..128 letters");
  }

  @Test
  void a_role_is_held_by_its_primary_and_then_its_deputies() {
    assertThat(role(ADA, GRACE).holders()).containsExactly(ADA, GRACE);
    assertThat(role(null, GRACE).holders()).containsExactly(GRACE);
    assertThat(role(null).holders()).isEmpty();
  }

  @Test
  void what_is_not_given_is_empty_or_has_its_default() {
    var levels = SeverityMatrix.levels("low");
    var any =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    var matrix = new SeverityMatrix(levels, ImmutableList.of(any));

    assertThat(ResponsePlan.builder("p", "1").severity(matrix, levels.get(0)).build())
        .isEqualTo(
            new ResponsePlan(
                new PlanVersion("p", "1"),
                "p",
                null,
                null,
                ImmutableList.of(),
                ImmutableList.of(),
                matrix,
                levels.get(0),
                null,
                ImmutableList.of(),
                Duration.ofDays(14),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                CorrelationRule.DEFAULT,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                Governance.EMPTY,
                Staffing.EMPTY,
                Readiness.EMPTY));
  }

  private static RoleDefinition role(@Nullable Actor primary, Actor... deputies) {
    return new RoleDefinition(
        LEAD, RoleKind.TECH_LEAD, primary, ImmutableList.copyOf(deputies), ImmutableSet.of());
  }
}
