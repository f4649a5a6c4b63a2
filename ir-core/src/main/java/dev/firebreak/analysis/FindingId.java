package dev.firebreak.analysis;

import dev.firebreak.check.Check;

/**
 * Names a finding within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record FindingId(String value) {
  public FindingId {
    Check.identifier(value, "finding id");
  }

  @Override
  public String toString() {
    return value;
  }
}
