package dev.firebreak.obligation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Clocks and facts about them, for tests of the concept. */
final class Clocked {
  static final ObligationId TELL = new ObligationId("tell");
  static final ObligationId REVIEW = new ObligationId("review");

  private Clocked() {}

  static Schedule due(@Nullable Instant due) {
    return new Schedule(due, null, null, "planned-due@1");
  }

  static Schedule due(Instant due, Instant reminder) {
    return new Schedule(due, reminder, null, "planned-due@1");
  }

  /** Returns the start of a clock that may not be paused. */
  static ObligationFact.Started started(ObligationId id, Instant started, @Nullable Instant due) {
    return new ObligationFact.Started(id, Trigger.at(Milestone.DECLARED), started, due(due), false);
  }

  /** Returns the start of a service level. */
  static ObligationFact.Started promised(ObligationId id, Instant started, Instant due) {
    return new ObligationFact.Started(id, Trigger.at(Milestone.OPENED), started, due(due), true);
  }

  /** Returns a clock that has just started with event 1. */
  static Clock clock(Instant started, @Nullable Instant due) {
    return Clock.start(started(TELL, started, due), 1);
  }
}
