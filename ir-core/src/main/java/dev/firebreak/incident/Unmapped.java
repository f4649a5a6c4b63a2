package dev.firebreak.incident;

import dev.firebreak.check.Check;

/**
 * Something of an incident for which the version of the plan that it was moved to has no place. It
 * stays as it is.
 *
 * @param what what kind of thing it is
 * @param name which one
 * @param reason what has become of it
 */
public record Unmapped(Kind what, String name, String reason) {
  /** What kind of thing has no place. */
  public enum Kind {
    /** A step that was done, waived or waited for. */
    STEP,
    /** An action whose step or approver is not there. */
    ACTION,
    /** A role that somebody was given in the incident. */
    ROLE,
    /** A running clock whose obligation is not there. */
    CLOCK,
    /** A severity that was set by hand. */
    SEVERITY,
    /** A criterion for the end of recovery that was confirmed or waived. */
    CRITERION
  }

  public Unmapped {
    Check.text(name, "name");
    Check.text(reason, "reason");
  }

  @Override
  public String toString() {
    return name + ": " + reason;
  }
}
