package dev.firebreak.examples.cli;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AttachedAlert;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lists the incidents of a journal. */
@Command(
    name = "show",
    description = "Lists the incidents of a journal, with their alerts.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  /** An incident as the JSON list shows it. */
  record Row(
      String id,
      String title,
      String phase,
      String disposition,
      String severity,
      long events,
      ImmutableList<String> alerts) {
    static Row of(Incident incident) {
      var severity = incident.assessment().severity();
      return new Row(
          incident.id().name(),
          incident.origin().title(),
          incident.progress().phase().name(),
          incident.progress().disposition().name(),
          severity == null ? "not assessed" : severity.name(),
          incident.version(),
          incident.alerts().all().stream()
              .map(AttachedAlert::key)
              .map(Object::toString)
              .collect(ImmutableList.toImmutableList()));
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private JournalOption journal;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json; text is the default.")
  private Format format;

  @Override
  public Integer call() {
    try (var events = journal.open()) {
      var rows =
          JournalOption.records(events).stream()
              .map(IncidentRecord::incident)
              .map(Row::of)
              .collect(ImmutableList.toImmutableList());
      switch (format) {
        case TEXT -> print(rows);
        case JSON -> printJson(rows);
      }
    }
    return Ir.FINE;
  }

  private void print(ImmutableList<Row> rows) {
    var screen = Ir.screen(spec);
    for (Row row : rows) {
      screen.line(
          String.format(
              "%-8s  %-14s  %-14s  %-12s  %4d alerts  %s",
              row.id(),
              row.phase(),
              row.disposition(),
              row.severity(),
              row.alerts().size(),
              row.title()));
    }
    screen.line(rows.size() + " incidents");
  }

  private void printJson(ImmutableList<Row> rows) {
    var mapper = JsonMapper.builder().build();
    Ir.out(spec).println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
  }
}
