package dev.firebreak.playbook;

import static dev.firebreak.playbook.PlaybookCondition.ANSWER_FITS;
import static dev.firebreak.playbook.PlaybookCondition.AWAITED;
import static dev.firebreak.playbook.PlaybookCondition.DECIDER_HAS_ROLE;
import static dev.firebreak.playbook.PlaybookCondition.DUE;
import static dev.firebreak.playbook.PlaybookCondition.NEW_STEP;
import static dev.firebreak.playbook.PlaybookCondition.NOT_SETTLED;
import static dev.firebreak.playbook.PlaybookCondition.ONE_MEANT;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What must hold for requests about steps. */
final class PlaybookRules {
  private PlaybookRules() {}

  static ImmutableList<Rejection> mustNotBeSettled(StepId step, StepProgress progress) {
    return progress.hasSettled(step)
        ? ImmutableList.of(
            NOT_SETTLED.unmet("step " + step + " was done or waived", progress.settledBy(step)))
        : ImmutableList.of();
  }

  /** Returns which execution is meant, null if that is none. */
  static @Nullable ExecutionNumber meant(
      StepId step, @Nullable ExecutionNumber execution, Run run) {
    if (execution == null) {
      return run.onlyOne(step);
    }
    return run.awaits(step, execution) ? execution : null;
  }

  /** Returns nothing if one execution is meant of those that there are. */
  static ImmutableList<Rejection> mustMeanOne(
      StepId step, @Nullable ExecutionNumber execution, StepProgress progress) {
    var run = progress.run();
    if (meant(step, execution, run) != null) {
      return ImmutableList.of();
    }
    var told = ImmutableList.<String>builder();
    var facts = ImmutableList.<Long>builder();
    for (Execution each : run.waiting(step)) {
      var asset = run.assetOf(each);
      told.add(each.id() + (asset == null ? "" : " for " + asset));
      facts.add(each.since());
    }
    return ImmutableList.of(
        ONE_MEANT.unmet(
            "step " + step + " waits in the executions " + told.build(),
            facts.build().toArray(new Long[0])));
  }

  /**
   * Returns nothing if the run waits for the step.
   *
   * @param decision whether it waits for a decision, and not for something to be done
   */
  static ImmutableList<Rejection> mustAwait(
      StepId step, boolean decision, @Nullable ExecutionNumber execution, StepProgress progress) {
    if (!progress.run().awaits(step)) {
      return ImmutableList.of(AWAITED.unmet("nothing waits for step " + step));
    }
    var meant = meant(step, execution, progress.run());
    if (meant == null) {
      return mustMeanOne(step, execution, progress);
    }
    var found = progress.run().get(meant);
    return decision == found.waits() instanceof Execution.Waits.Answer
        ? ImmutableList.of()
        : ImmutableList.of(
            AWAITED.unmet(
                "step " + step + (decision ? " is done, not decided" : " is decided, not done"),
                found.since()));
  }

  /** Returns nothing if nothing has to be decided at the step. */
  static ImmutableList<Rejection> mustBeWork(StepId step, StepProgress progress) {
    for (Execution each : progress.run().waiting(step)) {
      if (each.waits() instanceof Execution.Waits.Answer) {
        return ImmutableList.of(
            AWAITED.unmet("step " + step + " is decided, not waived", each.since()));
      }
    }
    return ImmutableList.of();
  }

  /** Returns nothing if this is an answer to what is asked, by who decides. */
  static ImmutableList<Rejection> mustFit(
      PlaybookRequest.Decide decision, Execution execution, Asking by) {
    var unmet = ImmutableList.<Rejection>builder();
    if (execution.waits() instanceof Execution.Waits.Answer asked) {
      if (!asked.answers().contains(decision.answer())) {
        unmet.add(
            ANSWER_FITS.unmet(
                "\"" + asked.question() + "\" is answered with one of " + asked.answers(),
                execution.since()));
      }
      if (!by.roles().contains(asked.role())) {
        unmet.add(
            DECIDER_HAS_ROLE
                .unmet(
                    by.actor() + " does not hold " + asked.role() + ", who decides it",
                    execution.since())
                .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableList.of(asked.role())))));
      }
    }
    return unmet.build();
  }

  /** Returns nothing if the time of the execution is up. */
  static ImmutableList<Rejection> mustBeDue(
      StepId step, ExecutionNumber id, StepProgress progress, Instant now) {
    var execution = progress.run().find(id).filter(each -> each.step().equals(step)).orElse(null);
    var due = execution == null ? null : execution.due();
    if (execution == null || due == null) {
      return ImmutableList.of(
          DUE.unmet("execution " + id + " of step " + step + " is never out of time"));
    }
    return due.isAfter(now)
        ? ImmutableList.of(
            DUE.unmet("step " + step + " may be done until " + due, execution.since())
                .or(new Remedy.WaitUntil(due)))
        : ImmutableList.of();
  }

  static Rejection isThere(StepId step) {
    return NEW_STEP.unmet("there is a step " + step + " already");
  }

  /** Returns the execution whose variables are meant, null if that is no playbook that runs. */
  static @Nullable ExecutionNumber scope(@Nullable ExecutionNumber scope, Run run) {
    if (scope == null) {
      return run.root();
    }
    return run.find(scope).filter(each -> each.playbook() != null).isPresent() ? scope : null;
  }
}
