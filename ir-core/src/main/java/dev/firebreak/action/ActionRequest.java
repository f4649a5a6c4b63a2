package dev.firebreak.action;

import static com.google.common.base.MoreObjects.firstNonNull;
import static dev.firebreak.action.ActionCondition.GAVE_APPROVAL;
import static dev.firebreak.action.ActionCondition.NEW;
import static dev.firebreak.action.ActionCondition.UNDO_RUNS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about response actions. */
public sealed interface ActionRequest extends Request<Actions> {
  /** Returns the action that it is about. */
  ActionId action();

  @Override
  default Concept<Actions> concept() {
    return Actions.CONCEPT;
  }

  /** What was planned is brought to its end where it was planned. */
  @Override
  default boolean afterMerging() {
    return !(this instanceof Plan);
  }

  /**
   * Plan an action; a policy's {@link Approval} says who must approve it.
   *
   * @param step the step of the playbook that it carries out, null if none
   * @param terms on what terms
   */
  record Plan(
      ActionId action, ActionType type, String target, @Nullable StepId step, ActionTerms terms)
      implements ActionRequest {
    public Plan {
      Check.text(target, "target");
    }

    /** Plan an action without any terms; add some with the methods of this. */
    public Plan(ActionId action, ActionType type, String target, @Nullable StepId step) {
      this(action, type, target, step, ActionTerms.NONE);
    }

    /** Returns this, but it waits for the others to be done, or skipped. */
    public Plan waitingFor(ActionId... others) {
      return with(
          new ActionTerms(
              ImmutableSet.copyOf(others),
              terms.assignee(),
              terms.due(),
              terms.remind(),
              terms.timeLimit(),
              terms.retries()));
    }

    /** Returns this, but somebody is to do it. */
    public Plan assignedTo(Actor assignee) {
      return with(
          new ActionTerms(
              terms.waitsFor(),
              assignee,
              terms.due(),
              terms.remind(),
              terms.timeLimit(),
              terms.retries()));
    }

    /** Returns this, but it is to be done by then, when it is called to mind. */
    public Plan due(Instant due) {
      return due(due, null);
    }

    /** Returns this, but it is to be done by then, and is called to mind before and then. */
    public Plan due(Instant due, @Nullable Instant remind) {
      return with(
          new ActionTerms(
              terms.waitsFor(), terms.assignee(), due, remind, terms.timeLimit(), terms.retries()));
    }

    /** Returns this, but it times out if it runs longer than that. */
    public Plan within(Duration limit) {
      return with(
          new ActionTerms(
              terms.waitsFor(),
              terms.assignee(),
              terms.due(),
              terms.remind(),
              limit,
              terms.retries()));
    }

    /** Returns this, but it is tried again by itself: for what an executor carries out. */
    public Plan retrying(Retries retries) {
      return with(
          new ActionTerms(
              terms.waitsFor(),
              terms.assignee(),
              terms.due(),
              terms.remind(),
              terms.timeLimit(),
              retries));
    }

    private Plan with(ActionTerms other) {
      return new Plan(action, type, target, step, other);
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      var used = actions.find(action).orElse(null);
      var others = terms.waitsFor();
      if (used == null) {
        return others.isEmpty()
            ? ImmutableList.of()
            : ActionRules.mayWaitFor(action, others.asList(), actions);
      }
      return ImmutableList.<Rejection>builder()
          .add(NEW.unmet("there is an action " + action, used.since()))
          .addAll(ActionRules.mayWaitFor(action, others.asList(), actions))
          .build();
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var approval = by.verdict(Approval.class);
      var agreed = terms.equals(ActionTerms.NONE) ? null : terms;
      return ImmutableList.of(new ActionFact.Planned(action, type, target, step, approval, agreed));
    }
  }

