package dev.firebreak.examples.benchmarks;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentQuery;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.triage.TriageRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A question about 10,000 open incidents, beside many that are closed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"-Xms5g", "-Xmx5g"})
public class QueryBenchmark {
  private static final int OPEN = 10_000;
  private static final Viewer VIEWER = Viewer.of(Work.LEAD);

  /** How many incidents are stored. */
  @Param({"1000000"})
  public int stored;

  private final IncidentResponse response =
      IncidentResponse.under(Work.plan(), new Ticks()).build();

  /** Stores the incidents, and leaves the last ones open. */
  @Setup
  public void store() {
    for (int i = 0; i < stored; i++) {
      var id = IncidentId.of("i-" + i);
      response.submit(id, Work.LEAD, new IncidentRequest.Open("host " + i % 1_000 + " calls home"));
      if (i < stored - OPEN) {
        var over =
            new PhaseRequest.Close(
                Disposition.HANDED_OVER, "the crisis team has it", Handover.to("the crisis team"));
        response.submit(id, Work.LEAD, over);
      } else if (i % 2 == 0) {
        response.submit(id, new Actor("a-" + i % 100), new TriageRequest.Acknowledge());
      }
    }
    response.start(Tenant.SINGLE);
  }

  /** Returns the first hundred, those due first in front. */
  @Benchmark
  public Object all() {
    return response.find(IncidentQuery.ALL, VIEWER);
  }

  /** Returns those of one person. */
  @Benchmark
  public Object owner() {
    return response.find(IncidentQuery.ALL.withOwner(new Actor("a-8")), VIEWER);
  }

  /** Returns those with a word in the title. */
  @Benchmark
  public Object text() {
    return response.find(IncidentQuery.ALL.withText("host 997"), VIEWER);
  }

  /** Returns none, after looking at all that are open. */
  @Benchmark
  public Object none() {
    return response.find(IncidentQuery.ALL.withPhases(Phase.RECOVERY), VIEWER);
  }
}
