package dev.firebreak.phase;

/**
 * A phase of incident response.
 *
 * <p>NIST SP 800-61 Rev. 2, section 3, groups containment, eradication and recovery as one phase;
 * the SANS six steps and the ISO/IEC 27035 phases map onto these as well.
 */
public enum Phase {
  /** Before anything happens: a part of the plan, never of an incident. */
  PREPARATION(0),
  /** Finding out whether and what it is. */
  IDENTIFICATION(1),
  /** Keeping it from spreading. */
  CONTAINMENT(2),
  /** Removing it. */
  ERADICATION(3),
  /** Back to normal service. */
  RECOVERY(4),
  /** Looking back and learning. */
  POST_INCIDENT(5);

  private final int rank;

  Phase(int rank) {
    this.rank = rank;
  }

  /** Returns whether this phase comes before the other in the usual order. */
  public boolean isBefore(Phase other) {
    return rank < other.rank;
  }

  /** Returns how the incident may get from this phase to the other. */
  public Move moveTo(Phase to) {
    return Move.between(this, to);
  }
}
