package dev.firebreak.obligation;

import dev.firebreak.fact.Condition;

/** What must hold for an obligation. */
public enum ObligationCondition implements Condition {
  /** Only a clock that runs is decided about. */
  STARTED("obligation.started", "Only a clock that runs is decided about.");

  private final String code;
  private final String statement;

  ObligationCondition(String code, String statement) {
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
