package dev.firebreak.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.plan.PlanVersion;

/** What may be asked about an incident as a whole. */
public sealed interface IncidentRequest extends Request<Origin> {
  @Override
  default Concept<Origin> concept() {
    return Origin.CONCEPT;
  }

  /**
   * Open an incident; it runs under the plan that is in force.
   *
   * @param title what it is about, in a few words
   */
  record Open(String title) implements IncidentRequest {
    public Open {
      Check.text(title, "title");
    }

    @Override
    public ImmutableList<Rejection> unmet(Origin origin, Asking by) {
      return origin.plan() == null
          ? ImmutableList.of()
          : ImmutableList.of(IncidentCondition.NEW.unmet("the incident has been opened", 1L));
    }

    @Override
    public ImmutableList<Fact<Origin>> yields(Origin origin, Asking by) {
      var under = by.verdict(Under.class);
      return ImmutableList.of(new IncidentFact.Opened(title, under.plan(), under.policies()));
    }
  }

  /**
   * What an incident that is opened now runs under.
   *
   * @param plan the version of the plan that is in force
   * @param policies the policies that decide, each with its version
   */
  record Under(PlanVersion plan, ImmutableList<String> policies) {}
}
