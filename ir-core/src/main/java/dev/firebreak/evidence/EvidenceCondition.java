package dev.firebreak.evidence;

import dev.firebreak.fact.Condition;

/** What must hold for evidence. */
public enum EvidenceCondition implements Condition {
  /** An evidence id is used once. */
  NEW("evidence.new", "An evidence id is used once."),
  /** The item is one of this incident. */
  KNOWN("evidence.known", "The item is one of this incident."),
  /** Only who has an item in custody hands it over. */
  IN_CUSTODY("evidence.in-custody", "Only who has an item in custody hands it over."),
  /** An item is received by the one to whom it was handed over. */
  OFFERED("evidence.offered", "An item is received by the one to whom it was handed over."),
  /** Nothing more happens to an item that was disposed of. */
  NOT_DISPOSED("evidence.not-disposed", "Nothing more happens to an item that was disposed of."),
  /** What is on legal hold is not disposed of. */
  NOT_HELD("evidence.not-held", "What is on legal hold is not disposed of."),
  /** A source is put on hold once at a time, and only then released. */
  HOLD_FITS(
      "evidence.hold-fits", "A source is put on hold once at a time, and only then released.");

  private final String code;
  private final String statement;

  EvidenceCondition(String code, String statement) {
    this.code = code;
    this.statement = statement;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String statement() {
    return statement;
  }
}
