package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan in force, and the earlier versions under which incidents still run. */
final class Plans {
  private final PlanIndex inForce;
  private final ImmutableMap<PlanVersion, PlanIndex> byVersion;

  Plans(ResponsePlan inForce, List<ResponsePlan> earlier) {
    this.inForce = new PlanIndex(inForce);
    var all = ImmutableMap.<PlanVersion, PlanIndex>builder().put(inForce.version(), this.inForce);
    earlier.forEach(plan -> all.put(plan.version(), new PlanIndex(plan)));
    this.byVersion = all.buildOrThrow();
  }

  ResponsePlan inForce() {
    return inForce.plan();
  }

  /** Returns the plan under which the incident runs, or would; null if it is not at hand. */
  @Nullable PlanIndex of(Incident incident) {
    var pinned = incident.origin().plan();
    return pinned == null ? inForce : byVersion.get(pinned);
  }
}
