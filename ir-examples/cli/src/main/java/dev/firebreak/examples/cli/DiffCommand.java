package dev.firebreak.examples.cli;

import dev.firebreak.json.plan.PlanComparison;
import dev.firebreak.json.plan.PlanReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two versions of a plan. */
@Command(
    name = "diff",
    description = {
      "Says what differs between two response plans, by name and not by line.",
      "Ends with 1 if anything does."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older plan, as YAML or JSON.")
  private Path older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer plan, as YAML or JSON.")
  private Path newer;

  @Override
  public Integer call() {
    var difference = PlanComparison.between(PlanReader.read(older), PlanReader.read(newer));
    difference.changes().forEach(change -> Ir.screen(spec).line(change.toString()));
    return difference.isEmpty() ? Ir.FINE : Ir.FINDINGS;
  }
}
