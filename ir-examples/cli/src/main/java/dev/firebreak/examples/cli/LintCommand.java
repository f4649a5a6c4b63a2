package dev.firebreak.examples.cli;

import static java.util.Comparator.comparing;

import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lint.LintFinding;
import dev.firebreak.lint.LintRule;
import dev.firebreak.lint.PlanLint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is weak about a plan. */
@Command(
    name = "lint",
    description = {
      "Says what is weak about a response plan, each thing with its place and a remedy.",
      "Ends with 1 if there is more than notes."
    },
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The response plan, as YAML or JSON.")
  private Path file;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day by which things are stale, such as 2026-09-30; today by default.")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    var read = PlanReader.readLocated(file);
    var day = on == null ? LocalDate.now(Clock.systemUTC()) : on;
    var findings =
        PlanLint.check(read.plan(), day).stream()
            .sorted(comparing(finding -> finding.rule().level()))
            .toList();
    var screen = Ir.screen(spec);
    for (LintFinding finding : findings) {
      screen.line(
          "%s: %s %s: %s"
              .formatted(
                  read.where(finding.pointer()),
                  finding.rule().level(),
                  finding.rule().id(),
                  finding.message()));
      screen.line("    " + finding.remedy());
    }
    screen.line(findings.size() + " findings");
    return findings.stream().allMatch(LintCommand::isNote) ? Ir.FINE : Ir.FINDINGS;
  }

  private static boolean isNote(LintFinding finding) {
    return finding.rule().level() == LintRule.Level.NOTE;
  }
}
