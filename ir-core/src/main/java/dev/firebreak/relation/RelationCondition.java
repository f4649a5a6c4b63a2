package dev.firebreak.relation;

import dev.firebreak.fact.Condition;

/** What must hold for incidents to be linked or merged. */
public enum RelationCondition implements Condition {
  /** An incident is linked to and merged with others only. */
  ANOTHER("relation.another", "An incident is linked to and merged with others only."),
  /** What relates incidents is asked of one of them and recorded in all at once. */
  TOGETHER(
      "relation.together",
      "What relates incidents is asked of one of them and recorded in all at once."),
  /** Only a link that is there is taken away. */
  LINKED("relation.linked", "Only a link that is there is taken away."),
  /** Only what was merged into an incident is given back by it. */
  MEMBER("relation.member", "Only what was merged into an incident is given back by it.");

  private final String code;
  private final String statement;

  RelationCondition(String code, String statement) {
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
