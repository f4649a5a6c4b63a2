package dev.firebreak.fact;

import dev.firebreak.check.Check;

/**
 * Somebody or something that acts: a person, or the name of a tool that acts on its own.
 *
 * <p>Rules compare actors, so the embedder resolves accounts and delegations to one id per person
 * before it asks.
 *
 * @param id 1..128 letters, digits or {@code . _ : @ + -}
 */
public record Actor(String id) {
  /** The engine itself, where it acts by the clock or on an alert. */
  public static final Actor ENGINE = new Actor("firebreak");

  public Actor {
    Check.identifier(id, "actor");
  }

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other || (other instanceof Actor that && id.equals(that.id));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
