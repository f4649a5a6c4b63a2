package dev.firebreak.examples.cli;

import dev.firebreak.json.alert.AlertFile;
import dev.firebreak.json.alert.AlertRecord;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Receipt;
import dev.firebreak.policy.PolicyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Receives alerts from files and says what became of each. */
@Command(
    name = "receive",
    description = "Receives alerts: each opens an incident, joins one, or is known.",
    mixinStandardHelpOptions = true)
final class ReceiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The response plan, as YAML or JSON.")
  private Path plan;

  @Mixin private JournalOption journal;

  @Parameters(
      arity = "1..*",
      paramLabel = "ALERTS",
      description = "Files of alerts: Suricata EVE or AWS GuardDuty findings.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    var tally = new Tally(Ir.screen(spec));
    var responsePlan = PlanReader.read(plan);
    for (Path file : files) {
      AlertFile.read(file)
          .close(); // before the journal is begun, so that a typing error begins none
    }
    try (var events = journal.openOrBegin()) {
      var response =
          IncidentResponse.under(responsePlan, InstantSource.system())
              .journal(events)
              .providers(ServiceLoader.load(PolicyProvider.class))
              .build();
      for (Path file : files) {
        receive(file, response, tally);
      }
    }
    tally.printSum();
    return tally.refused() == 0 ? Ir.FINE : Ir.FINDINGS;
  }

  private static void receive(Path file, IncidentResponse response, Tally tally)
      throws IOException {
    try (var records = AlertFile.read(file)) {
      records.forEach(record -> receive(record, response, tally));
    }
  }

  static void receive(AlertRecord record, IncidentResponse response, Tally tally) {
    if (record instanceof AlertRecord.Read read) {
      Receipt receipt = response.receive(read.alert());
      tally.add(read, receipt);
    } else if (record instanceof AlertRecord.NotAnAlert other) {
      tally.add(other);
    } else if (record instanceof AlertRecord.Refused refused) {
      tally.add(refused);
    }
  }
}
