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
  OFFERED("evidence.offered", "An item is received by the one to whom it was handed over.");

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
