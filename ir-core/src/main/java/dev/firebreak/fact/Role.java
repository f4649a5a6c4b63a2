package dev.firebreak.fact;

import dev.firebreak.check.Check;

/**
 * A role in incident response, as the plan names it, such as {@code incident-manager}.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record Role(String name) {
  public Role {
    Check.identifier(name, "role");
  }

  @Override
  public String toString() {
    return name;
  }
}
