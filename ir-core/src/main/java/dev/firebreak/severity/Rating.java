package dev.firebreak.severity;

import dev.firebreak.check.Check;

/**
 * A policy's answer to how severe an impact is.
 *
 * @param because what in the impact decided
 * @param under the policy that answered, with its version
 */
public record Rating(Severity severity, String because, String under) {
  public Rating {
    Check.text(because, "because");
    Check.text(under, "under");
  }
}
