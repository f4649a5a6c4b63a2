package dev.firebreak.phase;

import dev.firebreak.fact.Condition;

/** What must hold before an incident moves on. */
public enum PhaseCondition implements Condition {
  /** The table of moves allows it. */
  REACHABLE("phase.reachable", "A phase is entered only from those that lead to it."),
  /** Loops and skips say why. */
  REASON_GIVEN("phase.reason-given", "A loop back or a skipped phase needs a recorded reason."),
  /** Only an open incident can be closed, only a closed one reopened. */
  ENDS_SO("phase.ends-so", "An incident ends in a way that its phase allows."),
  /** Criteria for the end of recovery are settled while it goes on. */
  RECOVERING("phase.recovering", "Criteria for the end of recovery are settled during recovery."),
  /** Who takes an incident over is named, where it ends that way, and nowhere else. */
  TAKEN_OVER("phase.taken-over", "Who takes an incident over is named, where it ends that way."),
  /** Reopening needs a closed incident and a phase to start in. */
  REOPENS("phase.reopens", "Only a closed incident is reopened, in a phase that allows it.");

  private final String code;
  private final String statement;

  PhaseCondition(String code, String statement) {
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
