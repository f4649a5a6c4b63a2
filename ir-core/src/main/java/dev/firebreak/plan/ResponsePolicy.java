package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * The policy that the plan rests on.
 *
 * @param commitment how management stands behind it
 * @param purpose what it is for
 * @param scope whom and what it binds
 */
public record ResponsePolicy(String commitment, String purpose, String scope) {
  public ResponsePolicy {
    Check.text(commitment, "commitment");
    Check.text(purpose, "purpose");
    Check.text(scope, "scope");
  }
}
