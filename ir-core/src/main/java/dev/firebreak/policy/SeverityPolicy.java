package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Extent;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.Nciss;
import dev.firebreak.severity.Rating;
import org.jspecify.annotations.Nullable;

/** Answers how severe an incident is. */
@FunctionalInterface
public interface SeverityPolicy extends Policy {
  /** Returns one of the plan's levels, and what decided. */
  Rating rate(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before the assessment
   * @param impact what it does
   * @param nciss what it does in the factors of NCISS, null if they are not given
   * @param plan the plan that the incident runs under
   */
  record Context(Incident incident, Impact impact, @Nullable Nciss nciss, ResponsePlan plan) {
    /** Takes an assessment without the factors of NCISS. */
    public Context(Incident incident, Impact impact, ResponsePlan plan) {
      this(incident, impact, null, plan);
    }

    /** Returns how much the incident touches, as far as that is known. */
    public Extent extent() {
      var scope = incident.scope();
      return new Extent(scope.assets().size(), scope.accounts(), scope.records());
    }
  }

  /** Returns the policy that the plan decides, by its NCISS scale if it can, or its matrix. */
  static SeverityPolicy asPlanned() {
    return new PlannedSeverity();
  }

  /**
   * Returns the policy that the worst of what these say counts, and of equal ones the first.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static SeverityPolicy worstOf(SeverityPolicy... parts) {
    return new WorstOf(ImmutableList.copyOf(parts));
  }
}
