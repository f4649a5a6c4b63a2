package dev.firebreak.triage;

import dev.firebreak.fact.Condition;

/** What must hold in triage. */
public enum TriageCondition implements Condition {
  /** An incident is declared once. */
  NOT_DECLARED("triage.not-declared", "An incident is declared once."),
  /** An incident is acknowledged once. */
  NOT_ACKNOWLEDGED("triage.not-acknowledged", "An incident is acknowledged once.");

  private final String code;
  private final String statement;

  TriageCondition(String code, String statement) {
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
