package dev.firebreak.action;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One response action.
 *
 * @param id its name within the incident
 * @param type what is done
 * @param target to what, such as a host or an account
 * @param step the step of the playbook that it carries out, null if none
 * @param requester who asked for it
 * @param approval who must approve it
 * @param approvers who has approved it
 * @param status where it stands
 * @param since the sequence number of the event that led there
 */
public record Action(
    ActionId id,
    ActionType type,
    String target,
    @Nullable StepId step,
    Actor requester,
    Approval approval,
    ImmutableSet<Actor> approvers,
    ActionStatus status,
    long since) {

  Action to(ActionStatus next, long sequence) {
    return new Action(id, type, target, step, requester, approval, approvers, next, sequence);
  }

  Action approvedBy(Actor approver, long sequence) {
    var more = ImmutableSet.<Actor>builder().addAll(approvers).add(approver).build();
    var next = more.size() >= approval.count() ? ActionStatus.READY : status;
    return new Action(id, type, target, step, requester, approval, more, next, sequence);
  }
}
