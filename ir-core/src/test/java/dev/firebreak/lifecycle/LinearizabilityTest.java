package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageRequest;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * That calls of several threads to two engines on one journal are answered as if they had been made
 * one after another.
 */
@Param(name = "number", gen = IntGen.class, conf = "1:2")
@Param(name = "engine", gen = IntGen.class, conf = "0:1")
public class LinearizabilityTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final Viewer VIEWER = Viewer.of(MANAGER);

  private final ImmutableList<IncidentResponse> engines;

  /** Makes engines to which nothing has happened; called for every run. */
  public LinearizabilityTest() {
    var journal = new InMemoryJournal();
    engines = ImmutableList.of(on(journal), on(journal));
  }

  private static IncidentResponse on(Journal journal) {
    return IncidentResponse.under(Ransomware.plan(), () -> Ransomware.START)
        .journal(journal)
        .build();
  }

  @Operation
  public String open(@Param(name = "engine") int engine, @Param(name = "number") int number) {
    return submit(engine, "open-" + number, new IncidentRequest.Open("Files"));
  }

  @Operation
  public String acknowledge(
      @Param(name = "engine") int engine, @Param(name = "number") int number) {
    return submit(engine, "acknowledge-" + number, new TriageRequest.Acknowledge());
  }

  @Operation
  public String tell(@Param(name = "engine") int engine, @Param(name = "number") int number) {
    var request = new CommunicationRequest.Notify(Audience.MEDIA, "them", "it happened", null);
    return submit(engine, "tell-" + number, request);
  }

  @Operation
  public String addAsset(@Param(name = "engine") int engine, @Param(name = "number") int number) {
    var request = new ScopeRequest.AddAsset(new AssetId("h-" + number), "host");
    return answer(engines.get(engine).submit(ID, HANDLER, request));
  }

  @Operation
  public String containAsset(
      @Param(name = "engine") int engine, @Param(name = "number") int number) {
    var request =
        new ScopeRequest.Advance(new AssetId("h-" + number), AssetState.CONTAINED, "by hand");
    return answer(engines.get(engine).submit(ID, HANDLER, request));
  }

  @Operation
  public long version(@Param(name = "engine") int engine) {
    return engines.get(engine).incident(ID, VIEWER).map(Incident::version).orElse(0L);
  }

  @Operation
  public String record(@Param(name = "engine") int engine) {
    return engines
        .get(engine)
        .record(ID, VIEWER)
        .map(record -> record.history().stream().map(Event::type).toList().toString())
        .orElse("none");
  }

  @Operation
  public int found(@Param(name = "engine") int engine) {
    return engines.get(engine).find(IncidentQuery.ALL, VIEWER).size();
  }

  private String submit(int engine, String id, Request<?> request) {
    var command = new Command(new CommandId(id), ID, HANDLER, null, request);
    return answer(engines.get(engine).submit(command));
  }

  private static String answer(Decision decision) {
    if (!(decision instanceof Decision.Accepted accepted)) {
      return decision.toString();
    }
    var sequences = accepted.events().stream().map(Event::sequence).toList();
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
