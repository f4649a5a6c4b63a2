package dev.firebreak.action;

import static dev.firebreak.action.ActionCondition.APPROVER_DISTINCT;
import static dev.firebreak.action.ActionCondition.APPROVER_HAS_ROLE;
import static dev.firebreak.action.ActionCondition.KNOWN;
import static dev.firebreak.action.ActionCondition.NEW;
import static dev.firebreak.action.ActionCondition.STATUS_FITS;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What may be asked about response actions. */
public sealed interface ActionRequest extends Request<Actions> {
  /** Returns the action that it is about. */
  ActionId action();

  @Override
  default Concept<Actions> concept() {
    return Actions.CONCEPT;
  }

  /**
   * Plan an action; a policy's {@link Approval} says who must approve it.
   *
   * @param step the step of the playbook that it carries out, null if none
   */
  record Plan(ActionId action, ActionType type, String target, @Nullable StepId step)
      implements ActionRequest {
    public Plan {
      Check.text(target, "target");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return actions
          .find(action)
          .map(used -> ImmutableList.of(NEW.unmet("there is an action " + action, used.since())))
          .orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      var approval = by.verdict(Approval.class);
      return ImmutableList.of(new ActionFact.Planned(action, type, target, step, approval));
    }
  }

  /** Approve an action; never for who asked for it. */
  record Approve(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      var found = actions.find(action);
      if (found.isEmpty()) {
        return ImmutableList.of(unknown(action));
      }
      var unmet = ImmutableList.<Rejection>builder();
      var asked = found.get();
      if (asked.status() != ActionStatus.AWAITING_APPROVAL) {
        unmet.add(doesNotFit(asked, "be approved"));
      }
      var roles = asked.approval().by();
      if (!roles.isEmpty() && Collections.disjoint(roles, by.roles())) {
        unmet.add(
            APPROVER_HAS_ROLE
                .unmet(
                    by.actor() + " holds none of " + roles + ", which approve " + action,
                    asked.since())
                .or(new Remedy.AskAs(Remedy.Asker.holding(roles))));
      }
      if (asked.approvers().contains(by.actor())) {
        unmet.add(
            APPROVER_DISTINCT
                .unmet(by.actor() + " has approved " + action + " already", asked.since())
                .or(new Remedy.AskAs(Remedy.Asker.holding(roles).but(by.actor()))));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Approved(action));
    }
  }

  /** Start an action. */
  record Start(ActionId action) implements ActionRequest {
    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return mustBecome(ActionStatus.RUNNING, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Started(action));
    }
  }

  /** Record that an action did what it should. */
  record Succeed(ActionId action, String outcome) implements ActionRequest {
    public Succeed {
      Check.text(outcome, "outcome");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return mustBecome(ActionStatus.SUCCEEDED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Succeeded(action, outcome));
    }
  }

  /** Record that an action did not do what it should. */
  record Fail(ActionId action, String reason) implements ActionRequest {
    public Fail {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return mustBecome(ActionStatus.FAILED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Failed(action, reason));
    }
  }

  /** Try a failed action again. */
  record Retry(ActionId action, String reason) implements ActionRequest {
    public Retry {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      var found = actions.find(action);
      if (found.isEmpty()) {
        return ImmutableList.of(unknown(action));
      }
      return found.get().status() == ActionStatus.FAILED
          ? ImmutableList.of()
          : ImmutableList.of(doesNotFit(found.get(), "be tried again"));
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Retried(action, reason));
    }
  }

  /** Refuse an action, or give it up. */
  record Cancel(ActionId action, String reason) implements ActionRequest {
    public Cancel {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return mustBecome(ActionStatus.CANCELLED, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.Cancelled(action, reason));
    }
  }

  /** Record that what an action had done was undone. */
  record RollBack(ActionId action, String reason) implements ActionRequest {
    public RollBack {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Actions actions, Asking by) {
      return mustBecome(ActionStatus.ROLLED_BACK, action, actions);
    }

    @Override
    public ImmutableList<Fact<Actions>> yields(Actions actions, Asking by) {
      return ImmutableList.of(new ActionFact.RolledBack(action, reason));
    }
  }

  private static ImmutableList<Rejection> mustBecome(
      ActionStatus next, ActionId id, Actions actions) {
    var found = actions.find(id);
    if (found.isEmpty()) {
      return ImmutableList.of(unknown(id));
    }
    return found.get().status().mayBecome(next)
        ? ImmutableList.of()
        : ImmutableList.of(doesNotFit(found.get(), "become " + next));
  }

  private static Rejection unknown(ActionId id) {
    return KNOWN.unmet("there is no action " + id);
  }

  private static Rejection doesNotFit(Action action, String what) {
    return STATUS_FITS.unmet(
        "action " + action.id() + " is " + action.status() + " and cannot " + what, action.since());
  }
}
