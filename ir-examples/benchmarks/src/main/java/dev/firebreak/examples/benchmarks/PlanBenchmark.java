package dev.firebreak.examples.benchmarks;

import dev.firebreak.json.plan.ModelPlan;
import dev.firebreak.json.plan.PlanFormat;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.json.plan.PlanWriter;
import dev.firebreak.lint.PlanLint;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The model plan as one YAML file, read and checked, or only parsed into a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private final String yaml = PlanWriter.write(ModelPlan.read(), PlanFormat.YAML);
  private final YAMLMapper mapper = new YAMLMapper();

  /** Returns how many weaknesses are found in the plan that is read. */
  @Benchmark
  public int firebreak() {
    return PlanLint.check(PlanReader.read("plan", yaml, PlanFormat.YAML), DAY).size();
  }

  /** Jackson's reader of YAML, over the same parser. */
  @Benchmark
  public JsonNode tree() {
    return mapper.readTree(yaml);
  }
}
