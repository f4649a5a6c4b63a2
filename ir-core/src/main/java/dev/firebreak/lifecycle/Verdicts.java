package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableClassToInstanceMap;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.Approval;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;

/** What plan and policies answer about a request, handed down to the concept that is asked. */
final class Verdicts {
  private static final ImmutableClassToInstanceMap<Object> NONE = ImmutableClassToInstanceMap.of();

  private Verdicts() {}

  static ImmutableClassToInstanceMap<Object> on(
      Request<?> request, Incident incident, ResponsePlan plan, Policies policies) {
    if (request instanceof ActionRequest.Plan action) {
      var context = new ApprovalPolicy.Context(incident, action, plan);
      return ImmutableClassToInstanceMap.of(Approval.class, policies.approval().required(context));
    }
    if (request instanceof SeverityRequest.Assess assess) {
      var context = new SeverityPolicy.Context(incident, assess.impact(), plan);
      return ImmutableClassToInstanceMap.of(Rating.class, policies.severity().rate(context));
    }
    if (request instanceof SeverityRequest.Overrule) {
      return ImmutableClassToInstanceMap.of(SeverityMatrix.class, plan.severity());
    }
    if (request instanceof IncidentRequest.Open) {
      return ImmutableClassToInstanceMap.of(PlanVersion.class, plan.version());
    }
    return NONE;
  }
}
