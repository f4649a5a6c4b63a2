package dev.firebreak.action;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * How often an action is tried again by itself after it failed or timed out, and how long it waits:
 * twice as long each time, up to a day.
 *
 * @param atMost how often, beyond the first time; 1..100
 * @param first how long before the second try
 */
public record Retries(int atMost, Duration first) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public Retries {
    checkArgument(
        atMost >= 1 && atMost <= 100, "retries must be within 1..100 but were %s", atMost);
    checkArgument(
        !first.isNegative() && !first.isZero(), "a retry must wait some time but waits %s", first);
  }

  /** Returns how long to wait after so many tries. */
  Duration after(int tries) {
    var wait = first;
    for (int i = 1; i < tries && wait.compareTo(LONGEST) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
