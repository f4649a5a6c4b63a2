package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;

/**
 * One thing that is wrong with a plan.
 *
 * @param pointer where, as a JSON pointer into the plan, such as {@code /playbooks/0/steps/2/role};
 *     for something that is there twice, where it is the second time
 * @param message what is wrong and what was expected
 * @param candidates the words that would have been right there; empty if that cannot be listed
 */
public record PlanProblem(String pointer, String message, ImmutableList<String> candidates) {
  /** Takes a problem without words that would have been right. */
  public PlanProblem(String pointer, String message) {
    this(pointer, message, ImmutableList.of());
  }

  @Override
  public String toString() {
    return pointer + ": " + message;
  }
}
