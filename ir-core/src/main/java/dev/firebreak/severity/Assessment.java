package dev.firebreak.severity;

import dev.firebreak.fact.Concept;
import org.jspecify.annotations.Nullable;

/**
 * How severe an incident is held to be.
 *
 * @param impact the last assessed impact, null before
 * @param severity the severity in force, null before the first assessment
 * @param since the sequence number of the event that set the severity, 0 before
 */
public record Assessment(@Nullable Impact impact, @Nullable Severity severity, long since) {
  /** Severity as a part of an incident. */
  public static final Concept<Assessment> CONCEPT =
      new Concept<>(
          "severity", new Assessment(null, null, 0), SeverityFact.class, SeverityRequest.class);
}
