package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Reminder;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.RoleDefinition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class NotifyingTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ACTION = new ActionId("a-1");

  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse response = builder().notifier(sent::add).build();

  @Test
  void calls_who_manages_an_incident_when_it_is_opened() {
    open(response);
    assertThat(sent)
        .singleElement()
        .satisfies(
            notification -> {
              assertThat(notification.reason()).isEqualTo(Reason.CALLED);
              assertThat(notification.incident()).isEqualTo(ID);
              assertThat(notification.event().type()).isEqualTo("phase.episode-started");
              assertThat(notification.roles()).containsExactly(MANAGING);
              assertThat(notification.people()).containsExactly(MANAGER, DEPUTY);
            });
  }

  @Test
  void calls_who_manages_an_incident_that_an_alert_opened() {
    response.receive(Ransomware.alert(1, "192.0.2.1"));
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.CALLED);
  }

  @Test
  void tells_who_may_approve_an_action_but_not_who_asked_for_it() {
    open(response);
    submit(MANAGER, new PeopleRequest.Assign(MANAGING, STRANGER));
    sent.clear();
    submit(MANAGER, new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", ISOLATE));
    assertThat(sent)
        .singleElement()
        .satisfies(
            notification -> {
              assertThat(notification.reason()).isEqualTo(Reason.APPROVAL_AWAITED);
              assertThat(notification.roles()).containsExactly(MANAGING);
              assertThat(notification.people()).containsExactly(DEPUTY, STRANGER);
            });
  }

  @Test
  void tells_nobody_of_an_action_that_needs_no_approval() {
    open(response);
    sent.clear();
    submit(HANDLER, new ActionRequest.Plan(ACTION, ActionType.PATCH, "web-1", null));
    assertThat(sent).isEmpty();
  }

  @Test
  void tells_who_manages_of_an_action_that_failed() {
    open(response);
    submit(HANDLER, new ActionRequest.Plan(ACTION, ActionType.PATCH, "web-1", null));
    submit(HANDLER, new ActionRequest.Start(ACTION));
    sent.clear();
    submit(HANDLER, new ActionRequest.Fail(ACTION, "no image"));
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.ACTION_FAILED);
  }

  @Test
  void tells_who_manages_of_a_deadline_when_it_is_near_and_when_it_is_missed() {
    var clock = new TestClock();
    var duty =
        Obligation.builder("answer")
            .starts(Milestone.OPENED)
            .within(new Period.Elapsed(Duration.ofHours(2)))
            .ends(Milestone.ACKNOWLEDGED)
            .reminder(Reminder.before(Duration.ofHours(1)))
            .build();
    var plan = Ransomware.plan("1").obligations(duty).build();
    var engine = IncidentResponse.under(plan, clock).notifier(sent::add).build();
    open(engine);
    sent.clear();
    clock.pass("PT1H");
    engine.wake(Tenant.SINGLE);
    clock.pass("PT2H");
    engine.wake(Tenant.SINGLE);
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(Reason.DEADLINE_NEAR, Reason.DEADLINE_MISSED);
    assertThat(sent)
        .allSatisfy(
            notification -> assertThat(notification.people()).containsExactly(MANAGER, DEPUTY));
  }

  @Test
  void tells_people_of_the_roles_that_they_are_given_and_lose() {
    open(response);
    sent.clear();
    submit(MANAGER, new PeopleRequest.Assign(HANDLING, STRANGER));
    submit(MANAGER, new PeopleRequest.Release(HANDLING, STRANGER, "is on leave"));
    submit(MANAGER, new PeopleRequest.Assign(HANDLING, MANAGER));
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(Reason.ROLE_GIVEN, Reason.ROLE_TAKEN);
    assertThat(sent)
        .allSatisfy(
            notification -> {
              assertThat(notification.people()).containsExactly(STRANGER);
              assertThat(notification.roles()).isEmpty();
            });
  }

  @Test
  void tells_that_nobody_holds_the_role_that_is_called() {
    var vacant =
        Ransomware.plan("2")
            .roles(
                new RoleDefinition(
                    MANAGING,
                    RoleKind.INCIDENT_MANAGER,
                    null,
                    ImmutableList.of(),
                    ImmutableSet.of()),
                new RoleDefinition(
                    HANDLING, RoleKind.HANDLER, HANDLER, ImmutableList.of(), ImmutableSet.of()))
            .build();
    open(IncidentResponse.under(vacant, new TestClock()).notifier(sent::add).build());
    assertThat(sent)
        .singleElement()
        .satisfies(
            notification -> {
              assertThat(notification.roles()).containsExactly(MANAGING);
              assertThat(notification.people()).isEmpty();
            });
  }

  @Test
  void tells_once_of_a_command_that_is_sent_again_and_nothing_of_refusals() {
    var command =
        new Command(new CommandId("c"), ID, HANDLER, null, new IncidentRequest.Open("Files"));
    response.submit(command);
    response.submit(command);
    response.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
    assertThat(sent).hasSize(1);
  }

  @Test
  void runs_on_the_executor_that_it_is_given_and_in_order() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    var engine = builder().runOn(tasks::add).notifier(sent::add).build();
    open(engine);
    engine.submit(ID, MANAGER, new PeopleRequest.Assign(HANDLING, STRANGER));
    assertThat(sent).isEmpty();
    assertThat(tasks).hasSize(1);
    tasks.remove().run();
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(Reason.CALLED, Reason.ROLE_GIVEN);
    engine.submit(ID, MANAGER, new PeopleRequest.Release(HANDLING, STRANGER, "is on leave"));
    tasks.remove().run();
    assertThat(sent).hasSize(3);
  }

  @Test
  void loses_what_the_executor_rejects_and_goes_on() {
    var rejecting = new boolean[] {true};
    var engine =
        builder()
            .runOn(
                task -> {
                  if (rejecting[0]) {
                    throw new RejectedExecutionException("no more");
                  }
                  task.run();
                })
            .notifier(sent::add)
            .build();
    open(engine);
    rejecting[0] = false;
    engine.submit(ID, MANAGER, new PeopleRequest.Assign(HANDLING, STRANGER));
    assertThat(sent).extracting(Notification::reason).containsExactly(Reason.ROLE_GIVEN);
  }

  @Test
  void goes_on_with_the_others_when_one_throws() {
    var engine =
        builder()
            .notifier(
                notification -> {
                  throw new IllegalStateException("the mail server is down");
                })
            .notifier(sent::add)
            .build();
    open(engine);
    assertThat(sent).hasSize(1);
  }

  private static IncidentResponse.Builder builder() {
    return IncidentResponse.under(Ransomware.plan(), new TestClock());
  }

  private static void open(IncidentResponse engine) {
    engine.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
  }

  private void submit(Actor actor, Request<?> request) {
    assertThat(response.submit(ID, actor, request).accepted()).as("%s", request).isTrue();
  }
}
