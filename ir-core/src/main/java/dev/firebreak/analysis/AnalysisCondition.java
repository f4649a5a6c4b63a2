package dev.firebreak.analysis;

import dev.firebreak.fact.Condition;

/** What must hold in analysis. */
public enum AnalysisCondition implements Condition {
  /** An id of activity, a finding or a hypothesis is used once. */
  NEW("analysis.new", "An id of activity, a finding or a hypothesis is used once."),
  /** What is corrected or withdrawn was recorded. */
  KNOWN("analysis.known", "What is corrected or withdrawn was recorded."),
  /** What was withdrawn is neither corrected nor withdrawn again. */
  STANDS("analysis.stands", "What was withdrawn is neither corrected nor withdrawn again."),
  /** Attacker activity is recorded once it has happened. */
  NOT_AHEAD("analysis.not-ahead", "Attacker activity is recorded once it has happened.");

  private final String code;
  private final String statement;

  AnalysisCondition(String code, String statement) {
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
