package dev.firebreak.playbook;

import dev.firebreak.fact.Condition;

/** What must hold for a step of a playbook. */
public enum PlaybookCondition implements Condition {
  /** A step is done or waived once. */
  NOT_SETTLED("playbook.not-settled", "A step is done or waived once.");

  private final String code;
  private final String statement;

  PlaybookCondition(String code, String statement) {
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
