package dev.firebreak.analysis;

import dev.firebreak.check.Check;

/**
 * Names a hypothesis about who is behind an incident within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record HypothesisId(String value) {
  public HypothesisId {
    Check.identifier(value, "hypothesis id");
  }

  @Override
  public String toString() {
    return value;
  }
}
