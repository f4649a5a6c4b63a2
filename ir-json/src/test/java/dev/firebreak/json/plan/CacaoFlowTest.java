package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.PlanException;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CACAO playbooks of others keep their control flow, and run; see CONTRIBUTING for the files. */
@Tag("corpora")
class CacaoFlowTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path CACAO =
      Path.of(Objects.requireNonNullElse(System.getProperty("firebreak.corpora"), "."), "cacao");
  private static final Category CATEGORY = new Category("hunt");
  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final Actor ADA = new Actor("ada");

  @Test
  void every_valid_playbook_keeps_its_control_flow() throws IOException {
    int steps = 0;
    for (Map.Entry<String, JsonNode> file : valid().entrySet()) {
      var flow = Objects.requireNonNull(CacaoDouble.read(file.getValue(), CATEGORY).flow());
      var written = new TreeMap<String, Map<String, String>>();
      flow.nodes().forEach((id, node) -> written.put(id.value(), CacaoDouble.flowOf(node)));
      var original = new TreeMap<String, Map<String, String>>();
      for (Map.Entry<String, JsonNode> step : file.getValue().path("workflow").properties()) {
        original.put(step.getKey(), CacaoDouble.flowOf(step.getValue()));
      }
      assertThat(written).as(file.getKey()).isEqualTo(original);
      steps += written.size();
    }
    System.out.printf("cacao: %d playbooks with %d steps%n", valid().size(), steps);
  }

  @Test
  void every_valid_playbook_that_a_plan_takes_comes_to_its_end_whatever_is_decided()
      throws IOException {
    int ran = 0;
    for (Map.Entry<String, JsonNode> file : valid().entrySet()) {
      var plan = plan(CacaoDouble.read(file.getValue(), CATEGORY));
      for (int seed = 0; plan.isPresent() && seed < 10; seed++) {
        assertThat(outcome(plan.get(), new Random(seed)))
            .as(file.getKey())
            .isIn(Run.Outcome.COMPLETED, Run.Outcome.FAILED);
      }
      ran += plan.isPresent() ? 1 : 0;
    }
    assertThat(ran).isPositive();
    System.out.printf("cacao: %d playbooks ran%n", ran);
  }

  private static Map<String, JsonNode> valid() throws IOException {
    var valid = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> file :
        MAPPER.readTree(Files.readString(CACAO.resolve("expected.json"))).properties()) {
      if (file.getValue().path("schemaValid").asBoolean(false)) {
        var path = CACAO.resolve("playbooks").resolve(file.getKey());
        valid.put(file.getKey(), MAPPER.readTree(Files.readString(path)));
      }
    }
    assertThat(valid).isNotEmpty();
    return valid;
  }

  /** Returns a plan with the playbook, or nothing if parts of it can never be reached. */
  private static Optional<ResponsePlan> plan(Playbook playbook) {
    var levels = SeverityMatrix.levels("any");
    var any =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    try {
      return Optional.of(
          ResponsePlan.builder("cacao", "1")
              .roles(
                  new RoleDefinition(
                      CacaoDouble.ROLE,
                      RoleKind.INCIDENT_MANAGER,
                      ADA,
                      ImmutableList.of(),
                      ImmutableSet.of()))
              .severity(new SeverityMatrix(levels, ImmutableList.of(any)), levels.get(0))
              .playbooks(playbook)
              .build());
    } catch (PlanException e) {
      var problems = e.problems().stream().map(each -> each.message()).collect(toImmutableList());
      assertThat(problems).allMatch(message -> message.startsWith("nothing leads to"));
      return Optional.empty();
    }
  }

  private static Run.Outcome outcome(ResponsePlan plan, Random random) {
    var engine = IncidentResponse.under(plan, InstantSource.fixed(Instant.EPOCH)).build();
    accept(engine, new IncidentRequest.Open("a hunt"));
    accept(engine, new TriageRequest.Classify(CATEGORY, "it is one"));
    var run = run(engine);
    for (int i = 0; run.running(); i++) {
      assertThat(i).isLessThan(10_000);
      accept(engine, answer(run.waiting().get(0), random));
      run = run(engine);
    }
    return Objects.requireNonNull(run.outcome());
  }

  private static Request<?> answer(Execution waiting, Random random) {
    if (waiting.waits() instanceof Execution.Waits.Answer asked) {
      var answer = asked.answers().asList().get(random.nextInt(asked.answers().size()));
      return new PlaybookRequest.Decide(waiting.step(), answer, "so");
    }
    return random.nextInt(5) == 0
        ? new PlaybookRequest.FailStep(waiting.step(), "it broke", null)
        : new PlaybookRequest.CompleteStep(waiting.step(), "done");
  }

  private static Run run(IncidentResponse engine) {
    return engine.incident(ID, Viewer.of(ADA)).orElseThrow().steps().run();
  }

  private static void accept(IncidentResponse engine, Request<?> request) {
    assertThat(engine.submit(ID, ADA, request)).matches(Decision::accepted);
  }
}
