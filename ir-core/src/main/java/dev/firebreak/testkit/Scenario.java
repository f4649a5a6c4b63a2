package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import java.time.Duration;
import java.time.Instant;

/**
 * A test of a plan and its policies in the form given, when, then.
 *
 * <pre>{@code
 * Scenario.under(plan)
 *     .given(analyst, new IncidentRequest.Open("ransomware on a file server"))
 *     .passing(Duration.ofHours(1))
 *     .when(analyst, PhaseRequest.Enter.next(Phase.CONTAINMENT))
 *     .thenRefused("guard.declared", "policy.mandatory-steps");
 * }</pre>
 *
 * <p>Immutable: a scenario may be the beginning of several others. Each {@link #when} runs all of
 * it anew, on one incident, in an engine with an empty journal in memory and a {@link
 * VirtualClock}.
 */
public final class Scenario {
  /** The incident that a scenario is about. */
  public static final IncidentId INCIDENT = IncidentId.of("inc-1");

  /** When a scenario begins, unless it says so. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ResponsePlan plan;
  private final Policies policies;
  private final Concepts concepts;
  private final Instant start;
  private final ImmutableList<Given> givens;

  /** Something that has been asked, a time after what went before. */
  private record Given(Duration after, Actor actor, ImmutableList<Request<?>> requests) {}

  private Scenario(
      ResponsePlan plan,
      Policies policies,
      Concepts concepts,
      Instant start,
      ImmutableList<Given> givens) {
    this.plan = plan;
    this.policies = policies;
    this.concepts = concepts;
    this.start = start;
    this.givens = givens;
  }

  /** Returns a scenario under the plan, the standard policies and the standard concepts. */
  public static Scenario under(ResponsePlan plan) {
    return new Scenario(plan, Policies.STANDARD, Concepts.STANDARD, START, ImmutableList.of());
  }

  /** Returns this scenario under other policies. */
  public Scenario policies(Policies policies) {
    return new Scenario(plan, policies, concepts, start, givens);
  }

  /** Returns this scenario with other concepts. */
  public Scenario concepts(Concepts concepts) {
    return new Scenario(plan, policies, concepts, start, givens);
  }

  /** Returns this scenario, beginning at that moment. */
  public Scenario at(Instant start) {
    return new Scenario(plan, policies, concepts, start, givens);
  }

  /** Returns this scenario after somebody asked for this, one after another, and it passed. */
  public Scenario given(Actor actor, Request<?>... requests) {
    return with(new Given(Duration.ZERO, actor, ImmutableList.copyOf(requests)));
  }

  /** Returns this scenario a time later. */
  public Scenario passing(Duration time) {
    return with(new Given(time, Actor.ENGINE, ImmutableList.of()));
  }

  private Scenario with(Given given) {
    var more = ImmutableList.<Given>builder().addAll(givens).add(given).build();
    return new Scenario(plan, policies, concepts, start, more);
  }

  /**
   * Asks for this, after all that is given.
   *
   * @return what became of it
   * @throws AssertionError if anything that is given is refused
   */
  public Outcome when(Actor actor, Request<?> request) {
    var clock = VirtualClock.at(start);
    var response =
        IncidentResponse.under(plan, clock).policies(policies).concepts(concepts).build();
    for (Given given : givens) {
      clock.advance(given.after());
      for (Request<?> each : given.requests()) {
        if (response.submit(INCIDENT, given.actor(), each) instanceof Decision.Refused refused) {
          throw new AssertionError(
              each
                  + " of "
                  + given.actor()
                  + " is given but was refused for"
                  + Outcome.told(refused));
        }
      }
    }
    var decision = response.submit(INCIDENT, actor, request);
    var incident =
        response
            .incident(INCIDENT, Viewer.of(actor))
            .orElseGet(() -> Incident.blank(INCIDENT, concepts));
    return new Outcome(actor, request, decision, incident);
  }
}
