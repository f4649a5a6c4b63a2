package dev.firebreak.sharing;

/** A kind of recipient of what is said about an incident. */
public enum Audience {
  STAFF(true),
  EXECUTIVES(true),
  LEGAL(true),
  CUSTOMERS(false),
  DATA_SUBJECTS(false),
  REGULATOR(false),
  LAW_ENFORCEMENT(false),
  MEDIA(false),
  PARTNERS(false),
  SUPPLIERS(false),
  INSURER(false),
  CSIRT(false);

  private final boolean internal;

  Audience(boolean internal) {
    this.internal = internal;
  }

  /** Returns whether the recipients belong to the organisation. */
  public boolean internal() {
    return internal;
  }
}
