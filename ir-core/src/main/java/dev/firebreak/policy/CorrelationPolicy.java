package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.Candidate;
import dev.firebreak.alert.Placement;
import dev.firebreak.plan.ResponsePlan;
import java.time.Instant;

/**
 * Answers where an alert belongs.
 *
 * <p>It is asked about alerts that were not received before; which those are is told by their keys,
 * and is not for a policy to decide. Nothing that was received is lost, whatever it answers. Where
 * it names an incident that is not open, or a time that has passed, the alert opens an incident.
 */
@FunctionalInterface
public interface CorrelationPolicy extends Policy {
  /** Returns what is to become of the alert; never that it is a duplicate. */
  Placement place(Context context);

  /**
   * What it may look at.
   *
   * @param alert the alert
   * @param candidates the open incidents to which it may belong, that of which it is a repetition
   *     first
   * @param returning whether it was snoozed, and its time has come
   * @param now when it was received, or has returned
   * @param plan the plan in force
   */
  record Context(
      Alert alert,
      ImmutableList<Candidate> candidates,
      boolean returning,
      Instant now,
      ResponsePlan plan) {}

  /**
   * Returns the policy that an alert repeats one of the same fingerprint, joins the incident that
   * most of its observables lead to, or opens one.
   */
  static CorrelationPolicy asPlanned() {
    return new PlannedCorrelation();
  }
}
