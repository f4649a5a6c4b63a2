package dev.firebreak.triage;

import dev.firebreak.check.Check;

/**
 * A kind of incident, such as {@code ransomware} or {@code phishing}, as the plan names it.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record Category(String name) {
  public Category {
    Check.identifier(name, "category");
  }

  @Override
  public String toString() {
    return name;
  }
}
