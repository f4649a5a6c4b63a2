package dev.firebreak.examples.cli;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionRequest.Approve;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.Alert;
import dev.firebreak.communication.CommunicationRequest.Notify;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Role;
import dev.firebreak.json.alert.AlertFile;
import dev.firebreak.json.alert.AlertRecord;
import dev.firebreak.json.journal.FileJournal;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Receipt;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.sharing.Audience;
import dev.firebreak.testkit.PolicyContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** The code of the README; {@link ReadmeTest} holds the two together, and runs this. */
final class ReadmeExample {
  private ReadmeExample() {}

  /** Runs in a directory in which the plan and the alerts lie. */
  public static void main(String[] args) throws IOException {
    var ada = new Actor("ada");
    var isolate =
        new ActionRequest.Plan(
            new ActionId("isolate-1"), ActionType.ISOLATE_HOST, "files-1", new StepId("isolate"));
    var alert = firstAlert(Path.of("suricata.jsonl"));
    // README
    ResponsePlan plan = PlanReader.read(Path.of("ransomware.yaml"));
    try (var journal = FileJournal.open(Path.of("incidents"))) {
      var response = IncidentResponse.under(plan, InstantSource.system()).journal(journal).build();
      var placed = (Receipt.Placed) response.receive(alert);
      response.submit(placed.incident(), ada, isolate);
      System.out.println(response.submit(placed.incident(), ada, new Approve(isolate.action())));
    }
    // end
  }

  // README
  record OneVoice() implements CommandPolicy {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return context.request() instanceof Notify notice
              && notice.audience() == Audience.MEDIA
              && !context.by().roles().contains(new Role("press-desk"))
          ? ImmutableList.of(condition().unmet("only the press desk talks to the media"))
          : ImmutableList.of();
    }
  }

  // end

  static void checkPolicy() {
    // README
    PolicyContract.forCommands(new OneVoice()).verify(42);
    // end
  }

  private static Alert firstAlert(Path file) throws IOException {
    try (var records = AlertFile.read(file)) {
      return records
          .filter(AlertRecord.Read.class::isInstance)
          .map(record -> ((AlertRecord.Read) record).alert())
          .findFirst()
          .orElseThrow();
    }
  }
}
