package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener may rely on. */
class ListeningTest {
  private static final IncidentId ID = IncidentId.of("a");

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  @Test
  void tells_on_the_thread_of_the_command_before_it_returns() {
    var on = new ArrayList<Thread>();
    var response = with((command, decision) -> on.add(Thread.currentThread()));
    open(response, ID);
    assertThat(on).containsExactly(Thread.currentThread());
  }

  @Test
  void tells_all_decisions_of_one_incident_in_order_and_one_at_a_time() throws Exception {
    var sequences = new ArrayList<Long>(); // not guarded: calls do not overlap
    var within = new AtomicInteger();
    var response =
        with(
            (command, decision) -> {
              assertThat(within.incrementAndGet()).isEqualTo(1);
              ((Decision.Accepted) decision)
                  .events().stream().map(Event::sequence).forEach(sequences::add);
              within.decrementAndGet();
            });
    open(response, ID);
    var calls = new ArrayList<Callable<Decision>>();
    for (int i = 0; i < 200; i++) {
      var asset = new ScopeRequest.AddAsset(new AssetId("h-" + i), "host");
      calls.add(() -> response.submit(ID, HANDLER, asset));
    }
    for (var call : threads.invokeAll(calls)) {
      assertThat(call.get().accepted()).isTrue();
    }
    assertThat(sequences).isSorted().hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  @Test
  void may_call_back_and_is_told_of_that_after_its_own_call() {
    var response = new IncidentResponse[1];
    response[0] =
        with(
            (command, decision) -> {
              told.add("begin " + command.request().getClass().getSimpleName());
              if (command.request() instanceof IncidentRequest.Open) {
                var back = response[0].submit(ID, MANAGER, new TriageRequest.Acknowledge());
                assertThat(back.accepted()).isTrue();
              }
              told.add("end " + command.request().getClass().getSimpleName());
            });
    open(response[0], ID);
    assertThat(told)
        .containsExactly("begin Open", "end Open", "begin Acknowledge", "end Acknowledge");
  }

  @Test
  void two_listeners_that_call_each_others_incident_do_not_block() throws Exception {
    var other = IncidentId.of("b");
    var both = new CountDownLatch(2);
    var response = new IncidentResponse[1];
    response[0] =
        with(
            (command, decision) -> {
              if (command.request() instanceof IncidentRequest.Open) {
                both.countDown();
                await(both);
                var across = command.incident().equals(ID) ? other : ID;
                var asset = new ScopeRequest.AddAsset(new AssetId("h"), "host");
                assertThat(response[0].submit(across, MANAGER, asset).accepted()).isTrue();
              }
              told.add(command.incident() + " " + command.request().getClass().getSimpleName());
            });
    var one = threads.submit(() -> open(response[0], ID));
    var two = threads.submit(() -> open(response[0], other));
    one.get(20, TimeUnit.SECONDS);
    two.get(20, TimeUnit.SECONDS);
    assertThat(told).containsExactlyInAnyOrder("a Open", "b Open", "a AddAsset", "b AddAsset");
  }

  @Test
  void does_not_hold_the_incident_while_a_listener_is_slow() throws Exception {
    var listening = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var response =
        with(
            (command, decision) -> {
              if (command.request() instanceof IncidentRequest.Open) {
                listening.countDown();
                await(goOn);
              }
              told.add(command.request().getClass().getSimpleName());
            });
    var slow = threads.submit(() -> open(response, ID));
    await(listening);
    assertThat(response.submit(ID, MANAGER, new TriageRequest.Acknowledge()).accepted()).isTrue();
    assertThat(told).isEmpty();
    goOn.countDown();
    slow.get(20, TimeUnit.SECONDS);
    assertThat(told).containsExactly("Open", "Acknowledge");
  }

  @Test
  void goes_on_with_the_others_when_one_throws() {
    var failures = new ArrayList<RuntimeException>();
    var observer =
        new EngineObserver() {
          @Override
          public void listenerFailed(RuntimeException failure) {
            failures.add(failure);
          }
        };
    var response =
        IncidentResponse.under(Ransomware.plan(), new TestClock())
            .observer(observer, () -> 0)
            .listener(
                (command, decision) -> {
                  throw new IllegalStateException("listener");
                })
            .listener((command, decision) -> told.add("told"))
            .build();
    assertThat(open(response, ID).accepted()).isTrue();
    assertThat(told).containsExactly("told");
    assertThat(failures).singleElement().hasToString("java.lang.IllegalStateException: listener");
  }

  @Test
  void tells_again_after_an_error_that_it_does_not_hide() {
    var response =
        with(
            (command, decision) -> {
              told.add(command.request().getClass().getSimpleName());
              if (told.size() == 1) {
                throw new AssertionError("no more memory");
              }
            });
    assertThatThrownBy(() -> open(response, ID)).hasMessage("no more memory");
    response.submit(ID, MANAGER, new TriageRequest.Acknowledge());
    assertThat(told).containsExactly("Open", "Acknowledge");
  }

  @Test
  void tells_of_refusals_and_of_what_was_done_before() {
    var response =
        with(
            (command, decision) ->
                told.add(
                    decision instanceof Decision.Accepted accepted
                        ? "accepted " + accepted.repeated()
                        : "refused"));
    var command =
        new Command(new CommandId("c"), ID, HANDLER, null, new IncidentRequest.Open("Files"));
    response.submit(ID, HANDLER, new TriageRequest.Acknowledge());
    response.submit(command);
    response.submit(command);
    assertThat(told).containsExactly("refused", "accepted false", "accepted true");
  }

  @Test
  void tells_of_what_an_alert_led_to() {
    var response = with((command, decision) -> told.add(command.actor() + " " + command.request()));
    response.receive(Ransomware.alert(1, "192.0.2.1"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("firebreak Open");
    assertThat(told.get(1)).startsWith("firebreak Attach");
    response.receive(Ransomware.alert(1, "192.0.2.1"));
    assertThat(told).hasSize(2);
  }

  private static IncidentResponse with(DecisionListener listener) {
    return IncidentResponse.under(Ransomware.plan(), new TestClock()).listener(listener).build();
  }

  private static Decision open(IncidentResponse response, IncidentId id) {
    return response.submit(id, HANDLER, new IncidentRequest.Open("Files"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
