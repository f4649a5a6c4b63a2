package dev.firebreak.severity;

import dev.firebreak.fact.Condition;

/** What must hold for a severity. */
public enum SeverityCondition implements Condition {
  /** A severity is one of the levels of the plan. */
  KNOWN_LEVEL("severity.known-level", "A severity is one of the levels of the plan.");

  private final String code;
  private final String statement;

  SeverityCondition(String code, String statement) {
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
