package dev.firebreak.action;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.START;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.action.ActionFact.ApprovalExpired;
import dev.firebreak.action.ActionFact.ApprovalRevoked;
import dev.firebreak.action.ActionFact.Approved;
import dev.firebreak.action.ActionFact.Assigned;
import dev.firebreak.action.ActionFact.Cancelled;
import dev.firebreak.action.ActionFact.CaptureWaived;
import dev.firebreak.action.ActionFact.Failed;
import dev.firebreak.action.ActionFact.GlassBroken;
import dev.firebreak.action.ActionFact.GlassReviewed;
import dev.firebreak.action.ActionFact.Planned;
import dev.firebreak.action.ActionFact.Reminded;
import dev.firebreak.action.ActionFact.Retried;
import dev.firebreak.action.ActionFact.RolledBack;
import dev.firebreak.action.ActionFact.Skipped;
import dev.firebreak.action.ActionFact.Started;
import dev.firebreak.action.ActionFact.Succeeded;
import dev.firebreak.action.ActionFact.TimedOut;
import dev.firebreak.action.ActionFact.Unblocked;
import dev.firebreak.action.ActionFact.UndoFailed;
import dev.firebreak.action.ActionFact.UndoStarted;
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
      new Started(ONE, "one/1"),
      new Succeeded(ONE, "x"),
      new Failed(ONE, "x"),
      new Retried(ONE, "x"),
      new Cancelled(ONE, "x"),
      new RolledBack(ONE, "x"),
      new Unblocked(ONE),
      new ApprovalRevoked(ONE, "x"),
      new ApprovalExpired(ONE),
      new Assigned(ONE, GRACE),
      new Reminded(ONE, null, START),
      new TimedOut(ONE, null),
      new Skipped(ONE, "x"),
      new GlassBroken(ONE, "x"),
      new CaptureWaived(ONE, "x"),
      new UndoStarted(ONE, "x", "one/undo/1"),
      new UndoFailed(ONE, "x"),
      new GlassReviewed(ONE, GlassVerdict.JUSTIFIED, "x"),
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
    // from and to: PLANNED, AWAITING_APPROVAL, READY, RUNNING, SUCCEEDED, FAILED, TIMED_OUT,
    // CANCELLED, SKIPPED, ROLLED_BACK
    "PLANNED,           -ar----cs-",
    "AWAITING_APPROVAL, --r----cs-",
    "READY,             -a-r---cs-",
    "RUNNING,           ----sft---",
    "SUCCEEDED,         ---------r",
    "FAILED,            -ar----cs-",
    "TIMED_OUT,         -ar-sf-cs-",
    "CANCELLED,         ----------",
    "SKIPPED,           ----------",
    "ROLLED_BACK,       ----------",
  })
  void a_status_may_become_what_the_table_says(ActionStatus from, String row) {
    var all = ActionStatus.values();
    assertThat(row).hasSize(all.length);
    for (int i = 0; i < all.length; i++) {
      var to = all[i];
      var may = row.charAt(i) != '-';
      assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(may);
      assertThat(from.reachable().contains(to)).as("%s to %s", from, to).isEqualTo(may);
    }
  }

  @Test
  void something_is_to_come_in_four_statuses() {
    assertThat(ActionStatus.values())
        .filteredOn(ActionStatus::unfinished)
        .containsExactly(
            ActionStatus.PLANNED,
            ActionStatus.AWAITING_APPROVAL,
            ActionStatus.READY,
            ActionStatus.RUNNING);
  }

  @Test
  void a_planned_action_waits_for_its_approvals() {
    assertStands(
        after(Actions.CONCEPT, planned(ONE, STEP, TWICE)), ActionStatus.AWAITING_APPROVAL, 1);
  }

  @Test
  void a_planned_action_that_needs_no_approval_is_ready() {
    assertStands(after(Actions.CONCEPT, planned(ONE, STEP, NOBODY)), ActionStatus.READY, 1);
  }

  @Test
  void enough_approvals_make_an_action_ready() {
    var planned = after(Actions.CONCEPT, planned(ONE, STEP, TWICE));
    var once = new Approved(ONE).applyTo(planned, stamp(2, GRACE));
    var twice = new Approved(ONE).applyTo(once, stamp(3, ADA));

    assertStands(once, ActionStatus.AWAITING_APPROVAL, 2, GRACE);
    assertStands(twice, ActionStatus.READY, 3, GRACE, ADA);
  }

  @Test
  void goes_to_the_status_that_each_fact_tells() {
    var planned = planned(ONE, STEP, NOBODY);

    assertStatus(ActionStatus.RUNNING, planned, new Started(ONE, "one/1"));
    assertStatus(
        ActionStatus.SUCCEEDED, planned, new Started(ONE, "one/1"), new Succeeded(ONE, "x"));
    assertStatus(ActionStatus.FAILED, planned, new Started(ONE, "one/1"), new Failed(ONE, "x"));
    assertStatus(
        ActionStatus.READY,
        planned,
        new Started(ONE, "one/1"),
        new Failed(ONE, "x"),
        new Retried(ONE, "x"));
    assertStatus(
        ActionStatus.TIMED_OUT, planned, new Started(ONE, "one/1"), new TimedOut(ONE, null));
    assertStatus(ActionStatus.SKIPPED, planned, new Skipped(ONE, "x"));
    assertStatus(ActionStatus.CANCELLED, planned, new Cancelled(ONE, "x"));
    assertStatus(
        ActionStatus.ROLLED_BACK,
        planned,
        new Started(ONE, "one/1"),
        new Succeeded(ONE, "x"),
        new RolledBack(ONE, "x"));
  }

  private static void assertStatus(ActionStatus status, ActionFact... facts) {
    assertStands(after(Actions.CONCEPT, facts), status, facts.length);
  }

  @Test
  void counts_and_lists_what_is_unfinished() {
    var actions =
        after(
            Actions.CONCEPT,
            planned(ONE, STEP, NOBODY),
            planned(TWO, STEP, TWICE),
            new Started(ONE, "one/1"));
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
            new Started(ONE, "one/1"),
            new Failed(ONE, "x"),
            new Retried(ONE, "x"));

    assertThat(actions.unfinishedCount()).isEqualTo(1);
  }

  @Test
  void a_step_is_done_when_its_action_has_succeeded_and_stands() {
    var running = after(Actions.CONCEPT, planned(ONE, STEP, NOBODY), new Started(ONE, "one/1"));
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
            new Started(ONE, "one/1"),
            new Started(TWO, "two/1"),
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
            new Started(ONE, "one/1"),
            new Succeeded(ONE, "x"),
            new RolledBack(ONE, "x"));

    assertThat(actions.hasDone(STEP)).isFalse();
    assertThat(actions.get(ONE).step()).isNull();
  }

  @Test
  void is_equal_whatever_the_order_in_which_actions_came() {
    var one = succeeded();
    var two = after(Actions.CONCEPT, planned(TWO, STEP, NOBODY)).get(TWO);
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
    var once = Actions.CONCEPT.start().with(succeeded());
    var planned = after(Actions.CONCEPT, planned(ONE, STEP, NOBODY)).get(ONE);

    assertThat(once).isNotEqualTo(once.with(planned).with(succeeded()));
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

  private static Action succeeded() {
    return after(
            Actions.CONCEPT,
            planned(ONE, STEP, NOBODY),
            new Started(ONE, "one/1"),
            new Succeeded(ONE, "x"))
        .get(ONE);
  }

  private static void assertStands(
      Actions actions, ActionStatus status, long since, Actor... approvers) {
    var one = actions.get(ONE);
    assertThat(one.status()).isEqualTo(status);
    assertThat(one.since()).isEqualTo(since);
    assertThat(one.approvers()).containsExactly(approvers);
    assertThat(one.requester()).isEqualTo(ADA);
  }
}
