package dev.firebreak.policy;

import static dev.firebreak.policy.Case.ANALYST;
import static dev.firebreak.policy.Case.CHIEF;
import static dev.firebreak.policy.Case.LEADING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Remedy;
import org.junit.jupiter.api.Test;

class SeparationOfDutiesTest {
  private static final ActionId ACTION = new ActionId("a-1");

  private final CommandPolicy policy = CommandPolicy.separationOfDuties();
  private final Case opened = new Case(Case.plan());

  @Test
  void refuses_the_approval_of_who_asked_and_names_the_others() {
    plan();
    var refused = policy.review(opened.asked(ANALYST, new ActionRequest.Approve(ACTION)));

    assertThat(refused)
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("policy.separation-of-duties");
              assertThat(rejection.condition().statement())
                  .startsWith("Who asked for an action does not approve it, ");
              assertThat(rejection.message())
                  .isEqualTo("linus asked for a-1 and cannot approve it");
              assertThat(rejection.facts()).containsExactly(opened.incident().version());
              assertThat(rejection.remedies())
                  .containsExactly(
                      new Remedy.AskAs(
                          new Remedy.Asker(ImmutableSet.of(LEADING), ImmutableSet.of(ANALYST))));
              assertThat(rejection.remedies().get(0).describe())
                  .isEqualTo("a holder of lead other than linus asks");
            });
  }

  @Test
  void lets_somebody_else_approve() {
    plan();
    assertThat(policy.review(opened.asked(CHIEF, new ActionRequest.Approve(ACTION)))).isEmpty();
  }

  @Test
  void says_nothing_about_an_action_that_is_not_known() {
    assertThat(policy.review(opened.asked(ANALYST, new ActionRequest.Approve(ACTION)))).isEmpty();
  }

  @Test
  void says_nothing_about_other_requests_for_an_own_action() {
    plan();
    for (var request :
        ImmutableList.of(
            new ActionRequest.Start(ACTION), new ActionRequest.Cancel(ACTION, "not needed"))) {
      assertThat(policy.review(opened.asked(ANALYST, request))).isEmpty();
    }
  }

  private void plan() {
    opened.does(
        ANALYST,
        new ActionRequest.Plan(ACTION, ActionType.DISABLE_ACCOUNT, "account-1", Case.LOCK));
  }
}
