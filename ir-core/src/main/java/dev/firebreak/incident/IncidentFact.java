package dev.firebreak.incident;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.plan.PlanVersion;

/** What happened to an incident as a whole. */
public sealed interface IncidentFact extends Fact<Origin> {
  @Override
  default Concept<Origin> concept() {
    return Origin.CONCEPT;
  }

  /**
   * An incident was opened.
   *
   * @param title what it is about, in a few words
   * @param plan the version of the plan that it runs under
   */
  record Opened(String title, PlanVersion plan) implements IncidentFact {
    @Override
    public Origin applyTo(Origin before, Stamp stamp) {
      return new Origin(title, plan, stamp.occurred());
    }
  }
}
