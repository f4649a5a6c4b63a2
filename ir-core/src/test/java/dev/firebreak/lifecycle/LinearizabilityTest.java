package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;

import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** That calls of several threads are answered as if they had been made one after another. */
@Param(name = "number", gen = IntGen.class, conf = "1:2")
public class LinearizabilityTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final Viewer VIEWER = Viewer.of(MANAGER);

  private final IncidentResponse response;

  /** Makes an engine that nothing has happened to; called for every run. */
  public LinearizabilityTest() {
    response = IncidentResponse.under(Ransomware.plan(), () -> Ransomware.START).build();
  }

  @Operation
  public String open(@Param(name = "number") int number) {
    return submit("open-" + number, new IncidentRequest.Open("Files"));
  }

  @Operation
  public String acknowledge(@Param(name = "number") int number) {
    return submit("acknowledge-" + number, new TriageRequest.Acknowledge());
  }

  @Operation
  public String addAsset(@Param(name = "number") int number) {
    var request = new ScopeRequest.AddAsset(new AssetId("h-" + number), "host");
    return answer(response.submit(ID, HANDLER, request));
  }

  @Operation
  public long version() {
    return response.incident(ID, VIEWER).map(incident -> incident.version()).orElse(0L);
  }

  @Operation
  public String record() {
    return response
        .record(ID, VIEWER)
        .map(record -> record.history().stream().map(event -> event.type()).toList().toString())
        .orElse("none");
  }

  @Operation
  public int found() {
    return response.find(IncidentQuery.ALL, VIEWER).size();
  }

  private String submit(String id, Request<?> request) {
    return answer(response.submit(new Command(new CommandId(id), ID, HANDLER, null, request)));
  }

  private static String answer(Decision decision) {
    if (!(decision instanceof Decision.Accepted accepted)) {
      return decision.toString();
    }
    var sequences = accepted.events().stream().map(event -> event.sequence()).toList();
    return sequences + (accepted.repeated() ? " before" : "");
  }

  @Test
  void is_linearizable_under_stress() {
    new StressOptions()
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(15)
        .invocationsPerIteration(200)
        .check(LinearizabilityTest.class);
  }
}
