package dev.firebreak.review;

import dev.firebreak.fact.Condition;

/** What must hold in the review. */
public enum ReviewCondition implements Condition {
  /** An improvement id is used once. */
  NEW("review.new", "An improvement id is used once.");

  private final String code;
  private final String statement;

  ReviewCondition(String code, String statement) {
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
