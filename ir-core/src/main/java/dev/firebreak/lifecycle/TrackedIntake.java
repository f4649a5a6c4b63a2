package dev.firebreak.lifecycle;

import dev.firebreak.alert.Intake;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.fact.Event;
import java.util.List;

/**
 * A tenant's intake and how far its history was read.
 *
 * @param version the sequence number of the last event
 */
record TrackedIntake(Intake intake, long version) {
  static final TrackedIntake EMPTY = new TrackedIntake(Intake.CONCEPT.start(), 0);

  TrackedIntake after(List<Event> events) {
    var after = intake;
    for (Event event : events) {
      if (!(event.fact() instanceof IntakeFact fact)) {
        throw new IllegalStateException(
            "event "
                + event.sequence()
                + " of "
                + event.stream()
                + " is a "
                + event.type()
                + ", which is not known here");
      }
      after = fact.applyTo(after, event.stamp());
    }
    return new TrackedIntake(after, version + events.size());
  }
}
