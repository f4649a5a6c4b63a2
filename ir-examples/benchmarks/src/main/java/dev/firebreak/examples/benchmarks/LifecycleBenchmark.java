package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One incident from opening to closing: 25 commands, 12 mandatory steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LifecycleBenchmark {
  private final HandSide hand = new HandSide();
  private final HandSide service = new HandSide();
  private final FirebreakSide standard = new FirebreakSide(Policies.STANDARD);
  private final FirebreakSide ten = new FirebreakSide(withTen());

  private static Policies withTen() {
    var policies = Policies.STANDARD;
    for (int i = 0; i < 10; i++) {
      policies = policies.withCommand(never("rule-" + i));
    }
    return policies;
  }

  /** Returns a policy that looks at the incident and has no objection. */
  static CommandPolicy never(String actor) {
    var who = new Actor(actor);
    return context ->
        context.by().actor().equals(who) && context.incident().progress().open()
            ? ImmutableList.of(
                CommandPolicy.separationOfDuties().condition().unmet(actor + " may not"))
            : ImmutableList.of();
  }

  /** Firebreak with its standard policies, in memory. */
  @Benchmark
  public Object firebreak() {
    return standard.handle();
  }

  /** Firebreak with ten more policies on every command. */
  @Benchmark
  public Object firebreakTenPolicies() {
    return ten.handle();
  }

  /** Hand-written, immutable, recording the same facts. */
  @Benchmark
  public Object handImmutable() {
    return hand.handImmutable();
  }

  /** Hand-written, immutable, found by name, one command at a time, each id acting once. */
  @Benchmark
  public Object handService() {
    return service.handService();
  }

  /** Hand-written, mutable, recording a line of text for each command. */
  @Benchmark
  public Object handMutable() {
    return hand.handMutable();
  }

  /** Stateless4j, one configuration for all, recording a line of text for each command. */
  @Benchmark
  public Object stateless4j() {
    return hand.stateless4j();
  }
}
