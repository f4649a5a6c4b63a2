package dev.firebreak.decision;

import dev.firebreak.fact.Actor;
import dev.firebreak.people.RoleKind;

/**
 * Somebody who was asked before a decision.
 *
 * @param as in which capacity
 */
public record Consulted(Actor who, RoleKind as) {
  @Override
  public String toString() {
    return who + " (" + as + ")";
  }
}
