package dev.firebreak.testkit;

import dev.firebreak.check.Check;
import dev.firebreak.policy.Policy;

/** What a policy says of itself. */
record Names(String name, String version, String explanation, String label) {

  static Names of(Policy policy) {
    return new Names(policy.name(), policy.version(), policy.explain(), policy.label());
  }

  /**
   * Checks that all of it can be recorded.
   *
   * @throws IllegalArgumentException if it cannot
   */
  void check() {
    Check.identifier(name, "name");
    Check.text(version, "version");
    Check.text(explanation, "explanation");
    Check.text(label, "label");
  }
}
