package dev.firebreak.decision;

import dev.firebreak.check.Check;

/**
 * Names a decision within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record DecisionId(String value) {
  public DecisionId {
    Check.identifier(value, "decision id");
  }

  @Override
  public String toString() {
    return value;
  }
}
