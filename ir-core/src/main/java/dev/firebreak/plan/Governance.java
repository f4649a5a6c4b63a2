package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What the plan rests on and how it is kept: policy, words, aims, measures and its own history.
 *
 * @param policy the policy, null if not written down
 * @param definitions what words mean
 * @param mission what the team is there for, null if not written down
 * @param metrics by what the response is measured
 * @param reviews when the plan was reviewed, beside {@link ResponsePlan#reviewed()}
 * @param changes what changed from version to version
 * @param distribution who has a copy
 */
public record Governance(
    @Nullable ResponsePolicy policy,
    ImmutableList<Definition> definitions,
    @Nullable Mission mission,
    ImmutableList<Metric> metrics,
    ImmutableList<PlanReview> reviews,
    ImmutableList<PlanChange> changes,
    ImmutableList<Distribution> distribution) {
  /** Nothing of it is written down. */
  public static final Governance EMPTY =
      new Governance(
          null,
          ImmutableList.of(),
          null,
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of());
}
