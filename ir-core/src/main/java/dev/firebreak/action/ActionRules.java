package dev.firebreak.action;

import static dev.firebreak.action.ActionCondition.APPROVAL_HOLDS;
import static dev.firebreak.action.ActionCondition.APPROVER_DISTINCT;
import static dev.firebreak.action.ActionCondition.APPROVER_HAS_ROLE;
import static dev.firebreak.action.ActionCondition.DEPENDENCIES;
import static dev.firebreak.action.ActionCondition.DUE;
import static dev.firebreak.action.ActionCondition.KNOWN;
import static dev.firebreak.action.ActionCondition.STATUS_FITS;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Function;

/** What must hold for requests about actions. */
final class ActionRules {
  private ActionRules() {}

  /** Returns what the check finds, or that there is no such action. */
  static ImmutableList<Rejection> about(
      ActionId id, Actions actions, Function<Action, ImmutableList<Rejection>> check) {
    return actions
        .find(id)
        .map(check)
        .orElseGet(() -> ImmutableList.of(KNOWN.unmet("there is no action " + id)));
  }

  static ImmutableList<Rejection> mustBecome(ActionStatus next, ActionId id, Actions actions) {
    return about(id, actions, action -> mustBecome(next, action));
  }

  static ImmutableList<Rejection> mustBecome(ActionStatus next, Action action) {
    return must(action.status().mayBecome(next), action, "become " + next);
  }

  static ImmutableList<Rejection> must(boolean hold, Action action, String what) {
    return hold
        ? ImmutableList.of()
        : ImmutableList.of(
            STATUS_FITS.unmet(
                "action " + action.id() + " is " + action.status() + " and cannot " + what,
                action.since()));
  }

  static ImmutableList<Rejection> mayStart(Action action, Actions actions, Instant now) {
    if (action.status() == ActionStatus.PLANNED) {
      return actions.awaitedBy(action).stream()
          .map(awaited -> notDone(action, awaited))
          .collect(ImmutableList.toImmutableList());
    }
    if (!action.approvalExpired(now)) {
      return mustBecome(ActionStatus.RUNNING, action);
    }
    var approvers = Remedy.Asker.holding(action.approval().by()).but(action.requester());
    return ImmutableList.of(
        APPROVAL_HOLDS
            .unmet(
                "the approval of " + action.id() + " held until " + action.approvedUntil(),
                action.since())
            .or(new Remedy.Act(new ActionRequest.Approve(action.id()), approvers)));
  }

  private static Rejection notDone(Action action, Action awaited) {
    boolean never =
        awaited.status() == ActionStatus.CANCELLED || awaited.status() == ActionStatus.ROLLED_BACK;
    var unmet =
        DEPENDENCIES.unmet(
            "%s waits for %s, which is %s%s"
                .formatted(
                    action.id(),
                    awaited.id(),
                    awaited.status(),
                    never ? " and will not be done: skip or cancel it, and plan it anew" : ""),
            awaited.since());
    return awaited.status() == ActionStatus.RUNNING
        ? unmet.or(
            new Remedy.Act(
                new ActionRequest.Succeed(awaited.id(), "what came of it"), Remedy.Asker.ANYBODY))
        : unmet;
  }

  /** Returns what stands against planning an action that waits for these. */
  static ImmutableList<Rejection> mayWaitFor(
      ActionId id, ImmutableList<ActionId> others, Actions actions) {
    var unmet = ImmutableList.<Rejection>builder();
    for (ActionId other : others) {
      var found = actions.find(other).orElse(null);
      if (found == null) {
        unmet.add(DEPENDENCIES.unmet(id + " waits for " + other + ", which is not there"));
      } else if (found.status() == ActionStatus.CANCELLED
          || found.status() == ActionStatus.ROLLED_BACK) {
        unmet.add(
            DEPENDENCIES.unmet(
                id
                    + " waits for "
                    + other
                    + ", which is "
                    + found.status()
                    + " and will not be done",
                found.since()));
      }
    }
    return unmet.build();
  }

  static ImmutableList<Rejection> mayApprove(Action asked, Asking by) {
    boolean expired = asked.approvalExpired(by.stamp().recorded());
    var unmet = ImmutableList.<Rejection>builder();
    unmet.addAll(
        must(expired || asked.status() == ActionStatus.AWAITING_APPROVAL, asked, "be approved"));
    var roles = asked.approval().by();
    if (!roles.isEmpty() && Collections.disjoint(roles, by.roles())) {
      unmet.add(
          APPROVER_HAS_ROLE
              .unmet(
                  by.actor() + " holds none of " + roles + ", which approve " + asked.id(),
                  asked.since())
              .or(new Remedy.AskAs(Remedy.Asker.holding(roles))));
    }
    if (!expired && asked.approvers().contains(by.actor())) {
      unmet.add(
          APPROVER_DISTINCT
              .unmet(by.actor() + " has approved " + asked.id() + " already", asked.since())
              .or(new Remedy.AskAs(Remedy.Asker.holding(roles).but(by.actor()))));
    }
    return unmet.build();
  }

  /** Returns nothing if this is what is due of the action now. */
  static ImmutableList<Rejection> mustBeDue(ActionRequest request, Actions actions, Instant now) {
    return about(
        request.action(),
        actions,
        action -> {
          var alarm = action.alarm();
          if (alarm == null) {
            return ImmutableList.of(
                DUE.unmet("nothing is to come for " + action.id(), action.since()));
          }
          boolean next = Actions.asks(action, alarm).equals(request);
          if (next && !alarm.isAfter(now)) {
            return ImmutableList.of();
          }
          var unmet =
              DUE.unmet("the next to come for " + action.id() + " is at " + alarm, action.since());
          return ImmutableList.of(next ? unmet.or(new Remedy.WaitUntil(alarm)) : unmet);
        });
  }

  /** Returns the fact, and that those may go on which waited for nothing else. */
  static ImmutableList<Fact<Actions>> freeing(ActionFact done, Actions actions) {
    var freed = actions.freedBy(done.action());
    if (freed.isEmpty()) {
      return ImmutableList.of(done);
    }
    var facts = ImmutableList.<Fact<Actions>>builder().add(done);
    freed.forEach(each -> facts.add(new ActionFact.Unblocked(each)));
    return facts.build();
  }
}
