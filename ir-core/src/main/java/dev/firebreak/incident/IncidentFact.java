package dev.firebreak.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;

/** What happened to an incident as a whole. */
public sealed interface IncidentFact extends Fact<Origin>
    permits IncidentFact.Opened, IncidentFact.Governed, IncidentFact.PlanMigrated {
  @Override
  default Concept<Origin> concept() {
    return Origin.CONCEPT;
  }

  /**
   * An incident was opened.
   *
   * @param title what it is about, in a few words
   * @param plan the version of the plan that it runs under
   * @param policies the policies that decide, each with its version
   */
  record Opened(String title, PlanVersion plan, ImmutableList<String> policies)
      implements IncidentFact {
    @Override
    public Origin applyTo(Origin before, Stamp stamp) {
      return new Origin(title, plan, stamp.occurred(), policies);
    }
  }

  /**
   * The incident was moved to another version of its plan: what is demanded from here on is what
   * that one says.
   *
   * @param from the version before
   * @param to the version from here on
   * @param reason why
   * @param changes what differs between the two
   * @param unmapped what the new version has no place for
   */
  record PlanMigrated(
      PlanVersion from,
      PlanVersion to,
      String reason,
      ImmutableList<PlanDifference.Change> changes,
      ImmutableList<Unmapped> unmapped)
      implements IncidentFact {
    @Override
    public Origin applyTo(Origin before, Stamp stamp) {
      return new Origin(before.title(), to, before.opened(), before.policies());
    }
  }

  /**
   * From here on, other policies decide, or other versions of them.
   *
   * @param policies the policies that decide, each with its version
   */
  record Governed(ImmutableList<String> policies) implements IncidentFact {
    @Override
    public Origin applyTo(Origin before, Stamp stamp) {
      return new Origin(before.title(), before.plan(), before.opened(), policies);
    }
  }
}
