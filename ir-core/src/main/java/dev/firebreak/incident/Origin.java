package dev.firebreak.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.plan.PlanVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an incident began.
 *
 * @param title what it is about, in a few words; empty before it is opened
 * @param plan the version of the plan that it runs under now, null before it is opened
 * @param opened when it was opened, null before
 * @param policies the policies that decided last, each with its version; empty before it is opened
 */
public record Origin(
    String title,
    @Nullable PlanVersion plan,
    @Nullable Instant opened,
    ImmutableList<String> policies) {
  /** The origin as a part of an incident. */
  public static final Concept<Origin> CONCEPT =
      new Concept<>(
          "incident",
          new Origin("", null, null, ImmutableList.of()),
          IncidentFact.class,
          IncidentRequest.class);
}
