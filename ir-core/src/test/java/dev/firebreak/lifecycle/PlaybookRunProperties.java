package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.RoleTable;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.testkit.SeededIncidents;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the answers, a run comes to its end, and until then it says for whom it waits. */
class PlaybookRunProperties {
  private static final IncidentId ID = IncidentId.of("p");
  private static final Actor ANA = new Actor("ana");
  private static final int MOST = 100_000;
  private static final RoleTable ANYBODY =
      new RoleTable(
          ImmutableMap.of(
              "incident.*", RoleTable.Allowed.ANYBODY,
              "triage.*", RoleTable.Allowed.ANYBODY,
              "people.*", RoleTable.Allowed.ANYBODY,
              "scope.*", RoleTable.Allowed.ANYBODY,
              "playbook.*", RoleTable.Allowed.ANYBODY));

  @Property(tries = 300)
  void every_run_ends_in_bounded_steps_whatever_the_answers(@ForAll long seed) {
    var plan = SeededIncidents.of(seed).nextPlan();
    var flowing = plan.playbooks().stream().filter(each -> each.flow() != null).toList();
    Assume.that(!flowing.isEmpty());
    var random = new Random(seed);
    var engine = begin(plan, flowing.get(0).categories().iterator().next(), random.nextInt(4));
    int steps = 0;
    for (var run = run(engine); run.running(); run = run(engine)) {
      assertThat(++steps).isLessThan(MOST);
      var waiting = run.waiting();
      assertThat(waiting).as("a run that has not ended waits for somebody").isNotEmpty();
      var next = waiting.get(random.nextInt(waiting.size()));
      assertThat(next.role()).isIn(plan.roles().stream().map(RoleDefinition::role).toList());
      accept(engine, answer(next, random));
      var after = run(engine);
      assertThat(after.find(next.id()).map(Execution::waits)).isNotEqualTo(next.waits());
    }
    assertThat(run(engine).open()).isEmpty();
    assertThat(run(engine).outcome()).isIn(Run.Outcome.COMPLETED, Run.Outcome.FAILED);
  }

  private static IncidentResponse begin(ResponsePlan plan, Category category, int hosts) {
    var engine =
        IncidentResponse.under(plan, new TestClock())
            .policies(Policies.STANDARD.withRoles(ANYBODY))
            .build();
    accept(engine, new IncidentRequest.Open("something happened"));
    plan.roles().forEach(each -> accept(engine, new PeopleRequest.Assign(each.role(), ANA)));
    for (int i = 0; i < hosts; i++) {
      accept(engine, new ScopeRequest.AddAsset(new AssetId("h-" + i), AssetKind.HOST));
    }
    accept(engine, new TriageRequest.Classify(category, "what speaks for it"));
    return engine;
  }

  private static Request<?> answer(Execution waiting, Random random) {
    if (waiting.waits() instanceof Execution.Waits.Answer asked) {
      var answer = asked.answers().asList().get(random.nextInt(asked.answers().size()));
      return new PlaybookRequest.Decide(waiting.step(), answer, "so", waiting.id());
    }
    return random.nextInt(3) == 0
        ? new PlaybookRequest.FailStep(waiting.step(), "it broke", waiting.id())
        : new PlaybookRequest.CompleteStep(waiting.step(), "done", waiting.id());
  }

  private static Run run(IncidentResponse engine) {
    return engine.incident(ID, Viewer.of(ANA)).map(Incident::steps).orElseThrow().run();
  }

  private static void accept(IncidentResponse engine, Request<?> request) {
    assertThat(engine.submit(ID, ANA, request)).matches(Decision::accepted, "accepted");
  }
}
