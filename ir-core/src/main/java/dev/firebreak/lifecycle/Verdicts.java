package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.Approval;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.obligation.Schedule;
import dev.firebreak.people.NextAsk;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.relation.Relations;
import dev.firebreak.relation.Together;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;

/** What plan and policies answer about a request, handed down to the concept that is asked. */
final class Verdicts {
  private static final ImmutableClassToInstanceMap<Object> NONE = ImmutableClassToInstanceMap.of();

  private static final IncidentRequest.Migration NOWHERE =
      new IncidentRequest.Migration(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

  private Verdicts() {}

  static ImmutableClassToInstanceMap<Object> on(
      Request<?> request,
      Incident incident,
      ImmutableList<Incident> others,
      ResponsePlan plan,
      Policies policies,
      ImmutableList<String> labels) {
    if (request instanceof ActionRequest.Plan action) {
      var context = new ApprovalPolicy.Context(incident, action, plan);
      return ImmutableClassToInstanceMap.of(Approval.class, policies.approval().required(context));
    }
    if (request instanceof SeverityRequest.Assess assess) {
      var context = new SeverityPolicy.Context(incident, assess.impact(), assess.nciss(), plan);
      return ImmutableClassToInstanceMap.of(Rating.class, policies.severity().rate(context));
    }
    if (request instanceof PeopleRequest.Escalate escalate) {
      var context = new EscalationPolicy.Context(incident, escalate.level() + 1, plan);
      return ImmutableClassToInstanceMap.of(NextAsk.class, policies.escalation().next(context));
    }
    if (request instanceof SeverityRequest.Overrule) {
      return ImmutableClassToInstanceMap.of(SeverityMatrix.class, plan.severity());
    }
    if (request instanceof ObligationRequest.Resume resume) {
      var calendar = plan.obligation(resume.obligation()).map(each -> each.term().calendar());
      return ImmutableClassToInstanceMap.of(
          BusinessCalendar.class, calendar.orElse(BusinessCalendar.UTC));
    }
    if (request instanceof ObligationRequest.Loosen loosen) {
      return ImmutableClassToInstanceMap.of(
          Schedule.class, present(loosen.obligation(), incident, plan, policies));
    }
    if (request instanceof IncidentRequest.Open) {
      var under = new IncidentRequest.Under(plan.version(), labels);
      return ImmutableClassToInstanceMap.of(IncidentRequest.Under.class, under);
    }
    if (request instanceof IncidentRequest.MigratePlan) {
      return ImmutableClassToInstanceMap.of(IncidentRequest.Migration.class, NOWHERE);
    }
    if (request.concept() == Relations.CONCEPT) {
      return ImmutableClassToInstanceMap.of(Together.class, together(others));
    }
    return NONE;
  }

  /** Returns what a move to another version of the plan comes to. */
  static ImmutableClassToInstanceMap<Object> on(PlanMigration migration, Incident incident) {
    return ImmutableClassToInstanceMap.of(
        IncidentRequest.Migration.class, migration.verdict(incident));
  }

  private static Together together(ImmutableList<Incident> others) {
    var versions = ImmutableMap.<String, Long>builder();
    others.forEach(other -> versions.put(other.id().name(), other.version()));
    return new Together(versions.buildOrThrow());
  }

  /** Returns when a running clock would be due by the present severity alone. */
  private static Schedule present(
      ObligationId id, Incident incident, ResponsePlan plan, Policies policies) {
    var clock = incident.clocks().find(id);
    var obligation = plan.obligation(id);
    if (clock.isEmpty() || obligation.isEmpty()) {
      return new Schedule(null, null, null, policies.due().label());
    }
    var context =
        new DuePolicy.Context(
            incident,
            obligation.get(),
            clock.get().started(),
            incident.assessment().severity(),
            clock.get().pauses(),
            plan);
    return ClockRules.schedule(context, policies.due());
  }
}
