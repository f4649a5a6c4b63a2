package dev.firebreak.scope;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How sure somebody is of what they say.
 *
 * @param percent 0 (a guess) to 100 (certain), as the confidence of STIX 2.1 objects
 */
public record Confidence(int percent) {
  public Confidence {
    checkArgument(
        percent >= 0 && percent <= 100, "confidence must be within 0..100 but was %s", percent);
  }

  /** Returns the confidence of so many percent. */
  public static Confidence ofPercent(int percent) {
    return new Confidence(percent);
  }

  @Override
  public String toString() {
    return percent + " %";
  }
}
