package dev.firebreak.analysis;

/** What the analysis states, and may withdraw. */
interface Statement {
  /** Returns whether it has not been withdrawn. */
  boolean stands();

  /** Returns the sequence number of the last event about it. */
  long since();
}
