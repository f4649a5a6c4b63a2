package dev.firebreak.plan;

/**
 * One thing that is wrong with a plan.
 *
 * @param pointer where, as a JSON pointer into the plan, such as {@code /playbooks/0/steps/2/role}
 * @param message what is wrong and what was expected
 */
public record PlanProblem(String pointer, String message) {
  @Override
  public String toString() {
    return pointer + ": " + message;
  }
}
