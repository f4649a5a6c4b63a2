package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 11: what a command allocates does not grow with the history of its incident. */
class CommandCostTest {
  private static final IncidentId ID = IncidentId.of("big");
  private static final int MEASURED = 200;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), new TestClock()).build();
  private int next;

  @Test
  void bytes_per_command_stay_flat_from_10_to_100_000_events() {
    response.submit(ID, HANDLER, new IncidentRequest.Open("big"));
    growTo(10);
    long few = medianBytes();
    growTo(1_000);
    long some = medianBytes();
    growTo(100_000);
    long many = medianBytes();

    assertThat(some).as("at 1,000 events, against %s", few).isLessThan(few * 13 / 10);
    assertThat(many).as("at 100,000 events, against %s", few).isLessThan(few * 13 / 10);
  }

  private void growTo(long events) {
    while (version() < events) {
      next().forEach(this::submit);
    }
  }

  private long medianBytes() {
    var bytes = new ArrayList<Long>();
    while (bytes.size() < MEASURED) {
      for (Request<?> request : next()) {
        long before = threads.getCurrentThreadAllocatedBytes();
        submit(request);
        bytes.add(threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
    var sorted = bytes.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Returns the life of one more action on one more asset. */
  private List<Request<?>> next() {
    var action = new ActionId("a-" + ++next);
    return List.of(
        new ScopeRequest.AddAsset(new AssetId("h-" + next), "host"),
        new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "host", null),
        new ActionRequest.Start(action),
        new ActionRequest.Succeed(action, "rebuilt"));
  }

  private void submit(Request<?> request) {
    if (!response.submit(ID, HANDLER, request).accepted()) {
      throw new AssertionError(request + " was refused");
    }
  }

  private long version() {
    return response.incident(ID, Viewer.of(HANDLER)).map(incident -> incident.version()).orElse(0L);
  }
}