  /** Approve an action; never for who asked for it. */
  record Approve(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(action, actions, asked -> ActionRules.mayApprove(asked, by));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var approved = new ActionFact.Approved(action);
      return actions.get(action).approvalExpired(by.stamp().recorded())
          ? ImmutableList.of(new ActionFact.ApprovalExpired(action), approved)
          : ImmutableList.of(approved);
    }
  }

  /** Take back one's approval of an action that has not been started. */
  record RevokeApproval(ActionId action, String reason) implements ActionRequest {
    public RevokeApproval {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          asked -> {
            boolean fits =
                asked.status() == ActionStatus.AWAITING_APPROVAL
                    || asked.status() == ActionStatus.READY;
            var unmet = ImmutableList.<Rejection>builder();
            unmet.addAll(ActionRules.must(fits, asked, "lose an approval"));
            if (!asked.approvers().contains(by.actor())) {
              unmet.add(
                  GAVE_APPROVAL.unmet(by.actor() + " has not approved " + action, asked.since()));
            }
            return unmet.build();
          });
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.ApprovalRevoked(action, reason));
    }
  }

  /** Record that approvals have expired; the engine asks for this. */
  record ExpireApproval(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBeDue(this, actions, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.ApprovalExpired(action));
    }
  }

  /** Give an action to somebody, instead of who had it before. */
  record Assign(ActionId action, Actor to) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          given -> ActionRules.must(given.status().mayStillBeDone(), given, "be given to anybody"));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return to.equals(actions.get(action).assignee())
          ? ImmutableList.of()
          : ImmutableList.of(new ActionFact.Assigned(action, to));
    }
  }

  /** Record that an action is called to mind; the engine asks for this. */
  record Remind(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBeDue(this, actions, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var late = actions.get(action);
      var due = firstNonNull(late.terms().due(), late.reminder());
      return ImmutableList.of(new ActionFact.Reminded(action, late.assignee(), due));
    }
  }

  /** Start an action. */
  record Start(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action, actions, one -> ActionRules.mayStart(one, actions, by.stamp().recorded()));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Started(action, actions.get(action).nextKey()));
    }
  }

  /**
   * Start an action in an emergency without the approvals that it waits for; for who may break the
   * glass. Somebody else has to {@linkplain ReviewGlass review} that.
   */
  record BreakGlass(ActionId action, String reason) implements ActionRequest {
    public BreakGlass {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          one ->
              one.status() == ActionStatus.PLANNED
                  ? ActionRules.mayStart(one, actions, by.stamp().recorded())
                  : ActionRules.must(
                      one.status() == ActionStatus.AWAITING_APPROVAL
                          || one.approvalExpired(by.stamp().recorded()),
                      one,
                      "be started without approvals"));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(
          new ActionFact.GlassBroken(action, reason),
          new ActionFact.Started(action, actions.get(action).nextKey()));
    }
  }

  /**
   * Review that an action was started without its approvals; never for who did that, or had asked
   * for the action.
   *
   * @param text what the review found
   */
  record ReviewGlass(ActionId action, GlassVerdict verdict, String text) implements ActionRequest {
    public ReviewGlass {
      Check.text(text, "text");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          one ->
              one.awaitsReview()
                  ? ImmutableList.of()
                  : ImmutableList.of(
                      ActionCondition.REVIEW_OPEN.unmet(
                          "there is nothing to review about " + action, one.since())));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.GlassReviewed(action, verdict, text));
    }
  }

  /** Record that an action did what it should, be it late. */
  record Succeed(ActionId action, String outcome) implements ActionRequest {
    public Succeed {
      Check.text(outcome, "outcome");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBecome(ActionStatus.SUCCEEDED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ActionRules.freeing(new ActionFact.Succeeded(action, outcome), actions);
    }
  }

  /** Record that an action did not do what it should. */
  record Fail(ActionId action, String reason) implements ActionRequest {
    public Fail {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBecome(ActionStatus.FAILED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var retryAt = actions.get(action).retryAfter(by.stamp().recorded());
      return ImmutableList.of(new ActionFact.Failed(action, reason, retryAt));
    }
  }

  /** Record that an action, or undoing it, gave no answer in time; the engine asks for this. */
  record TimeOut(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBeDue(this, actions, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var late = actions.get(action);
      return ImmutableList.of(
          late.undoKey() == null
              ? new ActionFact.TimedOut(action, late.retryAfter(by.stamp().recorded()))
              : new ActionFact.UndoFailed(action, "it gave no answer in time"));
    }
  }

  /** Make an action ready once more that has failed or timed out. */
  record Retry(ActionId action, String reason) implements ActionRequest {
    public Retry {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          tried ->
              ActionRules.must(
                  tried.status() == ActionStatus.FAILED || tried.status() == ActionStatus.TIMED_OUT,
                  tried,
                  "be tried again"));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Retried(action, reason));
    }
  }

  /**
   * Start an action again that has failed or timed out, as it was planned, or have it approved
   * again if its approvals have expired; the engine asks for this.
   */
  record TryAgain(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBeDue(this, actions, by.stamp().recorded());
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var tried = actions.get(action);
      var retried = new ActionFact.Retried(action, "as planned, after try " + tried.tries());
      return tried.approvedAt(by.stamp().recorded())
          ? ImmutableList.of(retried, new ActionFact.Started(action, tried.nextKey()))
          : ImmutableList.of(retried);
    }
  }

  /** Refuse an action, or give it up. */
  record Cancel(ActionId action, String reason) implements ActionRequest {
    public Cancel {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBecome(ActionStatus.CANCELLED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Cancelled(action, reason));
    }
  }

  /** Leave an action out, so that what waits for it goes on; for who may waive. */
  record Skip(ActionId action, String reason) implements ActionRequest {
    public Skip {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBecome(ActionStatus.SKIPPED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ActionRules.freeing(new ActionFact.Skipped(action, reason), actions);
    }
  }

  /** Begin to undo what an action has done: an executor does it, or people. */
  record Undo(ActionId action, String reason) implements ActionRequest {
    public Undo {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          done ->
              done.undoKey() == null
                  ? ActionRules.mustBecome(ActionStatus.ROLLED_BACK, done)
                  : ImmutableList.of(
                      UNDO_RUNS.unmet(action + " is being undone already", done.since())));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var key = action + "/undo/" + (actions.get(action).undos() + 1);
      return ImmutableList.of(new ActionFact.UndoStarted(action, reason, key));
    }
  }

  /** Record that what an action has done could not be undone. */
  record FailUndo(ActionId action, String reason) implements ActionRequest {
    public FailUndo {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          done ->
              done.undoKey() != null
                  ? ImmutableList.of()
                  : ImmutableList.of(
                      UNDO_RUNS.unmet(action + " is not being undone", done.since())));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.UndoFailed(action, reason));
    }
  }

  /**
   * Let an action destroy evidence on its target though nothing of it was secured; for who may
   * waive.
   */
  record WaiveCapture(ActionId action, String reason) implements ActionRequest {
    public WaiveCapture {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.about(
          action,
          actions,
          one -> ActionRules.must(one.status().mayStillBeDone(), one, "destroy anything any more"));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return actions.get(action).captureWaived()
          ? ImmutableList.of()
          : ImmutableList.of(new ActionFact.CaptureWaived(action, reason));
    }
  }

  /** Record that what an action had done was undone. */
  record RollBack(ActionId action, String reason) implements ActionRequest {
    public RollBack {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return ActionRules.mustBecome(ActionStatus.ROLLED_BACK, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.RolledBack(action, reason));
    }
  }
}
