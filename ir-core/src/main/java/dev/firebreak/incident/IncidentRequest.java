package dev.firebreak.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;

/** What may be asked about an incident as a whole. */
public sealed interface IncidentRequest extends Request<Origin>
    permits IncidentRequest.Open, IncidentRequest.MigratePlan {
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
   * Move the incident to another version of its plan.
   *
   * <p>What was done stays done, by the names of the steps, and no clock becomes looser. What has
   * no place in the new version is told in the event.
   *
   * @param reason why
   */
  record MigratePlan(PlanVersion to, String reason) implements IncidentRequest {
    public MigratePlan {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Origin origin, Asking by) {
      var from = origin.plan();
      var atHand = by.verdict(Migration.class).atHand();
      if (from == null || to.equals(from) || atHand.contains(to)) {
        return ImmutableList.of();
      }
      var unmet =
          IncidentCondition.PLAN_FITS.unmet(
              to.plan().equals(from.plan())
                  ? to + " is not at hand"
                  : "the incident runs under " + from + ", and " + to + " is another plan");
      for (PlanVersion other : atHand) {
        unmet = unmet.or(new Remedy.AskFor(new MigratePlan(other, reason)));
      }
      return ImmutableList.of(unmet);
    }

    @Override
    public ImmutableList<Fact<Origin>> yields(Origin origin, Asking by) {
      var from = origin.plan();
      var migration = by.verdict(Migration.class);
      return from == null || to.equals(from)
          ? ImmutableList.of()
          : ImmutableList.of(
              new IncidentFact.PlanMigrated(
                  from, to, reason, migration.changes(), migration.unmapped()));
    }
  }

  /**
   * What moving an incident to another version of its plan comes to.
   *
   * @param atHand the other versions of its plan that are at hand
   * @param changes what differs between the two versions
   * @param unmapped what the new version has no place for
   */
  record Migration(
      ImmutableList<PlanVersion> atHand,
      ImmutableList<PlanDifference.Change> changes,
      ImmutableList<Unmapped> unmapped) {}

  /**
   * What an incident that is opened now runs under.
   *
   * @param plan the version of the plan that is in force
   * @param policies the policies that decide, each with its version
   */
  record Under(PlanVersion plan, ImmutableList<String> policies) {}
}
