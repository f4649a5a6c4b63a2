package dev.firebreak.examples.benchmarks;

import dev.firebreak.lifecycle.IncidentResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One alert through deduplication and correlation, while 10,000 incidents are open. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AlertBenchmark {
  private static final int OPEN = 10_000;
  private static final int ALERTS = 20_000;

  private IncidentResponse response = empty();
  private Alerts alerts = new Alerts(OPEN);

  private static IncidentResponse empty() {
    return IncidentResponse.under(Work.plan(), new Ticks()).build();
  }

  /** Opens the incidents. */
  @Setup(Level.Iteration)
  public void open() {
    response = empty();
    alerts = new Alerts(OPEN);
    for (int i = 0; i < OPEN; i++) {
      response.receive(alerts.first(i));
    }
  }

  /** Of a hundred alerts, 80 repeat one, 10 are known, 8 join an incident, 2 open one. */
  @Benchmark
  @OperationsPerInvocation(ALERTS)
  public void alert() {
    for (int i = 0; i < ALERTS; i++) {
      response.receive(alerts.next());
    }
  }
}
