package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.IncidentId;

/** What became of an alert. */
public sealed interface Receipt {
  /** Returns which alert. */
  AlertKey alert();

  /**
   * It was recorded, or had been before.
   *
   * @param incident the incident that it belongs to
   * @param because why there
   */
  record Placed(AlertKey alert, Outcome outcome, IncidentId incident, String because)
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
