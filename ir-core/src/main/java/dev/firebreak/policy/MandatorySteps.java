package dev.firebreak.policy;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Outlook;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import org.jspecify.annotations.Nullable;

/** No phase is left while a mandatory step before the next one is neither done nor waived. */
record MandatorySteps() implements ExitPolicy {
  @Override
  public String name() {
    return "mandatory-steps";
  }

  @Override
  public String explain() {
    return "Every mandatory step up to the entered phase is done or waived.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    var category = context.incident().triage().category();
    if (category == null) {
      return ImmutableList.of(
          condition()
              .unmet("the incident has no category, so its playbook is not known")
              .or(classify(context.plan())));
    }
    var playbook = context.plan().playbookFor(category);
    if (playbook.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Rejection> unmet = null;
    var steps = toCome(playbook.get(), context);
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      if (step.mandatory() && isDueBefore(context.to(), step.phase()) && !settled(step, context)) {
        unmet = unmet == null ? ImmutableList.builder() : unmet;
        unmet.add(missing(step, context.incident(), context.plan()));
      }
    }
    return unmet == null ? ImmutableList.of() : unmet.build();
  }

  /** Returns the steps that are done, or may still come; not those on a way that is not taken. */
  private static ImmutableList<Step> toCome(Playbook playbook, Context context) {
    var steps = context.incident().steps();
    var run = steps.run();
    if (playbook.flow() == null || (!run.running() && run.outcome() != Run.Outcome.COMPLETED)) {
      return playbook.steps();
    }
    if (!run.running() && steps.owed().isEmpty()) {
      return ImmutableList.of();
    }
    var ahead =
        run.running()
            ? Outlook.of(run, context.plan().playbooks()).ahead()
            : ImmutableSet.<StepId>of();
    return context.plan().playbooks().stream()
        .flatMap(each -> each.steps().stream())
        .filter(step -> ahead.contains(step.id()) || steps.owes(step.id()))
        .collect(toImmutableList());
  }

  private static boolean isDueBefore(@Nullable Phase entered, Phase phase) {
    return phase != Phase.PREPARATION && (entered == null || phase.isBefore(entered));
  }

  private static boolean settled(Step step, Context context) {
    if (context.incident().hasSettled(step.id())) {
      return true;
    }
    for (int i = 0; i < context.members().size(); i++) {
      if (context.members().get(i).hasSettled(step.id())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it is the turn of the step. */
  private static boolean mayBeDone(Step step, Incident incident, ResponsePlan plan) {
    if (incident.steps().owes(step.id())) {
      return true;
    }
    boolean inFlow =
        plan.playbooks().stream()
            .anyMatch(each -> each.flow() != null && each.flow().nodes().containsKey(step.id()));
    if (inFlow) {
      return incident.steps().run().waiting(step.id()).size() == 1;
    }
    return step.after().stream().allMatch(incident::hasSettled);
  }

  private Rejection missing(Step step, Incident incident, ResponsePlan plan) {
    var entitled = plan.entitledTo(Authority.WAIVE);
    var missing =
        condition()
            .unmet("step " + step.id() + " (" + step.title() + ") is neither done nor waived");
    if (mayBeDone(step, incident, plan)) {
      missing =
          missing.or(
              new Remedy.Act(
                  new PlaybookRequest.CompleteStep(step.id(), "what was done"),
                  Remedy.Asker.holding(ImmutableList.of(step.role()))));
    }
    return entitled.isEmpty()
        ? missing
        : missing.or(
            new Remedy.Act(
                new PlaybookRequest.WaiveStep(step.id(), "why it is left out"),
                Remedy.Asker.holding(entitled)));
  }

  private static Remedy classify(ResponsePlan plan) {
    var example =
        plan.playbooks().stream()
            .flatMap(playbook -> playbook.categories().stream())
            .findFirst()
            .orElse(new Category("other"));
    return new Remedy.Act(
        new TriageRequest.Classify(example, "what speaks for it"), Remedy.Asker.ANYBODY);
  }
}
