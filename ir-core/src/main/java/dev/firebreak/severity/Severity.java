package dev.firebreak.severity;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;

/**
 * One level of the plan's severity scale.
 *
 * @param name the level's name, such as {@code high}
 * @param rank its place in the scale, from 1; higher is worse
 */
public record Severity(String name, int rank) implements Comparable<Severity> {
  public Severity {
    Check.identifier(name, "severity");
    checkArgument(rank >= 1, "rank must be at least 1 but was %s", rank);
  }

  /** Returns whether this is as bad as the other, or worse. */
  public boolean atLeast(Severity other) {
    return rank >= other.rank;
  }

  @Override
  public int compareTo(Severity other) {
    return Integer.compare(rank, other.rank);
  }

  @Override
  public String toString() {
    return name;
  }
}
