package dev.firebreak.playbook;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.Execution.Waits;
import dev.firebreak.scope.AssetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to the steps of a playbook, and to its run. */
public sealed interface PlaybookFact extends Fact<StepProgress>
    permits PlaybookFact.StepDone,
        PlaybookFact.StepWaived,
        PlaybookFact.StepFailed,
        PlaybookFact.StepTimedOut,
        PlaybookFact.StepAdded,
        PlaybookFact.Started,
        PlaybookFact.StepReady,
        PlaybookFact.DecisionAwaited,
        PlaybookFact.Decided,
        PlaybookFact.BranchTaken,
        PlaybookFact.BranchesStarted,
        PlaybookFact.Repeated,
        PlaybookFact.Called,
        PlaybookFact.BranchEnded,
        PlaybookFact.Left,
        PlaybookFact.MilestoneReached,
        PlaybookFact.VariableSet,
        PlaybookFact.Ended,
        PlaybookFact.PlaceAwaited,
        PlaybookFact.StepsOwed {
  @Override
  default Concept<StepProgress> concept() {
    return StepProgress.CONCEPT;
  }

  /**
   * Somebody did a step, or an action did.
   *
   * @param execution which execution of it, null for a step of no run
   */
  record StepDone(StepId step, String note, @Nullable ExecutionNumber execution)
      implements PlaybookFact {
    /** A step of no run was done. */
    public StepDone(StepId step, String note) {
      this(step, note, null);
    }

    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withDone(step, stamp.sequence()).without(execution);
    }
  }

  /**
   * Somebody entitled decided to leave a step out.
   *
   * @param execution which execution of it, null if its turn has not come
   */
  record StepWaived(StepId step, String reason, @Nullable ExecutionNumber execution)
      implements PlaybookFact {
    /** A step whose turn has not come is left out. */
    public StepWaived(StepId step, String reason) {
      this(step, reason, null);
    }

    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withWaived(step, stamp.sequence()).without(execution);
    }
  }

  /** A step could not be done. */
  record StepFailed(StepId step, String reason, ExecutionNumber execution) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.without(execution);
    }
  }

  /** A step was not done in time, so that it has failed. */
  record StepTimedOut(StepId step, ExecutionNumber execution) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.without(execution);
    }
  }

  /**
   * A step was added that was not planned.
   *
   * @param in the phase in which it is to be done
   * @param title what is to be done
   * @param role who does it
   */
  record StepAdded(StepId step, Phase in, String title, Role role) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withAdded(new AddedStep(step, in, title, role));
    }
  }

  /** A playbook began to run. */
  record Started(PlaybookId playbook, ExecutionNumber execution) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var step = new StepId(playbook.value());
      var whole = Execution.of(execution, step, null, Execution.BRANCHES, stamp.sequence());
      return before.started(whole.running(playbook).begun(1));
    }
  }

  /**
   * It is the turn of a step.
   *
   * @param within the execution to which its branch belongs
   * @param role who does it
   * @param due when it has failed if nobody has done it, null for never
   */
  record StepReady(
      StepId step,
      ExecutionNumber execution,
      ExecutionNumber within,
      Role role,
      @Nullable Instant due)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var ready =
          Execution.of(execution, step, within, new Waits.Work(role), stamp.sequence()).until(due);
      return before.with(before.run().with(ready));
    }
  }

  /**
   * Somebody has to decide which way it goes on.
   *
   * @param within the execution to which its branch belongs
   * @param question what is asked
   * @param role who decides
   * @param answers the possible answers
   */
  record DecisionAwaited(
      StepId step,
      ExecutionNumber execution,
      ExecutionNumber within,
      String question,
      Role role,
      ImmutableSet<String> answers)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var waits = new Waits.Answer(role, question, answers);
      var known = before.run().find(execution);
      var asked =
          known.isPresent()
              ? known.get().waitingFor(waits, stamp.sequence())
              : Execution.of(execution, step, within, waits, stamp.sequence());
      return before.with(before.run().with(asked));
    }
  }

  /**
   * Somebody decided which way it goes on.
   *
   * @param answer what was answered
   * @param reason what speaks for it
   */
  record Decided(StepId step, ExecutionNumber execution, String answer, String reason)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.with(before.run().with(before.run().get(execution).again()));
    }
  }

  /**
   * The incident answered which way it goes on.
   *
   * @param within the execution to which its branch belongs
   * @param answer what was answered
   * @param because by which expression
   */
  record BranchTaken(
      StepId step, ExecutionNumber execution, ExecutionNumber within, String answer, String because)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var run = before.run();
      var known =
          run.find(execution)
              .orElseGet(
                  () ->
                      Execution.of(execution, step, within, Execution.BRANCHES, stamp.sequence()));
      return before.with(run.with(known.again()));
    }
  }

  /**
   * Branches began at the same time.
   *
   * @param within the execution to which its branch belongs
   * @param branches how many; 0 if there is one for each asset, which are told one by one
   */
  record BranchesStarted(
      StepId step, ExecutionNumber execution, ExecutionNumber within, int branches)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var begun =
          Execution.of(execution, step, within, Execution.BRANCHES, stamp.sequence())
              .begun(branches);
      return before.with(branches == 0 ? before.run().repeating(begun) : before.run().with(begun));
    }
  }

  /**
   * A branch began for an asset.
   *
   * @param execution the execution of the branch
   * @param within the execution that is repeated
   */
  record Repeated(StepId step, ExecutionNumber execution, ExecutionNumber within, AssetId asset)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var run = before.run();
      var branch =
          Execution.of(execution, step, within, Execution.BRANCHES, stamp.sequence())
              .repeatedFor(asset)
              .begun(1);
      return before.with(run.with(run.get(within).begun(1)).with(branch));
    }
  }

  /**
   * A step called another playbook.
   *
   * @param within the execution to which its branch belongs
   */
  record Called(StepId step, ExecutionNumber execution, ExecutionNumber within, PlaybookId playbook)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var call =
          Execution.of(execution, step, within, Execution.BRANCHES, stamp.sequence())
              .running(playbook)
              .begun(1);
      return before.with(before.run().with(call));
    }
  }

  /**
   * A branch ended, and what it belongs to goes on: with its other branches, or about the failure.
   */
  record BranchEnded(StepId step, ExecutionNumber execution, boolean failed)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.with(before.run().with(before.run().get(execution).ended(failed)));
    }
  }

  /**
   * A step with branches is over, as they are.
   *
   * @param because why it failed, null if one of its branches did, or if it did not
   */
  record Left(StepId step, ExecutionNumber execution, boolean failed, @Nullable String because)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.without(execution);
    }
  }

  /**
   * A milestone was reached.
   *
   * @param within the execution to which its branch belongs
   */
  record MilestoneReached(StepId step, ExecutionNumber within, String title)
      implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withMilestone(step, stamp.sequence());
    }
  }

  /**
   * A variable got a value.
   *
   * @param scope the execution of the playbook whose variable it is
   */
  record VariableSet(ExecutionNumber scope, String name, String value) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.with(before.run().withVariable(scope, name, value));
    }
  }

  /**
   * Somebody has to decide where a playbook goes on, since another version of the plan decides from
   * here on. What was done before is not done again.
   *
   * @param execution the execution of the whole
   * @param lost the steps at which it was, and which it left; empty if it did not run
   * @param question what is asked
   * @param role who decides
   * @param answers the steps at which it may go on
   */
  record PlaceAwaited(
      PlaybookId playbook,
      ExecutionNumber execution,
      ImmutableSet<StepId> lost,
      String question,
      Role role,
      ImmutableSet<String> answers)
      implements PlaybookFact {
    /** Returns what the execution of the whole waits for. */
    public Waits.Answer asked() {
      return new Waits.Answer(role, question, answers);
    }

    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      var known = before.run().find(execution);
      var whole =
          known.isPresent()
              ? known.get()
              : Execution.of(
                      execution,
                      new StepId(playbook.value()),
                      null,
                      Execution.BRANCHES,
                      stamp.sequence())
                  .running(playbook);
      var asked = whole.waitingFor(asked(), stamp.sequence());
      return before.with(before.run().at(asked)).carriedUpTo(stamp.sequence());
    }
  }

  /** Steps are owed that another version of the plan demands, and at which the run is past. */
  record StepsOwed(ImmutableSet<StepId> steps) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withOwed(steps, stamp.sequence());
    }
  }

  /**
   * A playbook ended.
   *
   * @param as how
   * @param because why, in words
   */
  record Ended(PlaybookId playbook, Run.Outcome as, String because) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.with(before.run().ended(as));
    }
  }
}
