package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to response actions. */
public sealed interface ActionFact extends Fact<Actions>
    permits ActionFact.Planned,
        ActionFact.Approved,
        ActionFact.Started,
        ActionFact.Succeeded,
        ActionFact.Failed,
        ActionFact.Retried,
        ActionFact.Cancelled,
        ActionFact.RolledBack,
        ActionFact.Unblocked,
        ActionFact.ApprovalRevoked,
        ActionFact.ApprovalExpired,
        ActionFact.Assigned,
        ActionFact.Reminded,
        ActionFact.TimedOut,
        ActionFact.Skipped,
        ActionFact.GlassBroken,
        ActionFact.GlassReviewed,
        ActionFact.UndoStarted,
        ActionFact.UndoFailed,
        ActionFact.CaptureWaived {
  /** Returns the action that it is about. */
  ActionId action();

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
   * @param terms on what terms, null if nothing was agreed
   */
  record Planned(
      ActionId action,
      ActionType kind,
      String target,
      @Nullable StepId step,
      Approval approval,
      @Nullable ActionTerms terms)
      implements ActionFact {
    /** An action was planned without any terms. */
    public Planned(
        ActionId action, ActionType kind, String target, @Nullable StepId step, Approval approval) {
      this(action, kind, target, step, approval, null);
    }

    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      var agreed = terms == null ? ActionTerms.NONE : terms;
      return before.with(
          new Action(
              action,
              kind,
              target,
              step,
              stamp.actor(),
              agreed,
              approval,
              ImmutableSet.of(),
              null,
              before.status(agreed, approval),
              agreed.assignee(),
              agreed.firstReminder(),
              0,
              null,
              null,
              null,
              0,
              null,
              false,
              stamp.sequence()));
    }
  }

  /** All that an action waited for is done, or left out. */
  record Unblocked(ActionId action) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).toApproval());
    }
  }

  /** Somebody approved an action; with enough approvals it is ready. */
  record Approved(ActionId action) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(
          before.changing(action, stamp).approvedBy(stamp.actor(), stamp.recorded()));
    }
  }

  /** Somebody took an approval back. */
  record ApprovalRevoked(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).withoutApprovalOf(stamp.actor()));
    }
  }

  /** An action was not started while its approvals held, and has to be approved again. */
  record ApprovalExpired(ActionId action) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).withoutApprovals());
    }
  }

  /** An action was given to somebody. */
  record Assigned(ActionId action, Actor to) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).assignedTo(to));
    }
  }

  /**
   * An unfinished action was called to mind.
   *
   * @param assignee who is to do it, null if that is left open
   * @param due when it is to be done, or was
   */
  record Reminded(ActionId action, @Nullable Actor assignee, Instant due) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).reminded(stamp.recorded()));
    }
  }

  /**
   * An action was started.
   *
   * @param key the key under which its effect happens at most once
   */
  record Started(ActionId action, String key) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).startedUnder(key, stamp.recorded()));
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
      return before.with(before.changing(action, stamp).to(ActionStatus.SUCCEEDED));
    }
  }

  /**
   * An action did not do what it should.
   *
   * @param retryAt when it is tried again by itself, null if it is not
   */
  record Failed(ActionId action, String reason, @Nullable Instant retryAt) implements ActionFact {
    /** An action failed, and is not tried again by itself. */
    public Failed(ActionId action, String reason) {
      this(action, reason, null);
    }

    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).failed(retryAt));
    }
  }

  /**
   * An action gave no answer in time, so that what it did is not known.
   *
   * @param retryAt when it is tried again by itself, null if it is not
   */
  record TimedOut(ActionId action, @Nullable Instant retryAt) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).to(ActionStatus.TIMED_OUT, retryAt));
    }
  }

  /** An action that failed or timed out is to be tried again, if its approvals are there. */
  record Retried(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).toApproval());
    }
  }

  /** An action will not be done: it was refused, or is no longer wanted. */
  record Cancelled(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).to(ActionStatus.CANCELLED));
    }
  }

  /** An action was left out, and what waits for it goes on. */
  record Skipped(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).to(ActionStatus.SKIPPED));
    }
  }

  /** Somebody did not wait for the approvals of an action: it may start at once. */
  record GlassBroken(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).glassBroken(stamp.actor(), reason));
    }
  }

  /**
   * Somebody else looked at an action that had not waited for its approvals.
   *
   * @param text what the review found
   */
  record GlassReviewed(ActionId action, GlassVerdict verdict, String text) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).glassReviewed());
    }
  }

  /**
   * It was begun to undo what an action had done.
   *
   * @param key the key under which that happens at most once
   */
  record UndoStarted(ActionId action, String reason, String key) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).undoneUnder(key, stamp.recorded()));
    }
  }

  /** What an action had done could not be undone. */
  record UndoFailed(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).to(ActionStatus.SUCCEEDED));
    }
  }

  /** An action may destroy evidence of which nothing was secured. */
  record CaptureWaived(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).captureWaived());
    }
  }

  /** What an action had done was undone. */
  record RolledBack(ActionId action, String reason) implements ActionFact {
    @Override
    public Actions applyTo(Actions before, Stamp stamp) {
      return before.with(before.changing(action, stamp).to(ActionStatus.ROLLED_BACK));
    }
  }
}
