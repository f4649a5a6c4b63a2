package dev.firebreak.compliance;

/** What a rule says of a plan or an incident. */
public enum Verdict {
  /** There is nothing that the rule is about. */
  NOT_APPLICABLE(0),
  /** What the rule asks for is there. */
  PASS(1),
  /** What the rule asks for is not there, and may still come in time. */
  PENDING(2),
  /** What would decide is not recorded. */
  NOT_EVIDENCED(3),
  /** What is recorded is not what the rule asks for. */
  FAIL(4);

  private final int badness;

  Verdict(int badness) {
    this.badness = badness;
  }

  /** Returns whether this is worse news than the other. */
  public boolean worseThan(Verdict other) {
    return badness > other.badness;
  }

  /** Returns the worse of the two. */
  public Verdict orWorse(Verdict other) {
    return other.worseThan(this) ? other : this;
  }
}
