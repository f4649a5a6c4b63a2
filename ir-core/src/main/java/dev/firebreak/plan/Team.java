package dev.firebreak.plan;

/**
 * How the team is set up.
 *
 * @param hours when somebody can be reached
 */
public record Team(Model model, Staffing staffing, Hours hours) {
  /** Where the team sits. */
  public enum Model {
    /** One team for all. */
    CENTRAL,
    /** Several teams, each for a part. */
    DISTRIBUTED,
    /** One that advises others. */
    COORDINATING
  }

  /** Who works in it. */
  public enum Staffing {
    OWN,
    PARTLY_OUTSOURCED,
    OUTSOURCED
  }

  /** When somebody can be reached. */
  public enum Hours {
    AROUND_THE_CLOCK,
    ON_CALL,
    OFFICE_HOURS
  }
}
