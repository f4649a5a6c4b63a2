package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * A form that is ready to be filled in.
 *
 * @param where where it lies
 */
public record ReadyForm(Kind kind, String title, String where) {
  public ReadyForm {
    Check.text(title, "title");
    Check.text(where, "where");
  }

  /** What it is for. */
  public enum Kind {
    INCIDENT_REPORT,
    CONTACTS,
    CUSTODY,
    NOTIFICATION,
    REVIEW,
    OTHER
  }
}
