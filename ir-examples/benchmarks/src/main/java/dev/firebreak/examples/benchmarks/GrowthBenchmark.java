package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A command in an incident that has grown: its cost should not grow with it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GrowthBenchmark {
  private static final IncidentId ID = IncidentId.of("big");
  private static final int COMMANDS = 400;

  /** How many events the incident has. */
  @Param({"10", "1000", "100000"})
  public int events;

  private IncidentResponse response = empty();
  private int next;

  /** Opens an incident and lets it grow. */
  @Setup(Level.Iteration)
  public void grow() {
    response = empty();
    next = 0;
    submit(new IncidentRequest.Open("big"));
    while (4 * next < events) {
      another().forEach(this::submit);
    }
  }

  /** Plans, starts and ends actions, each on another asset. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public void command() {
    for (int i = 0; i < COMMANDS / 4; i++) {
      another().forEach(this::submit);
    }
  }

  private static IncidentResponse empty() {
    return IncidentResponse.under(Work.plan(), new Ticks()).build();
  }

  private ImmutableList<Request<?>> another() {
    var action = new ActionId("a-" + ++next);
    return ImmutableList.of(
        new ScopeRequest.AddAsset(new AssetId("h-" + next), "host"),
        new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "host", null),
        new ActionRequest.Start(action),
        new ActionRequest.Succeed(action, "isolated"));
  }

  private void submit(Request<?> request) {
    var decision = response.submit(ID, Work.LEAD, request);
    if (!decision.accepted()) {
      throw new IllegalStateException(decision.toString());
    }
  }
}
