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
  /** How many of the words that would have been right a message names. */
  private static final int SHOWN = 50;

  /**
   * Returns that something is named that is not there.
   *
   * @param what what it would be, such as {@code role}
   * @param words what is there
   */
  static PlanProblem unknown(
      String pointer, String what, Object name, ImmutableList<String> words) {
    return new PlanProblem(
        pointer, "no %s %s in this plan, which has %s".formatted(what, name, shown(words)), words);
  }

  /** Returns the first of them, and how many more there are. */
  static String shown(ImmutableList<?> words) {
    return words.size() <= SHOWN
        ? words.toString()
        : words.subList(0, SHOWN) + " and " + (words.size() - SHOWN) + " more";
  }

  /** Takes a problem without words that would have been right. */
  public PlanProblem(String pointer, String message) {
    this(pointer, message, ImmutableList.of());
  }

  @Override
  public String toString() {
    return pointer + ": " + message;
  }
}
