package dev.firebreak.review;

import dev.firebreak.check.Check;

/**
 * Names an improvement within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ImprovementId(String value) {
  public ImprovementId {
    Check.identifier(value, "improvement");
  }

  @Override
  public String toString() {
    return value;
  }
}
