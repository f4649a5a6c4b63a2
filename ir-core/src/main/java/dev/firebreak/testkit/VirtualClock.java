package dev.firebreak.testkit;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told to go on.
 *
 * <p>Safe for use by several threads.
 */
public final class VirtualClock implements InstantSource {
  private Instant now;

  private VirtualClock(Instant start) {
    this.now = start;
  }

  /** Returns a clock that shows this moment. */
  public static VirtualClock at(Instant start) {
    return new VirtualClock(start);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /**
   * Goes on.
   *
   * @param by how far, not negative
   * @return the moment that it shows then
   */
  public synchronized Instant advance(Duration by) {
    checkArgument(!by.isNegative(), "a clock does not advance by %s; set it instead", by);
    now = now.plus(by);
    return now;
  }

  /** Shows another moment, earlier or later. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  @Override
  public String toString() {
    return "clock at " + instant();
  }
}
