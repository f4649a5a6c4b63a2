package dev.firebreak.action;

import dev.firebreak.fact.Condition;

/** What must hold for a response action. */
public enum ActionCondition implements Condition {
  /** An action id is used once. */
  NEW("action.new", "An action id is used once."),
  /** The action is one of this incident. */
  KNOWN("action.known", "The action is one of this incident."),
  /** An action changes only as its status allows. */
  STATUS_FITS("action.status-fits", "An action changes only as its status allows."),
  /** Who approves an action holds the role that its approval asks for. */
  APPROVER_HAS_ROLE(
      "action.approver-has-role",
      "Who approves an action holds the role that its approval asks for."),
  /** Each approval comes from another person. */
  APPROVER_DISTINCT("action.approver-distinct", "Each approval comes from another person.");

  private final String code;
  private final String statement;

  ActionCondition(String code, String statement) {
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
