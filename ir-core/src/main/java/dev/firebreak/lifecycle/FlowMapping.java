package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.incident.Incident;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Outlook;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is in another version of its playbook.
 *
 * <p>A place is the same when the step is there under its name, of the same kind, and in the same
 * branch of the same steps around it. A run of which one place is not there loses all of them.
 */
final class FlowMapping {
  private final PlanIndex from;
  private final PlanIndex to;
  private final Map<StepId, ImmutableSet<StepId>> levels = new HashMap<>();

  FlowMapping(PlanIndex from, PlanIndex to) {
    this.from = from;
    this.to = to;
  }

  /** Returns the steps at which the run is, and which are not there any more. */
  ImmutableSet<StepId> lost(Run run) {
    var lost = ImmutableSet.<StepId>builder();
    for (Execution each : run.open()) {
      var around = run.around(each);
      if (around != null && !isThere(each, around)) {
        lost.add(each.step());
      }
    }
    return lost.build();
  }

  private boolean isThere(Execution execution, Execution around) {
    var node = to.findNode(execution.step());
    if (execution.asset() != null) {
      return node instanceof Node.ForEachAsset;
    }
    var was = from.findNode(execution.step());
    return node != null
        && was != null
        && node.getClass() == was.getClass()
        && (!(node instanceof Node.Call call) || call.playbook().equals(execution.playbook()))
        && levels.computeIfAbsent(around.step(), any -> within(around)).contains(execution.step());
  }

  /** Returns the steps of the branches of an execution, without those of steps in them. */
  private ImmutableSet<StepId> within(Execution around) {
    var playbook = around.playbook();
    if (playbook != null) {
      var flow = flowOf(to, playbook);
      return flow == null ? ImmutableSet.of() : PlaybookPlaces.of(flow);
    }
    var node = to.findNode(around.step());
    return node == null ? ImmutableSet.of() : PlaybookPlaces.from(node.branches(), to::findNode);
  }

  private static @Nullable Flow flowOf(PlanIndex plan, PlaybookId id) {
    var playbook = plan.playbook(id);
    return playbook == null ? null : playbook.flow();
  }

  /** Returns whom or what an execution waits for from here on; null if that is as before. */
  @Nullable PlaybookFact waiting(Execution execution) {
    var within = execution.within();
    if (within == null) {
      return null;
    }
    if (execution.waits() instanceof Execution.Waits.Work work) {
      var step = to.step(execution.step());
      return step == null || step.role().equals(work.role())
          ? null
          : new PlaybookFact.StepReady(
              step.id(), execution.id(), within, step.role(), execution.due());
    }
    if (execution.waits() instanceof Execution.Waits.Answer asked) {
      var node = to.node(execution.step());
      var question = FlowRules.questionOf(node);
      var answers = FlowRules.answersOf(node);
      return asked.question().equals(question.text())
              && asked.role().equals(question.role())
              && asked.answers().equals(answers)
          ? null
          : new PlaybookFact.DecisionAwaited(
              execution.step(), execution.id(), within, question.text(), question.role(), answers);
    }
    return null;
  }

  /** Returns the mandatory steps that are new in the playbook, not settled, and not to come. */
  ImmutableSet<StepId> owed(PlaybookId playbook, Incident incident) {
    var run = incident.steps().run();
    var ahead =
        run.running() ? Outlook.of(run, to.plan().playbooks()).ahead() : ImmutableSet.<StepId>of();
    var before = new PlaybookPlaces(from).steps(playbook);
    return new PlaybookPlaces(to)
        .mandatory(playbook, incident).stream()
            .filter(step -> !before.contains(step) && !ahead.contains(step))
            .filter(step -> !incident.steps().owes(step))
            .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns what an open run waits for otherwise than before. */
  ImmutableList<PlaybookFact> waiting(Run run) {
    return run.waiting().stream()
        .map(this::waiting)
        .filter(Objects::nonNull)
        .collect(ImmutableList.toImmutableList());
  }
}
