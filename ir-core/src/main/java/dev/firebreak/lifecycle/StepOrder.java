package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Outlook;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step waits for whose turn has not come. */
final class StepOrder {
  private final Incident incident;
  private final PlanIndex plan;

  StepOrder(Incident incident, PlanIndex plan) {
    this.incident = incident;
    this.plan = plan;
  }

  /** Returns what a step waits for that is neither settled nor awaited, one rejection for each. */
  ImmutableList<Rejection> awaitedBy(Step step) {
    return plan.isInFlow(step.id()) ? awaitedInFlow(step) : awaitedInOrder(step);
  }

  /** Returns the steps that come before, however far, and may be done now. */
  private ImmutableList<Rejection> awaitedInOrder(Step step) {
    var unmet = ImmutableList.<Rejection>builder();
    var open = new ArrayDeque<StepId>(step.after());
    Set<StepId> seen = new HashSet<>();
    for (var id = open.poll(); id != null; id = open.poll()) {
      var before = plan.step(id);
      if (before == null || !seen.add(id) || incident.hasSettled(id)) {
        continue;
      }
      if (before.after().stream().allMatch(incident::hasSettled)) {
        unmet.add(
            waitsFor(step, "step " + id, before.role())
                .or(act(new PlaybookRequest.CompleteStep(id, "what was done"), before.role())));
      } else {
        open.addAll(before.after());
      }
    }
    return unmet.build();
  }

  private ImmutableList<Rejection> awaitedInFlow(Step step) {
    var run = incident.steps().run();
    var before = Outlook.of(run, plan.plan().playbooks()).before(step.id());
    if (before.isEmpty()) {
      return ImmutableList.of(notOnTheWay(step));
    }
    var unmet = ImmutableList.<Rejection>builder();
    before.forEach(execution -> unmet.add(waitsFor(step, execution)));
    return unmet.build();
  }

  private static Rejection waitsFor(Step step, Execution execution) {
    if (execution.waits() instanceof Execution.Waits.Answer asked) {
      var own = step.id().value();
      var example =
          new PlaybookRequest.Decide(
              execution.step(),
              asked.answers().contains(own) ? own : asked.answers().iterator().next(),
              "what speaks for it",
              execution.id());
      return waitsFor(step, "the decision \"" + asked.question() + "\"", asked.role(), execution)
          .or(act(example, asked.role()));
    }
    var role = Objects.requireNonNull(execution.role());
    var example =
        new PlaybookRequest.CompleteStep(execution.step(), "what was done", execution.id());
    return waitsFor(step, "step " + execution.step(), role, execution).or(act(example, role));
  }

  private static Rejection waitsFor(Step step, String what, Role role, Execution execution) {
    return GuardCondition.STEP_READY.unmet(
        "step " + step.id() + " waits for " + what + " of " + role, execution.since());
  }

  private static Rejection waitsFor(Step step, String what, Role role) {
    return GuardCondition.STEP_READY.unmet(
        "step " + step.id() + " waits for " + what + " of " + role);
  }

  private static Remedy act(PlaybookRequest request, Role role) {
    return new Remedy.Act(request, Remedy.Asker.holding(ImmutableSet.of(role)));
  }

  /** Returns that nothing that waits leads to the step. */
  private Rejection notOnTheWay(Step step) {
    var playbook = playbookOf(step.id());
    var run = incident.steps().run();
    if (playbook == null || run.running() || run.outcome() != null) {
      return GuardCondition.STEP_READY.unmet(
          "step " + step.id() + " is not on the way that was taken, or was passed");
    }
    var unmet =
        GuardCondition.STEP_READY.unmet(
            "playbook " + playbook.id() + " of step " + step.id() + " does not run");
    return playbook.categories().isEmpty()
        ? unmet
        : unmet.or(
            new Remedy.Act(
                new TriageRequest.Classify(
                    playbook.categories().iterator().next(), "what speaks for it"),
                Remedy.Asker.ANYBODY));
  }

  private @Nullable Playbook playbookOf(StepId id) {
    return plan.plan().playbooks().stream()
        .filter(each -> each.flow() != null && each.flow().nodes().containsKey(id))
        .findFirst()
        .orElse(null);
  }
}
