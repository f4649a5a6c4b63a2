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

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other || (other instanceof ActionId that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
