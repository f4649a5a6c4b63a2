package dev.firebreak.action;

import dev.firebreak.check.Check;

/**
 * Names one response action within its incident.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ActionId(String value) {
  public ActionId {
    Check.identifier(value, "action id");
  }

  @Override
  public String toString() {
    return value;
  }
}
