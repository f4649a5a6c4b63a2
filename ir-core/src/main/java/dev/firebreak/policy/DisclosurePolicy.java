package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;

/** Answers whether an audience may be told of an incident. */
@FunctionalInterface
public interface DisclosurePolicy extends Policy {
  /** Returns everything that speaks against telling it; empty if it may be told. */
  ImmutableList<Rejection> review(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before it is told
   * @param members the incidents that are merged into it, whose marks count as well
   * @param notice what is to be told, and to whom
   * @param plan the plan that the incident runs under
   */
  record Context(
      Incident incident,
      ImmutableList<Incident> members,
      CommunicationRequest.Notify notice,
      ResponsePlan plan) {}

  /**
   * Returns the policy that the strictest mark of the Traffic Light Protocol decides, and a claim
   * of legal privilege: what is red or privileged is told to nobody else, what is amber to clients,
   * or with {@code +STRICT} not even to them, what is green to all but the media.
   *
   * <p>What has no mark may be told, and so may what the plan makes a duty to tell: a mark does not
   * set a law aside.
   */
  static DisclosurePolicy byTlp() {
    return new DisclosureByTlp();
  }
}
