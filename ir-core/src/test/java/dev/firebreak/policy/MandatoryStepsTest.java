package dev.firebreak.policy;

import static dev.firebreak.policy.Case.ANALYSING;
import static dev.firebreak.policy.Case.ANALYST;
import static dev.firebreak.policy.Case.CHIEF;
import static dev.firebreak.policy.Case.CONFIRM;
import static dev.firebreak.policy.Case.LEADING;
import static dev.firebreak.policy.Case.LOCK;
import static dev.firebreak.policy.Case.RESET;
import static dev.firebreak.policy.Case.TAKEOVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MandatoryStepsTest {
  private static final ActionId ACTION = new ActionId("a-1");

  private final ExitPolicy policy = ExitPolicy.mandatorySteps();
  private final Case opened = new Case(Case.plan());

  @Test
  void refuses_while_the_incident_is_not_classified_and_names_a_category_of_the_plan() {
    assertThat(policy.review(opened.leaving(Phase.CONTAINMENT)))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("policy.mandatory-steps");
              assertThat(rejection.message())
                  .isEqualTo("the incident has no category, so its playbook is not known");
              assertThat(rejection.facts()).isEmpty();
              assertThat(rejection.remedies()).containsExactly(classify(TAKEOVER));
            });
  }

  @Test
  void refuses_without_a_category_even_if_the_plan_has_no_playbooks() {
    var bare =
        ResponsePlan.builder("bare", "1")
            .severity(
                new SeverityMatrix(
                    SeverityMatrix.levels("all"),
                    opened.responsePlan().severity().rows().reverse().stream()
                        .limit(1)
                        .map(
                            row ->
                                new SeverityMatrix.Row(
                                    row.functional(),
                                    row.information(),
                                    row.recoverability(),
                                    SeverityMatrix.levels("all").get(0)))
                        .collect(ImmutableList.toImmutableList())),
                SeverityMatrix.levels("all").get(0))
            .build();
    assertThat(policy.review(new Case(bare).leaving(Phase.CONTAINMENT)))
        .flatExtracting(Rejection::remedies)
        .containsExactly(classify(new Category("other")));
  }

  @Test
  void refuses_while_a_mandatory_step_is_missing_and_names_both_ways_out() {
    classified();
    assertThat(policy.review(opened.leaving(Phase.CONTAINMENT)))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.message())
                  .isEqualTo("step confirm (Do confirm) is neither done nor waived");
              assertThat(rejection.remedies())
                  .containsExactly(
                      new Remedy.Act(
                          new PlaybookRequest.CompleteStep(CONFIRM, "what was done"),
                          Remedy.Asker.holding(ImmutableList.of(ANALYSING))),
                      new Remedy.Act(
                          new PlaybookRequest.WaiveStep(CONFIRM, "why it is left out"),
                          Remedy.Asker.holding(ImmutableList.of(LEADING))));
            });
  }

  @Test
  void offers_no_waiver_where_nobody_is_entitled_to_one() {
    var strict = new Case(Case.plan(ImmutableSet.of()));
    strict.does(ANALYST, new TriageRequest.Classify(TAKEOVER, "the sign-in log"));
    assertThat(policy.review(strict.leaving(Phase.CONTAINMENT)))
        .flatExtracting(Rejection::remedies)
        .containsExactly(
            new Remedy.Act(
                new PlaybookRequest.CompleteStep(CONFIRM, "what was done"),
                Remedy.Asker.holding(ImmutableList.of(ANALYSING))));
  }

  @Test
  void asks_for_the_steps_of_every_phase_that_a_skip_leaves_out() {
    classified();
    assertThat(missing(Phase.RECOVERY)).containsExactly(CONFIRM, LOCK, RESET);
    assertThat(missing(Phase.ERADICATION)).containsExactly(CONFIRM, LOCK);
  }

  @Test
  void asks_for_every_step_but_those_of_the_preparation_when_the_incident_is_closed() {
    classified();
    assertThat(missing(null)).containsExactly(CONFIRM, LOCK, RESET);
  }

  @Test
  void passes_when_people_have_done_the_step() {
    classified();
    opened.does(ANALYST, new PlaybookRequest.CompleteStep(CONFIRM, "asked the user"));
    assertThat(missing(Phase.CONTAINMENT)).isEmpty();
  }

  @Test
  void passes_when_the_step_is_waived() {
    classified();
    opened.does(CHIEF, new PlaybookRequest.WaiveStep(CONFIRM, "it is plain"));
    assertThat(missing(Phase.CONTAINMENT)).isEmpty();
  }

  @Test
  void passes_when_an_action_has_carried_out_the_step_until_it_is_rolled_back() {
    classified();
    opened.does(ANALYST, new PlaybookRequest.CompleteStep(CONFIRM, "asked the user"));
    opened.does(ANALYST, new ActionRequest.Plan(ACTION, ActionType.PATCH, "account-1", RESET));
    opened.does(ANALYST, new ActionRequest.Start(ACTION));
    assertThat(missing(Phase.RECOVERY)).containsExactly(LOCK, RESET);
    opened.does(ANALYST, new ActionRequest.Succeed(ACTION, "new password"));
    assertThat(missing(Phase.RECOVERY)).containsExactly(LOCK);
    opened.does(ANALYST, new ActionRequest.RollBack(ACTION, "the wrong account"));
    assertThat(missing(Phase.RECOVERY)).containsExactly(LOCK, RESET);
  }

  @Test
  void passes_a_category_without_a_playbook() {
    opened.does(ANALYST, new TriageRequest.Classify(new Category("spam"), "it is spam"));
    assertThat(missing(Phase.CONTAINMENT)).isEmpty();
  }

  @Test
  void is_not_asked_when_the_incident_goes_back() {
    opened.does(ANALYST, new TriageRequest.Declare("a criterion"));
    classified();
    opened.does(CHIEF, new PlaybookRequest.WaiveStep(CONFIRM, "it is plain"));
    opened.does(ANALYST, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    opened.does(ANALYST, new PhaseRequest.Enter(Phase.IDENTIFICATION, "another account"));
    assertThat(opened.incident().progress().phase()).isEqualTo(Phase.IDENTIFICATION);
  }

  private void classified() {
    opened.does(ANALYST, new TriageRequest.Classify(TAKEOVER, "the sign-in log"));
  }

  /** Returns the steps that keep the incident from entering the phase. */
  private List<StepId> missing(@Nullable Phase to) {
    return policy.review(opened.leaving(to)).stream()
        .map(rejection -> (Remedy.Act) rejection.remedies().get(0))
        .map(act -> ((PlaybookRequest.CompleteStep) act.request()).step())
        .toList();
  }

  private static Remedy classify(Category category) {
    return new Remedy.Act(
        new TriageRequest.Classify(category, "what speaks for it"), Remedy.Asker.ANYBODY);
  }
}
