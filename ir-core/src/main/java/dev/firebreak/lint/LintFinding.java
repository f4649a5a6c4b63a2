package dev.firebreak.lint;

import dev.firebreak.check.Check;

/**
 * One weakness of a plan.
 *
 * @param pointer where, as a JSON pointer into the plan; empty for the plan as a whole
 * @param message what is wrong, in one clause
 */
public record LintFinding(LintRule rule, String pointer, String message) {
  public LintFinding {
    Check.text(message, "message");
  }

  /** Returns what lifts it, as an instruction. */
  public String remedy() {
    return rule.remedy();
  }

  /** Returns all of it on one line. */
  @Override
  public String toString() {
    return rule.id() + " " + pointer + ": " + message + ". " + rule.remedy() + ".";
  }
}
