package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import org.jspecify.annotations.Nullable;

/** The work on Firebreak, with its journal in memory. */
final class FirebreakSide {
  private final ResponsePlan plan = Work.plan();
  private final ImmutableList<CommandId> ids = Work.ids();
  private final ImmutableList<Request<?>> requests = Work.requests();
  private final ImmutableList<IncidentId> incidents;
  private final Policies policies;
  private final Ticks clock = new Ticks();
  private int handled;
  private @Nullable IncidentResponse response;

  FirebreakSide(Policies policies) {
    this.policies = policies;
    var incidents = ImmutableList.<IncidentId>builder();
    for (int i = 0; i < HandSide.KEPT; i++) {
      incidents.add(IncidentId.of("i-" + i));
    }
    this.incidents = incidents.build();
  }

  /** Handles one incident and returns the last decision. */
  Decision handle() {
    int index = handled++ % HandSide.KEPT;
    if (response == null || index == 0) {
      response = IncidentResponse.under(plan, clock).policies(policies).build();
    }
    Decision last = null;
    for (int i = 0; i < requests.size(); i++) {
      last =
          response.submit(
              new Command(ids.get(i), incidents.get(index), Work.LEAD, null, requests.get(i)));
      if (!last.accepted()) {
        throw new IllegalStateException(last.toString());
      }
    }
    if (last == null) {
      throw new IllegalStateException("there is no work");
    }
    return last;
  }
}
