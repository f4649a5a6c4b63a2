package dev.firebreak.policy;

import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One incident of account takeover under a small plan, for tests of policies. */
final class Case {
  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  static final Actor CHIEF = new Actor("ada");
  static final Actor ANALYST = new Actor("linus");
  static final Actor STRANGER = new Actor("mallory");

  static final Role LEADING = new Role("lead");
  static final Role ANALYSING = new Role("analyst");

  static final Category TAKEOVER = new Category("account-takeover");
  static final StepId PREPARED = new StepId("have-contacts");
  static final StepId CONFIRM = new StepId("confirm");
  static final StepId NOTE = new StepId("note");
  static final StepId LOCK = new StepId("lock");
  static final StepId RESET = new StepId("reset");

  private static final IncidentId ID = IncidentId.of("inc-1");

  private final ResponsePlan plan;
  private final IncidentResponse response;

  Case(ResponsePlan plan) {
    this.plan = plan;
    this.response = IncidentResponse.under(plan, InstantSource.fixed(NOW)).build();
    does(ANALYST, new IncidentRequest.Open("somebody signed in from afar"));
  }

  static ResponsePlan plan(CommandRule... commands) {
    return builder(ImmutableSet.of(Authority.WAIVE, Authority.CLOSE)).commands(commands).build();
  }

  static ResponsePlan plan(ImmutableSet<Authority> authorities) {
    return builder(authorities).build();
  }

  private static ResponsePlan.Builder builder(ImmutableSet<Authority> authorities) {
    var levels = SeverityMatrix.levels("low", "high");
    return ResponsePlan.builder("takeover", "3")
        .roles(
            new RoleDefinition(
                LEADING, RoleKind.INCIDENT_LEAD, CHIEF, ImmutableList.of(ANALYST), authorities),
            new RoleDefinition(
                ANALYSING, RoleKind.ANALYST, ANALYST, ImmutableList.of(), ImmutableSet.of()))
        .severity(
            new SeverityMatrix(
                levels,
                ImmutableList.of(
                    new SeverityMatrix.Row(
                        ImmutableSet.of(FunctionalImpact.HIGH),
                        ImmutableSet.of(),
                        ImmutableSet.of(),
                        levels.get(1)),
                    new SeverityMatrix.Row(
                        ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0)))),
            levels.get(1))
        .playbooks(
            new Playbook(
                new PlaybookId("takeover"),
                "Account takeover",
                ImmutableSet.of(TAKEOVER),
                ImmutableList.of(
                    step(PREPARED, Phase.PREPARATION, true, null, null, 0),
                    step(CONFIRM, Phase.IDENTIFICATION, true, null, null, 0),
                    step(NOTE, Phase.IDENTIFICATION, false, null, null, 0),
                    step(LOCK, Phase.CONTAINMENT, true, ActionType.DISABLE_ACCOUNT, LEADING, 2),
                    step(RESET, Phase.ERADICATION, true, ActionType.PATCH, null, 0))));
  }

  private static Step step(
      StepId id,
      Phase phase,
      boolean mandatory,
      @Nullable ActionType action,
      @Nullable Role approvedBy,
      int approvals) {
    return new Step(id, phase, "Do " + id, ANALYSING, mandatory, action, approvedBy, approvals);
  }

  Incident incident() {
    return response.incident(ID, Viewer.of(STRANGER)).orElseThrow();
  }

  ResponsePlan responsePlan() {
    return plan;
  }

  /** Does something that must be accepted. */
  void does(Actor actor, Request<?> request) {
    if (response.submit(ID, actor, request) instanceof Decision.Refused refused) {
      throw new AssertionError(refused.message());
    }
  }

  /** Returns the context of a request that somebody makes now. */
  CommandPolicy.Context asked(Actor actor, Request<?> request) {
    var stamp = new Stamp(incident().version() + 1, actor, NOW, ZoneOffset.UTC, NOW);
    var by = new Asking(stamp, plan.rolesOf(actor), ImmutableClassToInstanceMap.of());
    return new CommandPolicy.Context(incident(), request, by, plan);
  }

  /** Returns the context of leaving the phase that the incident is in, null for good. */
  ExitPolicy.Context leaving(@Nullable Phase to) {
    return new ExitPolicy.Context(incident(), incident().progress().phase(), to, plan);
  }
}
