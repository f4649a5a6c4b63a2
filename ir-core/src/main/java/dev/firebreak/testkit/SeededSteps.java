package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.ExecutionNumber;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes requests about the steps of one incident: most about what waits, some about any. */
final class SeededSteps {
  private static final ImmutableList<Function<SeededSteps, PlaybookRequest>> KINDS =
      ImmutableList.of(
          SeededSteps::complete,
          SeededSteps::complete,
          by -> new PlaybookRequest.WaiveStep(by.step(), by.dice.text()),
          by -> new PlaybookRequest.FailStep(by.step(), by.dice.text(), by.execution()),
          by -> new PlaybookRequest.TimeOutStep(by.step(), by.someExecution()),
          SeededSteps::decide,
          SeededSteps::decide,
          SeededSteps::add,
          SeededSteps::set);

  private final Dice dice;
  private final Incident incident;
  private final ResponsePlan plan;
  private final @Nullable Execution waiting;

  SeededSteps(Dice dice, Incident incident, ResponsePlan plan) {
    this.dice = dice;
    this.incident = incident;
    this.plan = plan;
    this.waiting =
        dice.onceIn(5) ? null : dice.anyOf(incident.steps().run().waiting()).orElse(null);
  }

  PlaybookRequest next() {
    return dice.oneOf(KINDS).apply(this);
  }

  private StepId step() {
    if (waiting != null) {
      return waiting.step();
    }
    var steps =
        plan.playbooks().stream()
            .flatMap(playbook -> playbook.steps().stream())
            .map(Step::id)
            .collect(ImmutableList.toImmutableList());
    return dice.onceIn(4)
        ? new StepId("unheard-of")
        : dice.anyOf(steps).orElseGet(() -> new StepId("unheard-of"));
  }

  private @Nullable ExecutionNumber execution() {
    return waiting == null || dice.onceIn(3) ? null : waiting.id();
  }

  private ExecutionNumber someExecution() {
    return waiting == null ? new ExecutionNumber(dice.within(1, 20)) : waiting.id();
  }

  private PlaybookRequest complete() {
    return new PlaybookRequest.CompleteStep(step(), dice.text(), execution());
  }

  private PlaybookRequest decide() {
    var answers =
        waiting != null && waiting.waits() instanceof Execution.Waits.Answer asked
            ? asked.answers()
            : ImmutableSet.of(Node.YES, Node.NO);
    return new PlaybookRequest.Decide(
        step(),
        dice.onceIn(6) ? "perhaps" : dice.anyOf(answers).orElse(Node.OTHERWISE),
        dice.text(),
        execution());
  }

  private PlaybookRequest add() {
    var role = dice.anyOf(plan.roles()).map(RoleDefinition::role).orElse(new Role("visitor"));
    var name = dice.onceIn(3) ? step() : new StepId("extra-" + dice.within(0, 9));
    return new PlaybookRequest.AddStep(name, dice.oneOf(Phase.class), dice.text(), role);
  }

  private PlaybookRequest set() {
    var run = incident.steps().run();
    var scope =
        waiting == null || waiting.within() == null || dice.onceIn(2)
            ? null
            : run.scopeOf(waiting.within()).id();
    return new PlaybookRequest.SetVariable(
        dice.oneOf(ImmutableList.of("count", "sure", "unknown")),
        dice.oneOf(ImmutableList.of("2", "3", "true", "many")),
        dice.onceIn(6) ? new ExecutionNumber(dice.within(1, 9)) : scope);
  }
}
