package dev.firebreak.people;

import dev.firebreak.fact.Condition;

/** What must hold for the people of an incident. */
public enum PeopleCondition implements Condition {
  /** Only a role that somebody was given can be taken back. */
  HOLDS_ROLE("people.holds-role", "Only a role that somebody was given can be taken back."),
  /** The next one is asked when the time to answer is up. */
  UNANSWERED("people.unanswered", "The next one is asked when nobody answered in time."),
  /** A role is handed over by who holds it. */
  GIVER_HOLDS("people.giver-holds", "A role is handed over by who holds it, to somebody else."),
  /** A role is taken over by who was offered it. */
  OFFERED("people.offered", "A role is taken over by the one to whom its holder offered it.");

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
