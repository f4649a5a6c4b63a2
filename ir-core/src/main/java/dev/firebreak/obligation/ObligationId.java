package dev.firebreak.obligation;

import dev.firebreak.check.Check;

/**
 * Names an obligation of the plan.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ObligationId(String value) {
  public ObligationId {
    Check.identifier(value, "obligation");
  }

  @Override
  public String toString() {
    return value;
  }
}
