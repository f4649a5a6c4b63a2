package dev.firebreak.alert;

import dev.firebreak.fact.Condition;

/** What must hold for an alert to be attached. */
public enum AlertCondition implements Condition {
  /** An alert is attached to an incident once. */
  NOT_ATTACHED("alert.not-attached", "An alert is attached to an incident once.");

  private final String code;
  private final String statement;

  AlertCondition(String code, String statement) {
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
