package dev.firebreak.playbook;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import org.jspecify.annotations.Nullable;

/** What may be asked about the steps of a playbook. */
public sealed interface PlaybookRequest extends Request<StepProgress>
    permits PlaybookRequest.CompleteStep,
        PlaybookRequest.WaiveStep,
        PlaybookRequest.FailStep,
        PlaybookRequest.TimeOutStep,
        PlaybookRequest.Decide,
        PlaybookRequest.AddStep,
        PlaybookRequest.SetVariable {
  @Override
  default Concept<StepProgress> concept() {
    return StepProgress.CONCEPT;
  }

  /**
   * Record that a step was done.
   *
   * @param execution which execution of it; null if there is one at most
   */
  record CompleteStep(StepId step, String note, @Nullable ExecutionNumber execution)
      implements PlaybookRequest {
    public CompleteStep {
      Check.text(note, "note");
    }

    /** A step was done of which there is one execution at most. */
    public CompleteStep(StepId step, String note) {
      this(step, note, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return progress.run().awaits(step)
          ? PlaybookRules.mustAwait(step, false, execution, progress)
          : PlaybookRules.mustNotBeSettled(step, progress);
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return ImmutableList.of(
          new PlaybookFact.StepDone(
              step, note, PlaybookRules.meant(step, execution, progress.run())));
    }
  }

  /** Decide, with a reason, to leave a step out, in all its executions. */
  record WaiveStep(StepId step, String reason) implements PlaybookRequest {
    public WaiveStep {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return progress.run().awaits(step)
          ? PlaybookRules.mustBeWork(step, progress)
          : PlaybookRules.mustNotBeSettled(step, progress);
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return progress.run().awaits(step)
          ? progress.run().waiting(step).stream()
              .map(each -> new PlaybookFact.StepWaived(step, reason, each.id()))
              .collect(toImmutableList())
          : ImmutableList.of(new PlaybookFact.StepWaived(step, reason));
    }
  }

  /**
   * Record that a step could not be done.
   *
   * @param execution which execution of it; null if there is one only
   */
  record FailStep(StepId step, String reason, @Nullable ExecutionNumber execution)
      implements PlaybookRequest {
    public FailStep {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return PlaybookRules.mustAwait(step, false, execution, progress);
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      var failed = PlaybookRules.meant(step, execution, progress.run());
      return failed == null
          ? ImmutableList.of()
          : ImmutableList.of(new PlaybookFact.StepFailed(step, reason, failed));
    }
  }

  /** Record that a step was not done in time; the engine asks for this. */
  record TimeOutStep(StepId step, ExecutionNumber execution) implements PlaybookRequest {
    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return PlaybookRules.mustBeDue(step, execution, progress, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return ImmutableList.of(new PlaybookFact.StepTimedOut(step, execution));
    }
  }

  /**
   * Decide which way it goes on.
   *
   * @param step the step at which it divides
   * @param answer one of the possible answers
   * @param reason what speaks for it
   * @param execution which execution of it; null if there is one only
   */
  record Decide(StepId step, String answer, String reason, @Nullable ExecutionNumber execution)
      implements PlaybookRequest {
    public Decide {
      Check.text(answer, "answer");
      Check.text(reason, "reason");
    }

    /** Decides at a step of which one execution waits. */
    public Decide(StepId step, String answer, String reason) {
      this(step, answer, reason, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      var unmet = PlaybookRules.mustAwait(step, true, execution, progress);
      var meant = PlaybookRules.meant(step, execution, progress.run());
      return unmet.isEmpty() && meant != null
          ? PlaybookRules.mustFit(this, progress.run().get(meant), by)
          : unmet;
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      var decided = PlaybookRules.meant(step, execution, progress.run());
      return decided == null
          ? ImmutableList.of()
          : ImmutableList.of(new PlaybookFact.Decided(step, decided, answer, reason));
    }
  }

  /**
   * Add a step that was not planned, and may be done.
   *
   * @param in the phase in which it is to be done
   * @param title what is to be done
   * @param role who does it
   */
  record AddStep(StepId step, Phase in, String title, Role role) implements PlaybookRequest {
    public AddStep {
      Check.text(title, "title");
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return progress.added(step).isEmpty()
          ? ImmutableList.of()
          : ImmutableList.of(PlaybookRules.isThere(step));
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return ImmutableList.of(new PlaybookFact.StepAdded(step, in, title, role));
    }
  }

  /**
   * Set a variable of the playbook that runs.
   *
   * @param value its value, written as text
   * @param scope the execution of the playbook whose variable it is, null for the outermost
   */
  record SetVariable(String name, String value, @Nullable ExecutionNumber scope)
      implements PlaybookRequest {
    public SetVariable {
      Check.text(name, "name");
    }

    /** Sets a variable of the playbook that is for the incident. */
    public SetVariable(String name, String value) {
      this(name, value, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
      return PlaybookRules.scope(scope, progress.run()) != null
          ? ImmutableList.of()
          : ImmutableList.of(
              PlaybookCondition.RUNNING.unmet(
                  scope == null ? "no playbook runs" : scope + " is no playbook that runs"));
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      var in = PlaybookRules.scope(scope, progress.run());
      return in == null || value.equals(progress.run().variable(in, name))
          ? ImmutableList.of()
          : ImmutableList.of(new PlaybookFact.VariableSet(in, name, value));
    }
  }
}
