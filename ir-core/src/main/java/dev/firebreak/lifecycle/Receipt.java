package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.IncidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an alert. */
public sealed interface Receipt {
  /** Returns which alert. */
  AlertKey alert();

  /** Returns whether it had been received before, so that nothing was recorded. */
  default boolean isDuplicate() {
    return this instanceof Placed placed
        ? placed.outcome() == Outcome.DUPLICATE
        : this instanceof Held held && held.outcome() == Outcome.DUPLICATE;
  }

  /**
   * It was recorded, or had been before.
   *
   * @param incident the incident that it belongs to
   * @param because why there
   */
  record Placed(AlertKey alert, Outcome outcome, IncidentId incident, String because)
      implements Receipt {}

  /**
   * It was recorded, or had been before, and belongs to no incident.
   *
   * @param because why
   * @param until when it is looked at again, null if it is not
   */
  record Held(AlertKey alert, Outcome outcome, String because, @Nullable Instant until)
      implements Receipt {}

  /**
   * The incident that it belongs to did not take it; nothing was recorded.
   *
   * @param incident the incident that it belongs to
   * @param rejections every reason, at least one
   */
  record Refused(AlertKey alert, IncidentId incident, ImmutableList<Rejection> rejections)
      implements Receipt {}
}
