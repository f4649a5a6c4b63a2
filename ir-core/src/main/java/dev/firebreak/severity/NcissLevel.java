package dev.firebreak.severity;

/**
 * The levels of the US Cyber Incident Severity Schema, with the two halves into which NCISS splits
 * the lowest.
 *
 * <p>Which score begins which level is not among what could be verified, so none is claimed here: a
 * plan says it, by a {@link NcissScale}.
 */
public enum NcissLevel {
  /** Baseline, negligible. */
  NEGLIGIBLE(0, "white"),
  /** Baseline, minor. */
  MINOR(0, "blue"),
  /** Low. */
  LOW(1, "green"),
  /** Medium. */
  MEDIUM(2, "yellow"),
  /** High. */
  HIGH(3, "orange"),
  /** Severe. */
  SEVERE(4, "red"),
  /** Emergency. */
  EMERGENCY(5, "black");

  private final int number;
  private final String colour;

  NcissLevel(int number, String colour) {
    this.number = number;
    this.colour = colour;
  }

  /** Returns the number of the level in the schema, from 0 for baseline to 5. */
  public int number() {
    return number;
  }

  /** Returns the colour in which the schema shows it. */
  public String colour() {
    return colour;
  }
}
