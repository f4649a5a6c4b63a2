package dev.firebreak.analysis;

import dev.firebreak.check.Check;

/**
 * Names one piece of attacker activity within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ActivityId(String value) {
  public ActivityId {
    Check.identifier(value, "activity id");
  }

  @Override
  public String toString() {
    return value;
  }
}
