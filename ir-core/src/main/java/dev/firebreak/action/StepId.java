package dev.firebreak.action;

import dev.firebreak.check.Check;

/**
 * Names a step of a playbook; an action points to the step that it carries out.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}; unique within a plan
 */
public record StepId(String value) {
  public StepId {
    Check.identifier(value, "step");
  }

  @Override
  public String toString() {
    return value;
  }
}
