package dev.firebreak.scope;

import dev.firebreak.fact.Condition;

/** What must hold for the scope of an incident. */
public enum ScopeCondition implements Condition {
  /** The asset is one that the incident affects. */
  KNOWN("scope.known", "The asset is one that the incident affects."),
  /** An asset is contained, eradicated, restored and verified in this order. */
  IN_ORDER(
      "scope.in-order", "An asset is contained, eradicated, restored and verified in this order."),
  /** Only what was freed of the incident can be infected again. */
  FREED("scope.freed", "Only what was freed of the incident can be infected again."),
  /** Intelligence is recorded about what was seen in the incident. */
  OBSERVED("scope.observed", "Intelligence is recorded about what was seen in the incident.");

  private final String code;
  private final String statement;

  ScopeCondition(String code, String statement) {
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
