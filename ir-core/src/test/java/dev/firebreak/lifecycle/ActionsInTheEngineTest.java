package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionCondition;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionRequest.Approve;
import dev.firebreak.action.ActionRequest.Plan;
import dev.firebreak.action.ActionRequest.Start;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Retries;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionsInTheEngineTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ONE = new ActionId("one");
  private static final ActionId TWO = new ActionId("two");

  private final TestClock clock = new TestClock();
  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse response = engine("PT1H");

  private IncidentResponse engine(String approvalHolds) {
    var step =
        new Step(
            ISOLATE,
            Phase.CONTAINMENT,
            "Isolate the hosts",
            HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            MANAGING,
            1,
            Duration.parse(approvalHolds));
    var playbook =
        new Playbook(
            new PlaybookId("r"), "R", ImmutableSet.of(Category.RANSOMWARE), ImmutableList.of(step));
    var plan = Ransomware.plan("1").obligations().playbooks(playbook).build();
    return IncidentResponse.under(plan, clock).notifier(sent::add).build();
  }

  @BeforeEach
  void open() {
    accept(HANDLER, new IncidentRequest.Open("encrypted files"));
    sent.clear();
  }

  @Test
  void does_not_start_what_waits_for_another_and_says_what_would_let_it() {
    accept(HANDLER, plan(ONE));
    accept(HANDLER, plan(TWO).waitingFor(ONE));

    assertThat(refuse(HANDLER, new Start(TWO)))
        .containsExactly(
            ActionCondition.DEPENDENCIES
                .unmet("two waits for one, which is READY", 3L)
                .or(
                    new Remedy.Act(
                        new ActionRequest.Skip(ONE, "why it is left out"),
                        Remedy.Asker.holding(ImmutableSet.of(MANAGING)))));
    accept(HANDLER, new Start(ONE));
    assertThat(refuse(HANDLER, new Start(TWO)).get(0).remedies())
        .containsExactly(
            new Remedy.Act(
                new ActionRequest.Succeed(ONE, "what came of it"), Remedy.Asker.ANYBODY));
  }

  @Test
  void says_that_what_waits_for_a_cancelled_action_will_never_start() {
    accept(HANDLER, plan(ONE));
    accept(HANDLER, plan(TWO).waitingFor(ONE));
    accept(HANDLER, new ActionRequest.Cancel(ONE, "not needed"));

    assertThat(refuse(HANDLER, new Start(TWO)))
        .containsExactly(
            ActionCondition.DEPENDENCIES.unmet(
                "two waits for one, which is CANCELLED and will not be done: skip or cancel it,"
                    + " and plan it anew",
                5L));
  }

  @Test
  void refuses_to_wait_for_what_is_not_there_or_will_not_be_done() {
    accept(HANDLER, plan(ONE));
    accept(HANDLER, new ActionRequest.Cancel(ONE, "not needed"));

    assertThat(refuse(HANDLER, plan(TWO).waitingFor(ONE, TWO)))
        .extracting(Rejection::message)
        .containsExactly(
            "two waits for one, which is CANCELLED and will not be done",
            "two waits for two, which is not there");
  }

  @Test
  void only_who_may_waive_skips_an_action() {
    accept(HANDLER, plan(ONE));

    assertThat(refuse(HANDLER, new ActionRequest.Skip(ONE, "no need")))
        .extracting(Rejection::code)
        .containsExactly("guard.entitled");
    accept(MANAGER, new ActionRequest.Skip(ONE, "no need"));
    assertThat(action(ONE).status()).isEqualTo(ActionStatus.SKIPPED);
  }

  @Test
  void no_phase_is_left_while_an_action_waits_for_another() {
    accept(HANDLER, plan(ONE));
    accept(HANDLER, plan(TWO).waitingFor(ONE));

    assertThat(refuse(MANAGER, new PhaseRequest.Enter(Phase.CONTAINMENT, null)))
        .extracting(Rejection::code)
        .filteredOn("guard.actions-finished"::equals)
        .hasSize(2);
  }

  @Test
  void goes_on_when_the_last_that_it_waits_for_has_succeeded_or_is_skipped() {
    var three = new ActionId("three");
    accept(HANDLER, plan(ONE));
    accept(HANDLER, plan(TWO));
    accept(
        HANDLER, new Plan(three, ActionType.ISOLATE_HOST, "web-1", ISOLATE).waitingFor(ONE, TWO));
    assertThat(sent).isEmpty();
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Succeed(ONE, "done"));
    assertThat(action(three).status()).isEqualTo(ActionStatus.PLANNED);
    var decision = accept(MANAGER, new ActionRequest.Skip(TWO, "no need"));

    assertThat(decision.events())
        .<Object>extracting(event -> event.fact())
        .containsExactly(new ActionFact.Skipped(TWO, "no need"), new ActionFact.Unblocked(three));
    assertThat(action(three).status()).isEqualTo(ActionStatus.AWAITING_APPROVAL);
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.APPROVAL_AWAITED);
  }

  @Test
  void does_not_wait_for_what_is_done_already() {
    accept(HANDLER, plan(ONE));
    accept(MANAGER, new ActionRequest.Skip(ONE, "no need"));
    accept(HANDLER, plan(TWO).waitingFor(ONE));

    assertThat(action(TWO).status()).isEqualTo(ActionStatus.READY);
  }

  @Test
  void does_not_start_under_an_approval_that_has_expired() {
    approved();
    clock.pass("PT1H");

    assertThat(refuse(HANDLER, new Start(ONE)))
        .containsExactly(
            ActionCondition.APPROVAL_HOLDS
                .unmet("the approval of one held until 2026-11-02T02:00:00Z", 4L)
                .or(
                    new Remedy.Act(
                        new Approve(ONE),
                        Remedy.Asker.holding(ImmutableSet.of(MANAGING)).but(HANDLER))));
    var decision = accept(MANAGER, new Approve(ONE));
    assertThat(decision.events())
        .<Object>extracting(event -> event.fact())
        .containsExactly(new ActionFact.ApprovalExpired(ONE), new ActionFact.Approved(ONE));
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void starts_while_the_approval_holds() {
    approved();
    clock.pass("PT59M");
    accept(HANDLER, new Start(ONE));
    assertThat(response.nextDue(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void asks_for_another_approval_when_the_first_has_expired() {
    approved();
    sent.clear();
    assertThat(response.nextDue(Tenant.SINGLE)).contains(clock.instant().plusSeconds(3600));
    clock.pass("PT1H");
    response.wake(Tenant.SINGLE);

    assertThat(action(ONE).status()).isEqualTo(ActionStatus.AWAITING_APPROVAL);
    assertThat(action(ONE).approvers()).isEmpty();
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.APPROVAL_AWAITED);
    assertThat(response.wake(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void who_gave_an_approval_takes_it_back_before_the_start_and_nobody_else() {
    approved();

    assertThat(refuse(DEPUTY, new ActionRequest.RevokeApproval(ONE, "a doubt")))
        .containsExactly(ActionCondition.GAVE_APPROVAL.unmet("grace has not approved one", 4L));
    accept(MANAGER, new ActionRequest.RevokeApproval(ONE, "a doubt"));
    assertThat(action(ONE).status()).isEqualTo(ActionStatus.AWAITING_APPROVAL);
    accept(MANAGER, new Approve(ONE));
    accept(HANDLER, new Start(ONE));
    assertThat(refuse(MANAGER, new ActionRequest.RevokeApproval(ONE, "a doubt")))
        .extracting(Rejection::message)
        .containsExactly("action one is RUNNING and cannot lose an approval");
  }

  @Test
  void calls_an_action_to_mind_before_and_when_it_is_due() {
    var due = clock.instant().plus(Duration.ofHours(2));
    accept(HANDLER, plan(ONE).assignedTo(MANAGER).due(due, due.minus(Duration.ofHours(1))));
    accept(MANAGER, new ActionRequest.Assign(ONE, DEPUTY));
    assertThat(accept(MANAGER, new ActionRequest.Assign(ONE, DEPUTY)).events()).isEmpty();
    clock.pass("PT59M");
    assertThat(response.wake(Tenant.SINGLE)).isEmpty();
    clock.pass("PT1M");
    assertThat(response.wake(Tenant.SINGLE)).hasSize(1);
    clock.pass("PT1H");
    assertThat(response.wake(Tenant.SINGLE)).hasSize(1);
    clock.pass("PT9H");
    assertThat(response.wake(Tenant.SINGLE)).isEmpty();

    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(
            Reason.ACTION_GIVEN, Reason.ACTION_GIVEN, Reason.ACTION_DUE, Reason.ACTION_DUE);
    assertThat(sent)
        .extracting(Notification::people)
        .containsExactly(
            ImmutableSet.of(MANAGER),
            ImmutableSet.of(DEPUTY),
            ImmutableSet.of(DEPUTY),
            ImmutableSet.of(DEPUTY));
  }

  @Test
  void does_not_call_to_mind_what_is_done() {
    accept(HANDLER, plan(ONE).due(clock.instant().plusSeconds(60)));
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Succeed(ONE, "done"));

    assertThat(response.nextDue(Tenant.SINGLE)).isEmpty();
    assertThat(refuse(MANAGER, new ActionRequest.Assign(ONE, DEPUTY)))
        .extracting(Rejection::message)
        .containsExactly("action one is SUCCEEDED and cannot be given to anybody");
    assertThat(refuse(Actor.ENGINE, new ActionRequest.Remind(ONE)))
        .containsExactly(ActionCondition.DUE.unmet("nothing is to come for one", 5L));
  }

  @Test
  void what_happens_by_itself_does_not_happen_early() {
    var due = clock.instant().plusSeconds(60);
    accept(HANDLER, plan(ONE).due(due));

    assertThat(refuse(Actor.ENGINE, new ActionRequest.Remind(ONE)))
        .containsExactly(
            ActionCondition.DUE
                .unmet("the next to come for one is at " + due, 3L)
                .or(new Remedy.WaitUntil(due)));
    assertThat(refuse(Actor.ENGINE, new ActionRequest.TimeOut(ONE)))
        .extracting(Rejection::remedies)
        .containsExactly(ImmutableList.of());
  }

  @Test
  void an_action_that_gives_no_answer_times_out_and_a_late_answer_counts() {
    accept(HANDLER, plan(ONE).within(Duration.ofMinutes(5)));
    accept(HANDLER, new Start(ONE));
    clock.pass("PT5M");
    response.wake(Tenant.SINGLE);
    assertThat(action(ONE).status()).isEqualTo(ActionStatus.TIMED_OUT);
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.ACTION_TIMED_OUT);
    accept(HANDLER, new ActionRequest.Succeed(ONE, "done at last"));

    assertThat(action(ONE).status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void what_timed_out_is_tried_again_under_its_key_and_what_failed_under_another() {
    accept(
        HANDLER,
        plan(ONE).within(Duration.ofMinutes(5)).retrying(new Retries(3, Duration.ofMinutes(1))));
    accept(HANDLER, new Start(ONE));
    assertThat(action(ONE).key()).isEqualTo("one/1");
    wakeAt("PT5M"); // times out
    wakeAt("PT1M"); // starts again
    assertThat(action(ONE).key()).isEqualTo("one/1");
    accept(HANDLER, new ActionRequest.Fail(ONE, "no route"));
    assertThat(action(ONE).until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
    wakeAt("PT2M");
    assertThat(action(ONE).key()).isEqualTo("one/3");
    accept(HANDLER, new ActionRequest.Fail(ONE, "no route"));
    assertThat(action(ONE).until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(4)));
    wakeAt("PT4M");
    accept(HANDLER, new ActionRequest.Fail(ONE, "no route"));

    assertThat(action(ONE).until()).as("tried often enough").isNull();
    assertThat(response.nextDue(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void no_phase_is_left_while_an_action_is_to_be_tried_again() {
    accept(HANDLER, plan(ONE).retrying(new Retries(1, Duration.ofMinutes(1))));
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Fail(ONE, "no route"));

    assertThat(refuse(MANAGER, new PhaseRequest.Enter(Phase.CONTAINMENT, null)))
        .extracting(Rejection::code)
        .contains("guard.actions-finished");
    accept(HANDLER, new ActionRequest.Cancel(ONE, "done by hand"));
    assertThat(response.nextDue(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void does_not_roll_back_what_cannot_be_undone() {
    accept(HANDLER, new Plan(ONE, ActionType.RESET_CREDENTIAL, "web-1", null));
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Succeed(ONE, "done"));

    assertThat(refuse(HANDLER, new ActionRequest.RollBack(ONE, "wrong host")))
        .containsExactly(
            GuardCondition.REVERSIBLE.unmet(
                "what reset-credential does cannot be undone, so one stands", 5L));
  }

  private void wakeAt(String later) {
    clock.pass(later);
    assertThat(response.wake(Tenant.SINGLE)).hasSize(1).allMatch(Decision::accepted);
  }

  private void approved() {
    accept(HANDLER, new Plan(ONE, ActionType.ISOLATE_HOST, "web-1", ISOLATE));
    accept(MANAGER, new Approve(ONE));
  }

  private static Plan plan(ActionId id) {
    return new Plan(id, ActionType.BLOCK_ADDRESS, "192.0.2.1", null);
  }

  private Action action(ActionId id) {
    return response
        .incident(ID, Viewer.of(HANDLER))
        .flatMap(incident -> incident.actions().find(id))
        .orElseThrow();
  }

  private Decision.Accepted accept(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return (Decision.Accepted) decision;
  }

  private ImmutableList<Rejection> refuse(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).rejections();
  }
}
