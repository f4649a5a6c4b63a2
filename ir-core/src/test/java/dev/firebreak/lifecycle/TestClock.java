package dev.firebreak.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when told to. */
final class TestClock implements InstantSource {
  private volatile Instant now = Ransomware.START;

  @Override
  public Instant instant() {
    return now;
  }

  /** Sets it to a moment, which may lie before. */
  void set(Instant moment) {
    now = moment;
  }

  Instant pass(String duration) {
    now = now.plus(Duration.parse(duration));
    return now;
  }
}
