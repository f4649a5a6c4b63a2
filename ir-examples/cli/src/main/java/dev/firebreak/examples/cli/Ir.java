package dev.firebreak.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code ir} command: incident response from the command line.
 *
 * <p>Ends with 0 if all is well, 1 if something was found (an alert refused, a check that fails), 2
 * if it was called wrongly or a file cannot be read at all.
 */
@Command(
    name = "ir",
    description = "Runs an incident response plan. Without a subcommand it shows a demonstration.",
    mixinStandardHelpOptions = true,
    version = "ir 0.1.0",
    subcommands = {
      ExplainCommand.class,
      DiffCommand.class,
      LintCommand.class,
      PlanCommand.class,
      ReceiveCommand.class,
      ShowCommand.class,
      TimelineCommand.class,
      VerifyCommand.class
    })
public final class Ir implements Callable<Integer> {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int UNUSABLE = 2;

  @Spec private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, ready to be executed. */
  static CommandLine commandLine() {
    return new CommandLine(new Ir())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              line.getErr().println("ir: " + Failures.explain(failure));
              return UNUSABLE;
            });
  }

  @Override
  public Integer call() throws Exception {
    var directory = Files.createTempDirectory("ir-demo");
    try {
      return new Demonstration(screen(spec), directory).run() ? FINE : FINDINGS;
    } finally {
      delete(directory);
    }
  }

  static Screen screen(CommandSpec spec) {
    var line = spec.commandLine();
    return new Screen(line.getOut(), line.getColorScheme().ansi());
  }

  static PrintWriter out(CommandSpec spec) {
    return spec.commandLine().getOut();
  }

  private static void delete(Path directory) throws Exception {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
