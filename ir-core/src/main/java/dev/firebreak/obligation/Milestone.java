package dev.firebreak.obligation;

/** A moment in an incident that can start or end an obligation. */
public enum Milestone {
  /** The incident was opened. */
  OPENED,
  /** Somebody took it on. */
  ACKNOWLEDGED,
  /** Its category was decided. */
  CLASSIFIED,
  /** It was declared an incident. */
  DECLARED,
  /** Every known asset is contained. */
  CONTAINED,
  /** Every known asset is free of what the incident brought. */
  ERADICATED,
  /** Every known asset is back and verified. */
  RECOVERED,
  /** The recipient that the obligation names was told. */
  NOTIFIED,
  /** The review was held. */
  REVIEWED,
  /** The incident was closed. */
  CLOSED
}
