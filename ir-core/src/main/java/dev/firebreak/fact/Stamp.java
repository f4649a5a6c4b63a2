package dev.firebreak.fact;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Who did something, when it happened, and when and as which event it was recorded.
 *
 * @param sequence the event's place in its history, from 1
 * @param actor who did it
 * @param occurred when it happened, as the actor says
 * @param offset the offset from UTC in which the source told the time of occurrence
 * @param recorded when the engine recorded it
 */
public record Stamp(
    long sequence, Actor actor, Instant occurred, ZoneOffset offset, Instant recorded) {
  public Stamp {
    checkArgument(sequence > 0, "sequence must be positive but was %s", sequence);
  }

  /** Returns the stamp of another event that was recorded together with this one. */
  public Stamp at(long sequence) {
    return sequence == this.sequence
        ? this
        : new Stamp(sequence, actor, occurred, offset, recorded);
  }

  /** Returns the moment of occurrence as the source told it. */
  public OffsetDateTime occurredAtSource() {
    return occurred.atOffset(offset);
  }
}
