package dev.firebreak.decision;

import dev.firebreak.fact.Condition;

/** What must hold in the log of decisions. */
public enum DecisionCondition implements Condition {
  /** A decision's id is used once: who decides anew takes another decision. */
  NEW("decision.new", "A decision's id is used once: who decides anew takes another decision."),
  /** The decision on which a payment rests is one to pay. */
  TO_PAY("decision.to-pay", "The decision on which a payment rests is one to pay.");

  private final String code;
  private final String statement;

  DecisionCondition(String code, String statement) {
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
