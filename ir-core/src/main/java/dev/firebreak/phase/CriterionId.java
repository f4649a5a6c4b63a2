package dev.firebreak.phase;

import dev.firebreak.check.Check;

/**
 * Names a criterion for the end of recovery.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}; unique within a plan
 */
public record CriterionId(String value) {
  public CriterionId {
    Check.identifier(value, "criterion");
  }

  @Override
  public String toString() {
    return value;
  }
}
