package dev.firebreak.triage;

/** What the analysis says an incident is. */
public enum Verdict {
  /** Malicious or harmful, as suspected. */
  TRUE_POSITIVE,
  /** Nothing happened that the alert claims. */
  FALSE_POSITIVE,
  /** It happened, and somebody was allowed to do it. */
  AUTHORIZED_TEST
}
