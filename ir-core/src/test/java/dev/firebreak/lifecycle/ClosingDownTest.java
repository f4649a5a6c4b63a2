package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClosingDownTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final Viewer VIEWER = Viewer.of(HANDLER);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final WatchedJournal journal = new WatchedJournal();
  private final IncidentResponse response = on(journal);

  @Test
  void takes_nothing_more_once_drained_but_still_answers() throws InterruptedException {
    open(response);
    assertThat(response.drain(Duration.ZERO)).isTrue();
    refuses(() -> open(response));
    refuses(() -> response.submit(command()));
    refuses(() -> response.submitAll(List.of(command())));
    refuses(() -> response.receive(Ransomware.alert(1, "192.0.2.1")));
    refuses(() -> response.wake(Tenant.SINGLE));

    assertThat(response.incident(ID, VIEWER)).isPresent();
    assertThat(response.find(IncidentQuery.ALL, VIEWER)).hasSize(1);
    assertThat(response.nextDue(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void answers_nothing_once_closed_and_leaves_the_journal_open() {
    open(response);
    response.close();
    refuses(() -> open(response));
    refuses(() -> response.incident(ID, VIEWER));
    refuses(() -> response.record(ID, VIEWER));
    refuses(() -> response.incidents(VIEWER));
    refuses(() -> response.find(IncidentQuery.ALL, VIEWER));
    refuses(() -> response.nextDue(Tenant.SINGLE));
    refuses(() -> response.start(Tenant.SINGLE));
    assertThat(journal.calls).doesNotContain("close");
  }

  @Test
  void may_be_drained_and_closed_again_and_in_any_order() throws InterruptedException {
    assertThat(response.drain(LONG)).isTrue();
    assertThat(response.drain(LONG)).isTrue();
    response.close();
    response.close();
    assertThat(response.drain(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
  }

  @Test
  void needs_no_start_and_may_be_started_twice() {
    open(response);
    response.start(Tenant.SINGLE);
    response.start(Tenant.SINGLE);
    assertThat(response.find(IncidentQuery.ALL, VIEWER)).hasSize(1);
  }

  @Test
  void says_when_draining_that_a_call_has_not_ended_and_waits_for_it() throws Exception {
    var appending = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow =
        on(
            new WatchedJournal() {
              @Override
              void beforeAppend(ImmutableList<Append> appends) {
                appending.countDown();
                await(goOn);
              }
            });
    var thread = Executors.newSingleThreadExecutor();
    try {
      var decision = thread.submit(() -> slow.submit(command()));
      await(appending);
      assertThat(slow.drain(Duration.ZERO)).isFalse();
      refuses(() -> open(slow));
      assertThat(slow.drain(Duration.ofNanos(1))).isFalse();
      slow.close();
      goOn.countDown();
      assertThat(slow.drain(LONG)).isTrue();
      assertThat(decision.get().accepted()).isTrue();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void forgets_a_call_that_has_failed() throws InterruptedException {
    var broken =
        on(
            new WatchedJournal() {
              @Override
              void beforeAppend(ImmutableList<Append> appends) {
                throw new IllegalStateException("full");
              }
            });
    assertThatThrownBy(() -> open(broken)).hasMessage("full");
    assertThat(broken.drain(LONG)).isTrue();
  }

  private static IncidentResponse on(WatchedJournal journal) {
    return IncidentResponse.under(Ransomware.plan(), new TestClock()).journal(journal).build();
  }

  private static Decision open(IncidentResponse response) {
    response.submit(ID, HANDLER, new IncidentRequest.Open("Files"));
    return response.submit(ID, HANDLER, new TriageRequest.Acknowledge());
  }

  private static Command command() {
    return new Command(new CommandId("c-1"), ID, HANDLER, null, new IncidentRequest.Open("Files"));
  }

  private static void refuses(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("incident response ");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
