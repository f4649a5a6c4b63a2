package dev.firebreak.policy;

import static dev.firebreak.policy.Case.LEADING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Approval;
import dev.firebreak.action.StepId;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersOfThePlanTest {
  private final Case opened = new Case(Case.plan());

  @Test
  void rates_by_the_first_row_that_fits_and_says_which() {
    assertThat(rate(FunctionalImpact.HIGH))
        .isEqualTo(
            new Rating(
                new Severity("high", 2),
                "row 1 of the matrix of takeover 3 fits",
                "planned-severity@1"));
  }

  @ParameterizedTest
  @EnumSource(names = "HIGH", mode = EnumSource.Mode.EXCLUDE)
  void rates_what_no_other_row_fits_by_the_last(FunctionalImpact impact) {
    assertThat(rate(impact))
        .isEqualTo(
            new Rating(
                new Severity("low", 1),
                "row 2 of the matrix of takeover 3 fits",
                "planned-severity@1"));
  }

  @Test
  void asks_those_to_approve_whom_the_step_names() {
    assertThat(required(Case.LOCK))
        .isEqualTo(new Approval(ImmutableSet.of(LEADING), 2, "planned-approval@1"));
  }

  @Test
  void asks_nobody_where_the_step_names_nobody() {
    assertThat(required(Case.RESET)).isEqualTo(Approval.notNeeded("planned-approval@1"));
  }

  @Test
  void asks_nobody_about_an_action_without_a_step_or_with_an_unknown_one() {
    assertThat(required(null)).isEqualTo(Approval.notNeeded("planned-approval@1"));
    assertThat(required(new StepId("unheard-of")))
        .isEqualTo(Approval.notNeeded("planned-approval@1"));
  }

  private Rating rate(FunctionalImpact functional) {
    var impact = new Impact(functional, InformationImpact.NONE, Recoverability.REGULAR);
    return SeverityPolicy.asPlanned()
        .rate(new SeverityPolicy.Context(opened.incident(), impact, opened.responsePlan()));
  }

  private Approval required(@Nullable StepId step) {
    var action =
        new ActionRequest.Plan(new ActionId("a-1"), ActionType.DISABLE_ACCOUNT, "account-1", step);
    return ApprovalPolicy.asPlanned()
        .required(new ApprovalPolicy.Context(opened.incident(), action, opened.responsePlan()));
  }
}
