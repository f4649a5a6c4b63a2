package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What happened to response actions. */
public sealed interface ActionFact extends Fact<Actions> {
  @Override
  default Concept<Actions> concept() {
    return Actions.CONCEPT;
  }

  /**
   * An action was planned.
   *
   * @param kind what sort of action it is
   * @param step the step of the playbook that it carries out, null if none
   * @param approval who must approve it, as a policy answered
   */
  record Planned(
      ActionId action, ActionType kind, String target, @Nullable StepId step, Approval approval)
      implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      var status = approval.count() > 0 ? ActionStatus.AWAITING_APPROVAL : ActionStatus.READY;
      return before.with(
          new Action(
              action,
              kind,
              target,
              step,
              stamp.actor(),
              approval,
              ImmutableSet.of(),
              status,
              stamp.sequence()));
    }
  }

  /** Somebody approved an action; with enough approvals it is ready. */
  record Approved(ActionId action) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).approvedBy(stamp.actor(), stamp.sequence()));
    }
  }

  /** An action was started. */
  record Started(ActionId action) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.RUNNING, stamp.sequence()));
    }
  }

  /**
   * An action did what it should.
   *
   * @param outcome what came of it
   */
  record Succeeded(ActionId action, String outcome) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.SUCCEEDED, stamp.sequence()));
    }
  }

  /** An action did not do what it should. */
  record Failed(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.FAILED, stamp.sequence()));
    }
  }

  /** A failed action is to be tried again. */
  record Retried(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.READY, stamp.sequence()));
    }
  }

  /** An action will not be done: it was refused, or is no longer wanted. */
  record Cancelled(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.CANCELLED, stamp.sequence()));
    }
  }

  /** What an action had done was undone. */
  record RolledBack(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.get(action).to(ActionStatus.ROLLED_BACK, stamp.sequence()));
    }
  }
}
