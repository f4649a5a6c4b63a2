package dev.firebreak.policy;

import dev.firebreak.incident.Incident;
import dev.firebreak.people.NextAsk;
import dev.firebreak.plan.ResponsePlan;

/** Answers who is asked to take an incident on, and who next when nobody answers. */
@FunctionalInterface
public interface EscalationPolicy extends Policy {
  /** Returns who is asked and how long they have, or that there is nobody left to ask. */
  NextAsk next(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident in which nobody has answered
   * @param level how far the question has climbed with this one: 1 for the first who is asked
   * @param plan the plan that the incident runs under
   */
  record Context(Incident incident, int level, ResponsePlan plan) {}

  /** Returns the policy that the plan's ladder is climbed, level by level, once. */
  static EscalationPolicy ladder() {
    return new PlannedLadder();
  }
}
