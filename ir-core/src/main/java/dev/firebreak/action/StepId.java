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

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other || (other instanceof StepId that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
