package dev.firebreak.examples.cli;

import dev.firebreak.compliance.Compliance;
import dev.firebreak.compliance.RuleSet;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.plan.ResponsePlan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that a journal can be read to its end, and what a standard says of its incidents. */
@Command(
    name = "verify",
    description = {
      "Reads every history of a journal to its end and, with a plan, checks plan and incidents",
      "against NIST SP 800-61 Rev. 2."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JournalOption journal;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The response plan, as YAML or JSON; without it only the journal is checked.")
  private @Nullable Path plan;

  @Override
  public Integer call() {
    var screen = Ir.screen(spec);
    var responsePlan = plan == null ? null : PlanReader.read(plan);
    List<IncidentRecord> records;
    try (var events = journal.open()) {
      records = JournalOption.records(events);
    }
    long events = records.stream().mapToLong(record -> record.incident().version()).sum();
    screen.line("read " + records.size() + " incidents with " + events + " events to their end");
    return responsePlan == null || complies(responsePlan, records, screen) ? Ir.FINE : Ir.FINDINGS;
  }

  private static boolean complies(ResponsePlan plan, List<IncidentRecord> records, Screen screen) {
    var complies = true;
    var now = InstantSource.system().instant();
    for (IncidentRecord record : records) {
      screen.heading(record.incident().id().name());
      var report = Compliance.check(RuleSet.nist80061r2(), plan, record, now);
      screen.block(report.toText());
      complies &= report.failures().isEmpty();
    }
    return complies;
  }
}
