package dev.firebreak.action;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionFact.Approved;
import dev.firebreak.action.ActionFact.Planned;
import dev.firebreak.action.ActionRequest.Approve;
import dev.firebreak.action.ActionRequest.Assign;
import dev.firebreak.action.ActionRequest.BreakGlass;
import dev.firebreak.action.ActionRequest.Cancel;
import dev.firebreak.action.ActionRequest.ExpireApproval;
import dev.firebreak.action.ActionRequest.Fail;
import dev.firebreak.action.ActionRequest.FailUndo;
import dev.firebreak.action.ActionRequest.Plan;
import dev.firebreak.action.ActionRequest.Remind;
import dev.firebreak.action.ActionRequest.Retry;
import dev.firebreak.action.ActionRequest.ReviewGlass;
import dev.firebreak.action.ActionRequest.RevokeApproval;
import dev.firebreak.action.ActionRequest.RollBack;
import dev.firebreak.action.ActionRequest.Skip;
import dev.firebreak.action.ActionRequest.Start;
import dev.firebreak.action.ActionRequest.Succeed;
import dev.firebreak.action.ActionRequest.TimeOut;
import dev.firebreak.action.ActionRequest.TryAgain;
import dev.firebreak.action.ActionRequest.Undo;
import dev.firebreak.action.ActionRequest.WaiveCapture;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActionRequestTest {
  private static final ActionId ID = new ActionId("a1");
  private static final StepId STEP = new StepId("isolate");
  private static final Role LEAD = new Role("lead");
  private static final Role CHIEF = new Role("chief");
  private static final Approval TWO_LEADS = Approval.by(LEAD, 2, "planned@1");
  private static final Approval NOBODY = Approval.notNeeded("planned@1");

  static ActionRequest[] aboutOneAction() {
    return new ActionRequest[] {
      new Approve(ID),
      new Start(ID),
      new Succeed(ID, "cut off"),
      new Fail(ID, "no answer"),
      new Retry(ID, "once more"),
      new Cancel(ID, "not needed"),
      new RollBack(ID, "wrong host"),
      new RevokeApproval(ID, "a doubt"),
      new ExpireApproval(ID),
      new Assign(ID, GRACE),
      new Remind(ID),
      new TimeOut(ID),
      new TryAgain(ID),
      new Skip(ID, "not needed"),
      new BreakGlass(ID, "it spreads"),
      new WaiveCapture(ID, "it spreads"),
      new Undo(ID, "wrong host"),
      new FailUndo(ID, "no route"),
      new ReviewGlass(ID, GlassVerdict.JUSTIFIED, "it did"),
    };
  }

  @ParameterizedTest
  @MethodSource("aboutOneAction")
  void refuses_an_action_that_is_not_there(ActionRequest request) {
    assertThat(request.action()).isEqualTo(ID);
    assertThat(request.unmet(Actions.CONCEPT.start(), asking()))
        .containsExactly(ActionCondition.KNOWN.unmet("there is no action a1"));
  }

  @Test
  void refuses_an_id_that_is_used() {
    assertThat(new Plan(ID, ActionType.PATCH, "srv-2", null).unmet(planned(), asking()))
        .containsExactly(ActionCondition.NEW.unmet("there is an action a1", 1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = ActionStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "AWAITING_APPROVAL")
  void refuses_to_approve_what_does_not_wait_for_it(ActionStatus status) {
    assertThat(new Approve(ID).unmet(in(status), asking(GRACE, LEAD)))
        .containsExactly(
            ActionCondition.STATUS_FITS.unmet(
                "action a1 is " + status + " and cannot be approved", 9L));
  }

  @Test
  void refuses_the_approval_of_somebody_without_the_role() {
    assertThat(new Approve(ID).unmet(planned(), asking(GRACE, CHIEF)))
        .containsExactly(
            ActionCondition.APPROVER_HAS_ROLE
                .unmet("grace holds none of [lead], which approve a1", 1L)
                .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableSet.of(LEAD)))));
  }

  @Test
  void refuses_the_second_approval_of_the_same_person() {
    var once = new Approved(ID).applyTo(planned(), stamp(2, GRACE));

    assertThat(new Approve(ID).unmet(once, asking(GRACE, LEAD)))
        .containsExactly(
            ActionCondition.APPROVER_DISTINCT
                .unmet("grace has approved a1 already", 2L)
                .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableSet.of(LEAD)).but(GRACE))));
  }

  @Test
  void refuses_an_approval_for_every_reason_at_once() {
    var ready =
        new Approved(ID)
            .applyTo(new Approved(ID).applyTo(planned(), stamp(2, ADA)), stamp(3, GRACE));

    assertThat(new Approve(ID).unmet(ready, asking(GRACE)))
        .extracting(rejection -> rejection.condition())
        .containsExactly(
            ActionCondition.STATUS_FITS,
            ActionCondition.APPROVER_HAS_ROLE,
            ActionCondition.APPROVER_DISTINCT);
  }

  @ParameterizedTest
  @CsvSource({
    // status, and which of these may follow: start, succeed, fail, retry, cancel, skip, roll back
    "AWAITING_APPROVAL, no,  no,  no,  no,  yes, yes, no",
    "READY,             yes, no,  no,  no,  yes, yes, no",
    "RUNNING,           no,  yes, yes, no,  no,  no,  no",
    "SUCCEEDED,         no,  no,  no,  no,  no,  no,  yes",
    "FAILED,            no,  no,  no,  yes, yes, yes, no",
    "TIMED_OUT,         no,  yes, yes, yes, yes, yes, no",
    "CANCELLED,         no,  no,  no,  no,  no,  no,  no",
    "SKIPPED,           no,  no,  no,  no,  no,  no,  no",
    "ROLLED_BACK,       no,  no,  no,  no,  no,  no,  no",
  })
  void does_only_what_the_status_allows(
      ActionStatus status,
      String start,
      String succeed,
      String fail,
      String retry,
      String cancel,
      String skip,
      String rollBack) {
    assertAllowed(start, new Start(ID), status, "become RUNNING");
    assertAllowed(succeed, new Succeed(ID, "cut off"), status, "become SUCCEEDED");
    assertAllowed(fail, new Fail(ID, "no answer"), status, "become FAILED");
    assertAllowed(retry, new Retry(ID, "once more"), status, "be tried again");
    assertAllowed(cancel, new Cancel(ID, "not needed"), status, "become CANCELLED");
    assertAllowed(skip, new Skip(ID, "not needed"), status, "become SKIPPED");
    assertAllowed(rollBack, new RollBack(ID, "wrong host"), status, "become ROLLED_BACK");
  }

  private static void assertAllowed(
      String allowed, ActionRequest request, ActionStatus status, String what) {
    var unmet = request.unmet(in(status), asking());
    if (allowed.equals("yes")) {
      assertThat(unmet).isEmpty();
    } else {
      assertThat(unmet)
          .containsExactly(
              ActionCondition.STATUS_FITS.unmet(
                  "action a1 is " + status + " and cannot " + what, 9L));
    }
  }

  @Test
  void refuses_blank_text() {
    assertThatThrownBy(() -> new Plan(ID, ActionType.PATCH, "", null))
        .hasMessage("target must not be blank");
    assertThatThrownBy(() -> new Succeed(ID, " ")).hasMessage("outcome must not be blank");
    assertThatThrownBy(() -> new Fail(ID, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Retry(ID, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Cancel(ID, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new RollBack(ID, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Skip(ID, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new RevokeApproval(ID, "")).hasMessage("reason must not be blank");
  }

  @Test
  void refuses_an_approval_by_somebody_of_nobody_or_of_nobody_by_somebody() {
    assertThatThrownBy(() -> new Approval(ImmutableSet.of(LEAD), 0, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an approval names roles and a count, or neither");
    assertThatThrownBy(() -> new Approval(ImmutableSet.of(), 1, "x"))
        .hasMessage("an approval names roles and a count, or neither");
    assertThatThrownBy(() -> Approval.by(LEAD, -1, "x"))
        .hasMessage("count must not be negative but was -1");
    assertThatThrownBy(() -> Approval.notNeeded("")).hasMessage("under must not be blank");
  }

  @Test
  void plans_with_the_approval_that_the_policy_demands() {
    var plan = new Plan(ID, ActionType.ISOLATE_HOST, "srv-1", STEP);

    assertThat(plan.unmet(Actions.CONCEPT.start(), asking())).isEmpty();
    assertThat(plan.yields(Actions.CONCEPT.start(), asking(Approval.class, TWO_LEADS)))
        .containsExactly(new Planned(ID, ActionType.ISOLATE_HOST, "srv-1", STEP, TWO_LEADS));
  }

  @Test
  void approves_by_a_holder_of_any_of_the_roles() {
    var either = new Approval(ImmutableSet.of(LEAD, CHIEF), 1, "planned@1");
    var actions = after(Actions.CONCEPT, planned(either));

    assertThat(new Approve(ID).unmet(actions, asking(GRACE, CHIEF))).isEmpty();
    assertThat(new Approve(ID).yields(actions, asking(GRACE, CHIEF)))
        .containsExactly(new Approved(ID));
  }

  @Test
  void every_other_request_yields_its_one_fact() {
    var actions = planned();

    assertThat(new Start(ID).yields(actions, asking()))
        .containsExactly(new ActionFact.Started(ID, "a1/1"));
    assertThat(new Skip(ID, "no need").yields(actions, asking()))
        .containsExactly(new ActionFact.Skipped(ID, "no need"));
    assertThat(new Succeed(ID, "cut off").yields(actions, asking()))
        .containsExactly(new ActionFact.Succeeded(ID, "cut off"));
    assertThat(new Fail(ID, "no answer").yields(actions, asking()))
        .containsExactly(new ActionFact.Failed(ID, "no answer"));
    assertThat(new Retry(ID, "once more").yields(actions, asking()))
        .containsExactly(new ActionFact.Retried(ID, "once more"));
    assertThat(new Cancel(ID, "not needed").yields(actions, asking()))
        .containsExactly(new ActionFact.Cancelled(ID, "not needed"));
    assertThat(new RollBack(ID, "wrong host").yields(actions, asking()))
        .containsExactly(new ActionFact.RolledBack(ID, "wrong host"));
  }

  private static Planned planned(Approval approval) {
    return new Planned(ID, ActionType.ISOLATE_HOST, "srv-1", STEP, approval);
  }

  private static Actions planned() {
    return after(Actions.CONCEPT, planned(TWO_LEADS));
  }

  /** Returns the action in that status since event 9. */
  private static Actions in(ActionStatus status) {
    var action =
        new Action(
            ID,
            ActionType.ISOLATE_HOST,
            "srv-1",
            STEP,
            ADA,
            ActionTerms.NONE,
            status == ActionStatus.AWAITING_APPROVAL ? TWO_LEADS : NOBODY,
            ImmutableSet.of(),
            null,
            status,
            null,
            null,
            1,
            "a1/1",
            null,
            null,
            0,
            null,
            false,
            9);
    return Actions.CONCEPT.start().with(action);
  }
}
