package dev.firebreak.triage;

import dev.firebreak.fact.Concept;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident's nature.
 *
 * @param acknowledged the sequence number of the event by which somebody took it on, 0 while nobody
 *     has
 * @param declared that of the declaration, 0 before
 * @param category what kind of incident it is, null before it is classified
 * @param verdict what the analysis says, null before
 */
public record Triage(
    long acknowledged, long declared, @Nullable Category category, @Nullable Verdict verdict) {
  /** Triage as a part of an incident. */
  public static final Concept<Triage> CONCEPT =
      new Concept<>("triage", new Triage(0, 0, null, null), TriageFact.class, TriageRequest.class);
}
