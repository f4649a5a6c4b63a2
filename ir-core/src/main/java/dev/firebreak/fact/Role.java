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

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other || (other instanceof Role that && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
