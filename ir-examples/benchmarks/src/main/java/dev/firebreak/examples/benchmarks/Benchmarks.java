package dev.firebreak.examples.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, or those whose names hold the argument, and prints a table. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs them; takes about ten minutes. */
  public static void main(String... args) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(args.length == 0 ? "dev.firebreak" : args[0])
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .forks(1)
            .warmupIterations(10)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .jvmArgs("-Xms1g", "-Xmx1g")
            .build();
    print(new Runner(options).run());
  }

  private static void print(Collection<RunResult> results) {
    System.out.println("| benchmark | processor ns | bytes |");
    System.out.println("|---|---|---|");
    for (RunResult result : results) {
      var name = result.getParams().getBenchmark().replaceFirst(".*benchmarks\\.", "");
      var values = result.getParams().getParamsKeys().stream().map(result.getParams()::getParam);
      System.out.printf(
          "| %s %s | %,.0f | %,.0f |%n",
          name,
          String.join(" ", values.toList()),
          secondary(result, CpuProfiler.NAME),
          secondary(result, "gc.alloc.rate.norm"));
    }
  }

  private static double secondary(RunResult result, String name) {
    var found = result.getSecondaryResults().get(name);
    return found == null ? Double.NaN : found.getScore();
  }
}
