package dev.firebreak.playbook;

import dev.firebreak.fact.Condition;

/** What must hold for a step of a playbook. */
public enum PlaybookCondition implements Condition {
  /** A step is done or waived once. */
  NOT_SETTLED("playbook.not-settled", "A step is done or waived once."),
  /** A step fails, and a decision is taken, while the run waits for it. */
  AWAITED("playbook.awaited", "A step fails, and a decision is taken, while the run waits for it."),
  /** It is told which of several executions of a step is meant. */
  ONE_MEANT("playbook.one-meant", "It is told which of several executions of a step is meant."),
  /** A decision is one of the possible answers. */
  ANSWER_FITS("playbook.answer-fits", "A decision is one of the possible answers."),
  /** Who decides holds the role that does. */
  DECIDER_HAS_ROLE("playbook.decider-has-role", "Who decides holds the role that does."),
  /** A step is out of time when its time is up. */
  DUE("playbook.due", "A step is out of time when its time is up."),
  /** A step is added under a name of its own. */
  NEW_STEP("playbook.new-step", "A step is added under a name of its own."),
  /** Variables belong to a playbook that runs. */
  RUNNING("playbook.running", "Variables belong to a playbook that runs.");

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
