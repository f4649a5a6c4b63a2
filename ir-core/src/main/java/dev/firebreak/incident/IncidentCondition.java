package dev.firebreak.incident;

import dev.firebreak.fact.Condition;

/** What must hold before anything can be asked of an incident. */
public enum IncidentCondition implements Condition {
  /** An incident is opened once. */
  NEW("incident.new", "An incident is opened once."),
  /** Only an open incident is worked on. */
  OPEN("incident.open", "Only an open incident is worked on."),
  /** What was merged into another incident is worked on there. */
  NOT_MERGED("incident.not-merged", "What was merged into another incident is worked on there."),
  /** An incident whose history holds something not understood takes no commands. */
  READABLE(
      "incident.readable",
      "An incident whose history holds something not understood takes no commands."),
  /** The plan version under which an incident runs is at hand. */
  PLAN_AT_HAND(
      "incident.plan-at-hand", "The plan version under which an incident runs is at hand."),
  /** An incident moves to another version of its own plan, which is at hand. */
  PLAN_FITS(
      "incident.plan-fits",
      "An incident moves to another version of its own plan, which is at hand."),
  /** What is recorded has happened. */
  NOT_AHEAD("incident.not-ahead", "What is recorded has happened.");

  private final String code;
  private final String statement;

  IncidentCondition(String code, String statement) {
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
