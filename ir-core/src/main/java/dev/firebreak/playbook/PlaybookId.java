package dev.firebreak.playbook;

import dev.firebreak.check.Check;

/**
 * Names a playbook of the plan.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record PlaybookId(String value) {
  public PlaybookId {
    Check.identifier(value, "playbook");
  }

  @Override
  public String toString() {
    return value;
  }
}
