package dev.firebreak.policy;

import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.Rating;

/** Answers how severe an incident is. */
@FunctionalInterface
public interface SeverityPolicy extends Policy {
  /** Returns one of the plan's levels, and what decided. */
  Rating rate(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before the assessment
   * @param impact what it does
   * @param plan the plan that the incident runs under
   */
  record Context(Incident incident, Impact impact, ResponsePlan plan) {}

  /** Returns the policy that the plan's matrix decides. */
  static SeverityPolicy matrix() {
    return new PlanMatrix();
  }
}
