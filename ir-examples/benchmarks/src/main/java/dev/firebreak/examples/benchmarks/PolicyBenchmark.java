package dev.firebreak.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One decision under ten policies that are all asked and have no objection, on four requests. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {
  private final PolicySides sides = new PolicySides();
  private int next;

  /** Firebreak's policies, each asked about a context. */
  @Benchmark
  public int firebreak() {
    return sides.firebreak(next++ & 3);
  }

  /** Predicates in a list, asked about a record. */
  @Benchmark
  public int hand() {
    return sides.hand(next++ & 3);
  }

  /** Easy Rules, its rules and facts prepared. */
  @Benchmark
  public int easyRules() {
    return sides.easyRules(next++ & 3);
  }
}
