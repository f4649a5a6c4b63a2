package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * Another plan that this one leans on.
 *
 * @param where where it lies
 */
public record LinkedPlan(Kind kind, String title, String where) {
  public LinkedPlan {
    Check.text(title, "title");
    Check.text(where, "where");
  }

  /** What it is about. */
  public enum Kind {
    CONTINUITY,
    DISASTER_RECOVERY,
    CRISIS,
    OTHER
  }
}
