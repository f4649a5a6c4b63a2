package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Retries;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.execution.Execution;
import dev.firebreak.execution.ExecutionResult;
import dev.firebreak.execution.Inquiry;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.testkit.ScriptedExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Actions that an executor carries out, on an executor that runs what it is told to run. */
class ExecutingTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ONE = new ActionId("one");

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final ScriptedExecutor executor = ScriptedExecutor.of(ActionType.ISOLATE_HOST);
  private final IncidentResponse response = engine(executor, waiting::add);

  private IncidentResponse engine(ActionExecutor executor, Executor threads) {
    return IncidentResponse.under(Ransomware.plan("1").obligations().build(), clock)
        .journal(journal)
        .executor(executor)
        .runOn(threads)
        .build();
  }

  private static Executor gone() {
    return call -> {
      throw new RejectedExecutionException("shut down");
    };
  }

  @Test
  void records_the_start_before_it_calls_and_the_outcome_after_it() {
    planned(plan());
    accept(response, new ActionRequest.Start(ONE));
    assertThat(executor.calls()).isEmpty();
    assertThat(action().status()).isEqualTo(ActionStatus.RUNNING);
    runAll();

    assertThat(executor.calls())
        .containsExactly(
            new Execution(
                ID, ONE, ActionType.ISOLATE_HOST, "web-1", "single/incident/a/one/1", false));
    assertThat(lastEvent().actor()).isEqualTo(Actor.ENGINE);
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Succeeded(ONE, "done"));
  }

  @Test
  void leaves_to_people_what_no_executor_handles() {
    planned(new ActionRequest.Plan(ONE, ActionType.PATCH, "web-1", null));
    accept(response, new ActionRequest.Start(ONE));

    assertThat(waiting).isEmpty();
    assertThat(response.resume(Tenant.SINGLE)).isZero();
  }

  @Test
  void what_it_throws_is_a_failure_with_its_message_or_its_type() {
    executor.thenThrow(new IllegalStateException("no route")).thenThrow(new RuntimeException());
    planned(plan());
    startAndRun();
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Failed(ONE, "no route"));
    accept(response, new ActionRequest.Retry(ONE, "the route is back"));
    startAndRun();
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Failed(ONE, "RuntimeException"));
  }

  @Test
  void an_error_is_a_failure_too() {
    planned(plan());
    var failing = engine(new Hard(), waiting::add);
    accept(failing, new ActionRequest.Start(ONE));
    assertThatThrownBy(this::runAll).isInstanceOf(AssertionError.class).hasMessage("hard");

    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Failed(ONE, "hard"));
  }

  private static final class Hard implements ActionExecutor {
    @Override
    public boolean handles(ActionType type) {
      return true;
    }

    @Override
    public ExecutionResult execute(Execution execution) {
      throw new AssertionError("hard");
    }

    @Override
    public Inquiry inquire(Execution execution) {
      return new Inquiry.Repeat();
    }
  }

  @Test
  void what_the_threads_reject_has_not_been_begun() {
    planned(plan());
    accept(engine(executor, gone()), new ActionRequest.Start(ONE));

    assertThat(lastEvent().fact())
        .isEqualTo(new ActionFact.Failed(ONE, "it was not begun: the executor takes no more"));
    assertThat(executor.calls()).isEmpty();
  }

  @Test
  void a_command_that_is_sent_again_starts_nothing_again() {
    planned(plan());
    var command =
        new Command(new CommandId("c-1"), ID, HANDLER, null, new ActionRequest.Start(ONE));
    response.submit(command);
    response.submit(command);
    runAll();

    assertThat(executor.calls()).hasSize(1);
  }

  @Test
  void what_was_started_by_a_process_that_is_gone_is_called_again_under_its_key() {
    planned(plan());
    accept(response, new ActionRequest.Start(ONE));
    waiting.clear(); // the process ends
    var restarted = engine(executor, waiting::add);
    assertThat(restarted.resume(Tenant.SINGLE)).isEqualTo(1);
    assertThat(restarted.resume(Tenant.SINGLE)).as("it is under way here").isZero();
    runAll();

    assertThat(executor.inquiries()).hasSize(1);
    assertThat(executor.calls())
        .extracting(Execution::key)
        .containsExactly("single/incident/a/one/1");
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Succeeded(ONE, "done"));
    assertThat(restarted.resume(Tenant.SINGLE)).isZero();
  }

  @Test
  void what_was_done_before_the_process_ended_is_asked_for_and_not_done_again() {
    planned(plan());
    accept(response, new ActionRequest.Start(ONE));
    executor.execute(
        new Execution(ID, ONE, ActionType.ISOLATE_HOST, "web-1", "single/incident/a/one/1", false));
    waiting.clear(); // the process ends between the effect and its record
    engine(executor, Runnable::run).resume(Tenant.SINGLE);

    assertThat(executor.effects()).isEqualTo(1);
    assertThat(executor.calls()).hasSize(1);
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Succeeded(ONE, "done"));
  }

  @Test
  void what_goes_on_elsewhere_is_left_alone() {
    planned(plan());
    accept(response, new ActionRequest.Start(ONE));
    executor.stillRunning(true);
    engine(executor, Runnable::run).resume(Tenant.SINGLE);

    assertThat(executor.calls()).isEmpty();
    assertThat(action().status()).isEqualTo(ActionStatus.RUNNING);
    runAll();
    assertThat(action().status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void two_engines_that_both_call_record_one_outcome_of_one_effect() {
    planned(plan());
    accept(response, new ActionRequest.Start(ONE));
    engine(executor, Runnable::run).resume(Tenant.SINGLE);
    runAll(); // the first engine was alive after all

    assertThat(executor.effects()).isEqualTo(1);
    assertThat(history())
        .filteredOn(event -> event.fact() instanceof ActionFact.Succeeded)
        .hasSize(1);
  }

  @Test
  void a_call_that_hangs_times_out_and_its_late_outcome_counts() {
    planned(plan().within(Duration.ofMinutes(5)));
    accept(response, new ActionRequest.Start(ONE));
    clock.pass("PT5M");
    response.wake(Tenant.SINGLE);
    assertThat(action().status()).isEqualTo(ActionStatus.TIMED_OUT);
    runAll();

    assertThat(action().status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void an_outcome_after_the_action_was_given_up_is_not_recorded() {
    planned(plan().within(Duration.ofMinutes(5)));
    accept(response, new ActionRequest.Start(ONE));
    clock.pass("PT5M");
    response.wake(Tenant.SINGLE);
    accept(response, new ActionRequest.Cancel(ONE, "done by hand"));
    runAll();

    assertThat(action().status()).isEqualTo(ActionStatus.CANCELLED);
  }

  @Test
  void asks_before_it_tries_again_what_timed_out_and_keeps_to_one_effect() {
    planned(plan().within(Duration.ofMinutes(5)).retrying(new Retries(1, Duration.ofMinutes(1))));
    accept(response, new ActionRequest.Start(ONE));
    wakeAfter("PT5M");
    wakeAfter("PT1M");
    assertThat(action().status()).isEqualTo(ActionStatus.RUNNING);
    runAll(); // the call that hung, and the one that asks

    assertThat(executor.inquiries()).hasSize(1);
    assertThat(executor.effects()).isEqualTo(1);
    assertThat(action().status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void tries_again_what_failed_later_and_later_under_another_key_each_time() {
    executor.thenFail("no route").thenFail("no route").thenSucceed("cut off");
    planned(plan().retrying(new Retries(2, Duration.ofMinutes(1))));
    startAndRun();
    wakeAfter("PT1M");
    runAll();
    wakeAfter("PT1M");
    assertThat(waiting).as("it waits twice as long").isEmpty();
    wakeAfter("PT1M");
    runAll();

    assertThat(executor.calls())
        .extracting(Execution::key)
        .containsExactly(
            "single/incident/a/one/1", "single/incident/a/one/2", "single/incident/a/one/3");
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.Succeeded(ONE, "cut off"));
  }

  @Test
  void a_due_retry_is_started_by_one_of_two_engines() {
    executor.thenFail("no route");
    planned(plan().retrying(new Retries(2, Duration.ofMinutes(1))));
    startAndRun();
    var other = engine(executor, waiting::add);
    clock.pass("PT1M");
    other.wake(Tenant.SINGLE);
    response.wake(Tenant.SINGLE);

    assertThat(waiting).hasSize(1);
  }

  @Test
  void undoes_what_was_done_and_says_when_it_cannot() {
    executor.thenSucceed("cut off").thenFail("no route").thenSucceed("connected");
    planned(plan());
    startAndRun();
    accept(response, new ActionRequest.Undo(ONE, "wrong host"));
    assertThat(action().status()).isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(action().unfinished()).isTrue();
    assertThat(response.submit(ID, HANDLER, new ActionRequest.Undo(ONE, "again")).accepted())
        .isFalse();
    runAll();
    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.UndoFailed(ONE, "no route"));
    accept(response, new ActionRequest.Undo(ONE, "wrong host"));
    runAll();

    assertThat(lastEvent().fact()).isEqualTo(new ActionFact.RolledBack(ONE, "connected"));
    assertThat(executor.calls())
        .extracting(Execution::key, Execution::undo)
        .containsExactly(
            tuple("single/incident/a/one/1", false),
            tuple("single/incident/a/one/undo/1", true),
            tuple("single/incident/a/one/undo/2", true));
  }

  @Test
  void undoing_is_resumed_and_times_out_as_well() {
    planned(plan().within(Duration.ofMinutes(5)));
    startAndRun();
    accept(response, new ActionRequest.Undo(ONE, "wrong host"));
    waiting.clear();
    assertThat(engine(executor, waiting::add).resume(Tenant.SINGLE)).isEqualTo(1);
    wakeAfter("PT5M");
    assertThat(lastEvent().fact())
        .isEqualTo(new ActionFact.UndoFailed(ONE, "it gave no answer in time"));
    runAll();

    assertThat(action().status())
        .as("nobody waits for it any more")
        .isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void an_executor_that_does_not_undo_says_so() {
    assertThat(
            new Hard().undo(new Execution(ID, ONE, ActionType.ISOLATE_HOST, "web-1", "key", true)))
        .isEqualTo(new ExecutionResult.Failed("the executor does not undo isolate-host"));
  }

  private void wakeAfter(String time) {
    clock.pass(time);
    response.wake(Tenant.SINGLE);
  }

  private void startAndRun() {
    accept(response, new ActionRequest.Start(ONE));
    runAll();
  }

  private void runAll() {
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  private void planned(ActionRequest plan) {
    accept(response, new IncidentRequest.Open("encrypted files"));
    accept(response, plan);
  }

  private static ActionRequest.Plan plan() {
    return new ActionRequest.Plan(ONE, ActionType.ISOLATE_HOST, "web-1", null);
  }

  private Action action() {
    return response
        .incident(ID, Viewer.of(HANDLER))
        .flatMap(incident -> incident.actions().find(ONE))
        .orElseThrow();
  }

  private ImmutableList<Event> history() {
    return response.record(ID, Viewer.of(MANAGER)).orElseThrow().history();
  }

  private Event lastEvent() {
    var history = history();
    return history.get(history.size() - 1);
  }

  private static void accept(IncidentResponse response, Request<?> request) {
    assertThat(response.submit(ID, HANDLER, request)).isInstanceOf(Decision.Accepted.class);
  }
}
