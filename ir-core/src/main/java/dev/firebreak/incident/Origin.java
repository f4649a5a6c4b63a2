package dev.firebreak.incident;

import dev.firebreak.fact.Concept;
import dev.firebreak.plan.PlanVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an incident began.
 *
 * @param title what it is about, in a few words; empty before it is opened
 * @param plan the version of the plan that it runs under, null before it is opened
 * @param opened when it was opened, null before
 */
public record Origin(String title, @Nullable PlanVersion plan, @Nullable Instant opened) {
  /** The origin as a part of an incident. */
  public static final Concept<Origin> CONCEPT =
      new Concept<>(
          "incident", new Origin("", null, null), IncidentFact.class, IncidentRequest.class);
}
