package dev.firebreak.action;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionFact.Approved;
import dev.firebreak.action.ActionFact.Cancelled;
import dev.firebreak.action.ActionFact.Failed;
import dev.firebreak.action.ActionFact.Planned;
import dev.firebreak.action.ActionFact.Retried;
import dev.firebreak.action.ActionFact.RolledBack;
import dev.firebreak.action.ActionFact.Started;
import dev.firebreak.action.ActionFact.Succeeded;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActionsTest {
  private static final ActionId ONE = new ActionId("one");
  private static final ActionId TWO = new ActionId("two");
  private static final StepId STEP = new StepId("isolate");
  private static final Approval TWICE = Approval.by(new Role("lead"), 2, "planned@1");
  private static final Approval NOBODY = Approval.notNeeded("planned@1");

  static ActionFact[] aboutOneAction() {
    return new ActionFact[] {
      new Approved(ONE),
      new Started(ONE),
      new Succeeded(ONE, "x"),
      new Failed(ONE, "x"),
      new Retried(ONE, "x"),
      new Cancelled(ONE, "x"),
      new RolledBack(ONE, "x"),
    };
  }

  @ParameterizedTest
  @MethodSource("aboutOneAction")
  void cannot_fold_a_fact_about_an_action_that_was_not_planned(ActionFact fact) {
    assertThatThrownBy(() -> after(Actions.CONCEPT, fact))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no action one: its history is not in order");
  }

  @ParameterizedTest
  @CsvSource({
    // from, to: AWAITING_APPROVAL, READY, RUNNING, SUCCEEDED, FAILED, CANCELLED, ROLLED_BACK
    "AWAITING_APPROVAL, ----, may,  ----, ----, ----, may,  ----",
    "READY,             ----, ----, may,  ----, ----, may,  ----",
    "RUNNING,           ----, ----, ----, may,  may,  ----, ----",
    "SUCCEEDED,         ----, ----, ----, ----, ----, ----, may",
    "FAILED,            ----, may,  ----, ----, ----, may,  ----",
    "CANCELLED,         ----, ----, ----, ----, ----, ----, ----",
    "ROLLED_BACK,       ----, ----, ----, ----, ----, ----, ----",
  })
  void a_status_may_become_what_the_table_says(
      ActionStatus from,
      String awaitingApproval,
      String ready,
      String running,
      String succeeded,
      String failed,
      String cancelled,
      String rolledBack) {
    assertMayBecome(from, ActionStatus.AWAITING_APPROVAL, awaitingApproval);
    assertMayBecome(from, ActionStatus.READY, ready);
    assertMayBecome(from, ActionStatus.RUNNING, running);
    assertMayBecome(from, ActionStatus.SUCCEEDED, succeeded);
    assertMayBecome(from, ActionStatus.FAILED, failed);
    assertMayBecome(from, ActionStatus.CANCELLED, cancelled);
    assertMayBecome(from, ActionStatus.ROLLED_BACK, rolledBack);
  }

  private static void assertMayBecome(ActionStatus from, ActionStatus to, String may) {
    assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(may.equals("may"));
  }

  @Test
  void an_approval_a_start_or_an_outcome_is_to_come_in_three_statuses() {
    assertThat(ActionStatus.values())
        .filteredOn(ActionStatus::unfinished)
        .containsExactly(ActionStatus.AWAITING_APPROVAL, ActionStatus.READY, ActionStatus.RUNNING);
  }

  @Test
  void a_planned_action_waits_for_its_approvals() {
    assertThat(after(Actions.CONCEPT, planned(ONE, STEP, TWICE)).get(ONE))
        .isEqualTo(action(TWICE, ImmutableSet.of(), ActionStatus.AWAITING_APPROVAL, 1));
  }

  @Test
  void a_planned_action_that_needs_no_approval_is_ready() {
    assertThat(after(Actions.CONCEPT, planned(ONE, STEP, NOBODY)).get(ONE))
        .isEqualTo(action(NOBODY, ImmutableSet.of(), ActionStatus.READY, 1));
  }

  @Test
  void enough_approvals_make_an_action_ready() {
    var planned = after(Actions.CONCEPT, planned(ONE, STEP, TWICE));
    var once = new Approved(ONE).applyTo(planned, stamp(2, GRACE));
    var twice = new Approved(ONE).applyTo(once, stamp(3, ADA));

    assertThat(once.get(ONE))
        .isEqualTo(action(TWICE, ImmutableSet.of(GRACE), ActionStatus.AWAITING_APPROVAL, 2));
    assertThat(twice.get(ONE))
        .isEqualTo(action(TWICE, ImmutableSet.of(GRACE, ADA), ActionStatus.READY, 3));
  }

  @Test
  void goes_to_the_status_that_each_fact_tells() {
    var planned = planned(ONE, STEP, NOBODY);

    assertStatus(ActionStatus.RUNNING, planned, new Started(ONE));
    assertStatus(ActionStatus.SUCCEEDED, planned, new Started(ONE), new Succeeded(ONE, "x"));
    assertStatus(ActionStatus.FAILED, planned, new Started(ONE), new Failed(ONE, "x"));
    assertStatus(
        ActionStatus.READY, planned, new Started(ONE), new Failed(ONE, "x"), new Retried(ONE, "x"));
    assertStatus(ActionStatus.CANCELLED, planned, new Cancelled(ONE, "x"));
    assertStatus(
        ActionStatus.ROLLED_BACK,
        planned,
        new Started(ONE),
        new Succeeded(ONE, "x"),
        new RolledBack(ONE, "x"));
  }

  private static void assertStatus(ActionStatus status, ActionFact... facts) {
    assertThat(after(Actions.CONCEPT, facts).get(ONE))
        .isEqualTo(action(NOBODY, ImmutableSet.of(), status, facts.length));
  }

  @Test
  void counts_and_lists_what_is_unfinished() {
    var actions =
        after(
            Actions.CONCEPT,
            planned(ONE, STEP, NOBODY),
            planned(TWO, STEP, TWICE),
            new Started(ONE));
    var left = new Succeeded(ONE, "x").applyTo(actions, stamp(4));
    var none = new Cancelled(TWO, "x").applyTo(left, stamp(5));

    assertThat(Actions.CONCEPT.start().unfinishedCount()).isZero();
    assertThat(actions.unfinishedCount()).isEqualTo(2);
    assertThat(actions.unfinished()).extracting(Action::id).containsExactly(ONE, TWO);
    assertThat(left.unfinishedCount()).isEqualTo(1);
    assertThat(left.unfinished()).extracting(Action::id).containsExactly(TWO);
    assertThat(none.unfinishedCount()).isZero();
    assertThat(none.unfinished()).isEmpty();
    assertThat(none.all()).extracting(Action::id).containsExactly(ONE, TWO);
  }

  @Test
  void a_retried_action_is_unfinished_again() {
    var actions =
        after(
            Actions.CONCEPT,
            planned(ONE, null, NOBODY),
            new Started(ONE),
            new Failed(ONE, "x"),
            new Retried(ONE, "x"));

    assertThat(actions.unfinishedCount()).isEqualTo(1);
  }

  @Test
  void a_step_is_done_when_its_action_has_succeeded_and_stands() {
    var running = after(Actions.CONCEPT, planned(ONE, STEP, NOBODY), new Started(ONE));
    var succeeded = new Succeeded(ONE, "x").applyTo(running, stamp(3));
    var rolledBack = new RolledBack(ONE, "x").applyTo(succeeded, stamp(4));

    assertThat(running.hasDone(STEP)).isFalse();
    assertThat(succeeded.hasDone(STEP)).isTrue();
    assertThat(rolledBack.hasDone(STEP)).isFalse();
  }

  @Test
  void a_step_stays_done_while_another_action_for_it_stands() {
    var both =
        after(
            Actions.CONCEPT,
            planned(ONE, STEP, NOBODY),
            planned(TWO, STEP, NOBODY),
            new Started(ONE),
            new Started(TWO),
            new Succeeded(ONE, "x"),
            new Succeeded(TWO, "x"));
    var one = new RolledBack(TWO, "x").applyTo(both, stamp(7));
    var none = new RolledBack(ONE, "x").applyTo(one, stamp(8));

    assertThat(one.hasDone(STEP)).isTrue();
    assertThat(none.hasDone(STEP)).isFalse();
  }

  @Test
  void an_action_without_a_step_carries_out_none() {
    var actions =
        after(
            Actions.CONCEPT,
            planned(ONE, null, NOBODY),
            new Started(ONE),
            new Succeeded(ONE, "x"),
            new RolledBack(ONE, "x"));

    assertThat(actions.hasDone(STEP)).isFalse();
    assertThat(actions.get(ONE).step()).isNull();
  }

  @Test
  void is_equal_whatever_the_order_in_which_actions_came() {
    var one = action(NOBODY, ImmutableSet.of(), ActionStatus.SUCCEEDED, 1);
    var two =
        new Action(
            TWO,
            ActionType.PATCH,
            "srv-2",
            STEP,
            ADA,
            NOBODY,
            ImmutableSet.of(),
            ActionStatus.READY,
            2);
    var start = Actions.CONCEPT.start();

    assertThat(start.with(one).with(two))
        .isEqualTo(start.with(two).with(one))
        .hasSameHashCodeAs(start.with(two).with(one))
        .isNotEqualTo(start.with(one))
        .isNotEqualTo("actions");
    assertThat(start.with(one).toString()).startsWith("{one=Action[id=one");
  }

  @Test
  void differs_where_only_the_steps_that_were_done_do() {
    var succeeded = action(NOBODY, ImmutableSet.of(), ActionStatus.SUCCEEDED, 1);

    assertThat(Actions.CONCEPT.start().with(succeeded))
        .isNotEqualTo(Actions.CONCEPT.start().with(succeeded).with(succeeded));
  }

  @Test
  void finds_an_action_by_its_id() {
    var actions = after(Actions.CONCEPT, planned(ONE, STEP, NOBODY));

    assertThat(actions.find(ONE)).contains(actions.get(ONE));
    assertThat(actions.find(TWO)).isEmpty();
  }

  private static Planned planned(ActionId id, @Nullable StepId step, Approval approval) {
    return new Planned(id, ActionType.ISOLATE_HOST, "srv-1", step, approval);
  }

  private static Action action(
      Approval approval, ImmutableSet<Actor> approvers, ActionStatus status, long since) {
    return new Action(
        ONE, ActionType.ISOLATE_HOST, "srv-1", STEP, ADA, approval, approvers, status, since);
  }
}
