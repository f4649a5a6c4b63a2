package dev.firebreak.examples.benchmarks;

import java.time.Instant;
import java.time.InstantSource;

/** Tells a later second each time. */
final class Ticks implements InstantSource {
  private long second = 1_800_000_000;

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(second++);
  }
}
