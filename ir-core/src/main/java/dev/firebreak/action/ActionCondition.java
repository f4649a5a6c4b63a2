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
  APPROVER_DISTINCT("action.approver-distinct", "Each approval comes from another person."),
  /** An action is started while its approvals hold. */
  APPROVAL_HOLDS("action.approval-holds", "An action is started while its approvals hold."),
  /** An approval is taken back by who gave it. */
  GAVE_APPROVAL("action.gave-approval", "An approval is taken back by who gave it."),
  /** An action waits for actions that can be done, and starts when they are. */
  DEPENDENCIES(
      "action.dependencies",
      "An action waits for actions that can be done, and starts when they are."),
  /** What was started without its approvals is reviewed, once. */
  REVIEW_OPEN("action.review-open", "What was started without its approvals is reviewed, once."),
  /** An action is being undone, once at a time, before that can fail. */
  UNDO_RUNS("action.undo-runs", "An action is undone once at a time, and that can fail then."),
  /** What happens by itself happens at its time. */
  DUE("action.due", "What happens by itself happens at its time.");

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
