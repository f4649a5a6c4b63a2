package dev.firebreak.obligation;

import dev.firebreak.fact.Condition;

/** What must hold for an obligation. */
public enum ObligationCondition implements Condition {
  /** Only a clock that was started is asked about. */
  STARTED("obligation.started", "Only a clock that was started is asked about."),
  /** Only a clock that runs is paused or decided about. */
  RUNNING("obligation.running", "Only a clock that runs is paused or decided about."),
  /** A deadline comes by time alone. */
  DUE("obligation.due", "A reminder or a missed deadline is recorded when its time has come."),
  /** Only a trigger that occurred is corrected. */
  OCCURRED("obligation.occurred", "Only a trigger that occurred is corrected."),
  /** A reason for being late is given only where it is not in time. */
  NOT_IN_TIME(
      "obligation.not-in-time", "A reason for being late is given only for what is not in time."),
  /** Only a service level is paused or loosened, never a duty by law. */
  SERVICE_LEVEL(
      "obligation.service-level",
      "Only a service level is paused or loosened, never a duty by law."),
  /** A pause begins in time, after the clock started, and ends after it began. */
  PAUSE_FITS(
      "obligation.pause-fits",
      "A pause begins in time, after the clock started, and ends after it began."),
  /** A service level is loosened only where the severity promises less than what runs. */
  LOOSENS(
      "obligation.loosens",
      "A service level is loosened only where the severity promises less than what runs.");

  private final String code;
  private final String statement;

  ObligationCondition(String code, String statement) {
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
