package dev.firebreak.examples.benchmarks.peers;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work of one incident, and one decision, on larger frameworks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeersBenchmark {
  private final SpringSide spring = new SpringSide();
  private final AxonSide axon = new AxonSide();
  private final DroolsSide drools = new DroolsSide();
  private int next;

  /** Spring State Machine, one machine that is reset. */
  @Benchmark
  public Object springReset() {
    return spring.handle();
  }

  /** Axon, with cached aggregates. */
  @Benchmark
  public @Nullable Object axonCached() {
    return axon.handle();
  }

  /** Drools, one session that is used again; a decision under ten rules, not an incident. */
  @Benchmark
  public int droolsReused() {
    return drools.decide(next++ & 3);
  }
}
