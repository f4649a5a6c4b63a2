package dev.firebreak.action;

/** What a review makes of an action that was started without its approvals. */
public enum GlassVerdict {
  /** It could not wait. */
  JUSTIFIED,
  /** It could have waited, or was not needed. */
  NOT_JUSTIFIED
}
