package dev.firebreak.fact;

import dev.firebreak.check.Check;

/**
 * The border between customers: every key carries it, and nothing crosses it.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record Tenant(String name) {
  /** The tenant of an application that has only one. */
  public static final Tenant SINGLE = new Tenant("single");

  public Tenant {
    Check.identifier(name, "tenant");
  }

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other || (other instanceof Tenant that && name.equals(that.name));
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
