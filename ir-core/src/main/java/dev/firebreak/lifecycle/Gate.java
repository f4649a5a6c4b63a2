package dev.firebreak.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets calls in until it is shut, and knows when the last of them has left. */
final class Gate {
  /** Set in the count when it is shut. */
  private static final long SHUT = Long.MIN_VALUE;

  private final AtomicLong inside = new AtomicLong();
  private final CountDownLatch empty = new CountDownLatch(1);

  /**
   * Lets a call in, which must leave.
   *
   * @throws IllegalStateException if it is shut
   */
  void enter() {
    if (inside.incrementAndGet() < 0) {
      leave();
      throw new IllegalStateException("incident response was drained or closed");
    }
  }

  void leave() {
    if (inside.decrementAndGet() == SHUT) {
      empty.countDown();
    }
  }

  void shut() {
    if (inside.getAndUpdate(count -> count | SHUT) == 0) {
      empty.countDown();
    }
  }

  /** Waits until it is shut and all have left, and returns whether they have. */
  boolean awaitEmpty(Duration atMost) throws InterruptedException {
    return empty.await(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
  }
}
