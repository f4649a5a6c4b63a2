package dev.firebreak.testkit;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to go on.
 *
 * <p>Safe for use by several threads.
 */
public final class VirtualClock implements InstantSource {
  private final AtomicReference<Instant> now;

  private VirtualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Returns a clock that shows this moment. */
  public static VirtualClock at(Instant start) {
    return new VirtualClock(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Goes on.
   *
   * @param by how far, not negative
   * @return the moment that it shows then
   */
  public Instant advance(Duration by) {
    checkArgument(!by.isNegative(), "a clock does not advance by %s; set it instead", by);
    return now.updateAndGet(before -> before.plus(by));
  }

  /** Shows another moment, earlier or later. */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public String toString() {
    return "clock at " + instant();
  }
}
