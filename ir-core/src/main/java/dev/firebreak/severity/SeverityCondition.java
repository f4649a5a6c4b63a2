package dev.firebreak.severity;

import dev.firebreak.fact.Condition;

/** What must hold for a severity. */
public enum SeverityCondition implements Condition {
  /** A severity is one of the levels of the plan. */
  KNOWN_LEVEL("severity.known-level", "A severity is one of the levels of the plan."),
  /** What is set for a time ends in the future. */
  ENDS_LATER("severity.ends-later", "A severity set by hand for a time ends after it is recorded."),
  /** Only what was set by hand can be lifted, or runs out. */
  OVERRULED("severity.overruled", "Only a severity set by hand can be lifted, or runs out."),
  /** It runs out when its time is up. */
  TIME_IS_UP("severity.time-is-up", "A severity set by hand runs out when its time is up.");

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
