package dev.firebreak.evidence;

import dev.firebreak.check.Check;

/**
 * Names one item of evidence within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record EvidenceId(String value) {
  public EvidenceId {
    Check.identifier(value, "evidence id");
  }

  @Override
  public String toString() {
    return value;
  }
}
