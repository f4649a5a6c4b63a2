package dev.firebreak.examples.cli;

import dev.firebreak.report.Timeline;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the history of one incident. */
@Command(
    name = "timeline",
    description = "Prints what happened in an incident, line by line.",
    mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JournalOption journal;

  @Option(
      names = "--zone",
      defaultValue = "UTC",
      description = "The time zone to print times in; UTC is the default.")
  private ZoneId zone;

  @Parameters(paramLabel = "INCIDENT", description = "The incident's id.")
  private String incident;

  @Override
  public Integer call() {
    try (var events = journal.open()) {
      var record = JournalOption.find(events, incident);
      if (record.isEmpty()) {
        spec.commandLine().getErr().println("ir: there is no incident " + incident);
        return Ir.FINDINGS;
      }
      Ir.screen(spec).block(Timeline.of(record.get()).toText(zone));
    }
    return Ir.FINE;
  }
}
