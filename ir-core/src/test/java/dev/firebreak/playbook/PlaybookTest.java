package dev.firebreak.playbook;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.PlaybookFact.StepDone;
import dev.firebreak.playbook.PlaybookFact.StepWaived;
import dev.firebreak.playbook.PlaybookRequest.CompleteStep;
import dev.firebreak.playbook.PlaybookRequest.WaiveStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaybookTest {
  private static final StepId CONFIRM = new StepId("confirm");
  private static final StepId CALL = new StepId("call");
  private static final StepId LOG = new StepId("log");
  private static final Role LEAD = new Role("lead");
  private static final StepProgress SETTLED =
      after(
          StepProgress.CONCEPT,
          new StepDone(CONFIRM, "seen"),
          new StepWaived(CALL, "nobody there"));

  @Test
  void refuses_a_step_with_a_negative_number_of_approvals() {
    assertThatThrownBy(() -> step("Isolate", ActionType.ISOLATE_HOST, null, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("approvals must not be negative but was -1");
  }

  @Test
  void refuses_a_step_that_names_who_approves_or_how_many_but_not_both() {
    var message = "step confirm names who approves and how many, or neither";

    assertThatThrownBy(() -> step("Isolate", ActionType.ISOLATE_HOST, LEAD, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> step("Isolate", ActionType.ISOLATE_HOST, null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refuses_a_step_that_people_do_and_somebody_approves() {
    assertThatThrownBy(() -> step("Isolate", null, LEAD, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step confirm has no action to be approved");
  }

  @Test
  void refuses_a_step_without_time_or_with_a_guide_that_says_nothing() {
    var step = step("Call", null, null, 0);

    assertThatThrownBy(() -> step.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step confirm cannot be done within PT0S");
    assertThatThrownBy(() -> step.guided(" ")).hasMessage("instructions must not be blank");
    assertThatThrownBy(() -> step.guided("Ask.", "")).hasMessage("evidence must not be blank");
  }

  @Test
  void refuses_loops_without_a_round_or_with_too_many_and_branches_of_none() {
    var question = Question.asked("More?", LEAD);

    assertThatThrownBy(() -> new Node.While(question, CALL, 0, Exits.NONE))
        .hasMessage("rounds must be within 1..1000 but were 0");
    assertThatThrownBy(() -> new Node.While(question, CALL, 1_001, Exits.NONE))
        .hasMessage("rounds must be within 1..1000 but were 1001");
    assertThatThrownBy(() -> new Node.Parallel(ImmutableList.of(), Exits.NONE))
        .hasMessage("a parallel step has branches");
    assertThatThrownBy(() -> new ExecutionNumber(0))
        .hasMessage("execution must be positive but was 0");
  }

  @Test
  void refuses_titles_that_say_nothing() {
    assertThatThrownBy(() -> step("", null, null, 0)).hasMessage("title must not be blank");
    assertThatThrownBy(
            () -> new Playbook(new PlaybookId("p"), " ", ImmutableSet.of(), ImmutableList.of()))
        .hasMessage("title must not be blank");
  }

  @Test
  void takes_steps_of_people_and_of_actions_with_and_without_approval() {
    assertThat(step("Call", null, null, 0).action()).isNull();
    assertThat(step("Isolate", ActionType.ISOLATE_HOST, null, 0).approvals()).isZero();
    assertThat(step("Isolate", ActionType.ISOLATE_HOST, LEAD, 2).approvedBy()).isEqualTo(LEAD);
  }

  @Test
  void refuses_to_settle_a_step_twice() {
    assertThat(new CompleteStep(CONFIRM, "again").unmet(SETTLED, asking()))
        .containsExactly(
            PlaybookCondition.NOT_SETTLED.unmet("step confirm was done or waived", 1L));
    assertThat(new WaiveStep(CALL, "again").unmet(SETTLED, asking()))
        .containsExactly(PlaybookCondition.NOT_SETTLED.unmet("step call was done or waived", 2L));
  }

  @Test
  void refuses_to_settle_a_step_without_a_word() {
    assertThatThrownBy(() -> new CompleteStep(CONFIRM, "")).hasMessage("note must not be blank");
    assertThatThrownBy(() -> new WaiveStep(CONFIRM, " ")).hasMessage("reason must not be blank");
  }

  @Test
  void completes_and_waives_a_step() {
    assertThat(new CompleteStep(LOG, "kept").unmet(SETTLED, asking())).isEmpty();
    assertThat(new CompleteStep(LOG, "kept").yields(SETTLED, asking()))
        .containsExactly(new StepDone(LOG, "kept"));
    assertThat(new WaiveStep(LOG, "no logs").unmet(SETTLED, asking())).isEmpty();
    assertThat(new WaiveStep(LOG, "no logs").yields(SETTLED, asking()))
        .containsExactly(new StepWaived(LOG, "no logs"));
  }

  @Test
  void knows_which_steps_were_settled_and_how() {
    assertThat(SETTLED.done()).containsExactly(CONFIRM);
    assertThat(SETTLED.waived()).containsExactly(CALL);
    assertThat(SETTLED.hasSettled(CONFIRM)).isTrue();
    assertThat(SETTLED.hasSettled(CALL)).isTrue();
    assertThat(SETTLED.hasSettled(LOG)).isFalse();
    assertThat(SETTLED.settledBy(LOG)).isZero();
  }

  @Test
  void is_equal_whatever_the_order_in_which_steps_were_settled() {
    var start = StepProgress.CONCEPT.start();
    var progress = start.withDone(CONFIRM, 1).withDone(LOG, 3).withWaived(CALL, 2);
    var other = start.withWaived(CALL, 2).withDone(LOG, 3).withDone(CONFIRM, 1);

    assertThat(progress)
        .isEqualTo(other)
        .hasSameHashCodeAs(other)
        .isNotEqualTo(start.withDone(CONFIRM, 1).withDone(LOG, 3))
        .isNotEqualTo(start.withDone(CONFIRM, 1).withWaived(CALL, 2))
        .isNotEqualTo("progress");
    assertThat(SETTLED).hasToString("done {confirm=1}, waived {call=2}");
  }

  private static Step step(
      String title, @Nullable ActionType action, @Nullable Role approvedBy, int approvals) {
    return new Step(
        CONFIRM, Phase.IDENTIFICATION, title, LEAD, true, action, approvedBy, approvals);
  }
}
