package dev.firebreak.examples.benchmarks;

import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * Measures the heap that a retained event takes, in a journal in memory and in its folded incident.
 *
 * <p>The texts of the requests are constants, so that they take no part.
 */
public final class HeapPerEvent {
  private static final int ACTIONS = 50_000;
  private static final IncidentId ID = IncidentId.of("big");

  private HeapPerEvent() {}

  /** Lets an incident grow, and prints bytes per event. */
  public static void main(String... none) {
    var ids = new ActionId[ACTIONS];
    for (int i = 0; i < ACTIONS; i++) {
      ids[i] = new ActionId("a-" + i);
    }
    try {
      measure(ids);
    } finally {
      Reference.reachabilityFence(ids);
    }
  }

  private static void measure(ActionId... ids) {
    long before = used();
    var response = IncidentResponse.under(Work.plan(), new Ticks()).build();
    response.submit(ID, Work.LEAD, new IncidentRequest.Open("big"));
    for (ActionId id : ids) {
      response.submit(
          ID, Work.LEAD, new ActionRequest.Plan(id, ActionType.ISOLATE_HOST, "host", null));
      response.submit(ID, Work.LEAD, new ActionRequest.Cancel(id, "not needed"));
    }
    long after = used();
    int events = response.record(ID, Viewer.of(Work.LEAD)).orElseThrow().history().size();
    System.out.printf("%,d events, %,d bytes each%n", events, (after - before) / events);
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
