package dev.firebreak.people;

import dev.firebreak.fact.Condition;

/** What must hold for the people of an incident. */
public enum PeopleCondition implements Condition {
  /** Only a role that somebody was given can be taken back. */
  HOLDS_ROLE("people.holds-role", "Only a role that somebody was given can be taken back.");

  private final String code;
  private final String statement;

  PeopleCondition(String code, String statement) {
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
