package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import dev.firebreak.relation.RelationRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans, incidents, requests and actors that a seed decides, for properties that must hold over all
 * of them.
 *
 * <p>The same seed and the same calls in the same order give equal values, on every machine. Every
 * value is valid, and every incident is one that an engine has come to by accepting commands: most
 * are short, some have a long history, and all phases, endings and reopenings are among them. Not
 * safe for use by several threads.
 */
public final class SeededIncidents {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Actor OUTSIDER = new Actor("zoe");
  private static final int ATTEMPTS = 4;

  private final Dice dice;
  private final SeededPlans plans;
  private Instant now = START;
  private int count;

  private SeededIncidents(Dice dice) {
    this.dice = dice;
    this.plans = new SeededPlans(dice);
  }

  /** Returns a new source of values. */
  public static SeededIncidents of(long seed) {
    return new SeededIncidents(new Dice(seed));
  }

  /** Returns a plan; some have no roles, no playbooks or nobody who holds a role. */
  public ResponsePlan nextPlan() {
    return plans.next();
  }

  /**
   * Returns a plan as a whole document: one that also writes down what was prepared, knows actions
   * of its own and names policies, which an engine would have to provide.
   */
  public ResponsePlan nextDocument() {
    return plans.document();
  }

  /** Returns an incident under the plan, with a name of its own. */
  public Incident nextIncident(ResponsePlan plan) {
    return nextRecord(plan).incident();
  }

  /** Returns an incident under the plan, with a name of its own and its whole history. */
  public IncidentRecord nextRecord(ResponsePlan plan) {
    return drive(plan, Policies.STANDARD, SeededRequests::next);
  }

  /**
   * Returns a request of any standard kind, which the incident may accept or not.
   *
   * @param plan the plan that the incident runs under
   */
  public Request<?> nextRequest(Incident incident, ResponsePlan plan) {
    return new SeededRequests(dice, incident, plan).next();
  }

  /** Returns somebody with a role of the plan, or without any. */
  public Actor nextActor(ResponsePlan plan) {
    var holders =
        plan.roles().stream().flatMap(role -> role.holders().stream()).collect(toImmutableList());
    return dice.onceIn(4) ? OUTSIDER : dice.anyOf(holders).orElse(OUTSIDER);
  }

  /**
   * Drives one incident through an engine, and returns where it came to.
   *
   * @param usual makes the requests that are not made to get on
   */
  IncidentRecord drive(
      ResponsePlan plan, Policies policies, Function<SeededRequests, Request<?>> usual) {
    var run = new Run(plan, policies, IncidentId.of("seeded-" + ++count));
    var length = dice.onceIn(10) ? dice.within(30, 60) : dice.within(0, 12);
    run.submit(nextActor(plan), new IncidentRequest.Open(dice.text()));
    for (int i = 0; i < length; i++) {
      if (dice.onceIn(6)) {
        run.sleep();
      }
      var requests = new SeededRequests(dice, run.incident(), plan);
      if (dice.onceIn(40)) {
        run.relate(nextActor(plan));
      } else if (dice.onceIn(3)) {
        run.pursue(nextActor(plan), requests.forward());
      } else {
        run.ask(nextActor(plan), usual.apply(requests));
      }
    }
    return run.record();
  }

  /** Lets an engine of its own receive so many alerts, and look again at those that are snoozed. */
  void receive(ResponsePlan plan, Policies policies, int alerts) {
    var response = IncidentResponse.under(plan, () -> now).policies(policies).build();
    for (int i = 0; i < alerts; i++) {
      response.receive(SeededRequests.alert(dice, i));
      now = now.plusSeconds(1);
      response.wake(Tenant.SINGLE);
    }
  }

  /** One incident in an engine of its own. */
  private final class Run {
    private final ResponsePlan plan;
    private final IncidentId id;
    private final IncidentResponse response;
    private int commands;

    Run(ResponsePlan plan, Policies policies, IncidentId id) {
      this.plan = plan;
      this.id = id;
      this.response = IncidentResponse.under(plan, () -> now).policies(policies).build();
    }

    Incident incident() {
      return response
          .incident(id, Viewer.of(Actor.ENGINE))
          .orElseGet(() -> Incident.blank(id, Concepts.STANDARD));
    }

    IncidentRecord record() {
      return response
          .record(id, Viewer.of(Actor.ENGINE))
          .orElseGet(
              () -> new IncidentRecord(Incident.blank(id, Concepts.STANDARD), ImmutableList.of()));
    }

    Decision submit(Actor actor, Request<?> request) {
      now = now.plusSeconds(dice.within(1, 5_000));
      if (!dice.onceIn(4)) {
        return response.submit(id, actor, request);
      }
      var occurred =
          now.minus(Duration.ofSeconds(dice.within(0, 900)))
              .atOffset(ZoneOffset.ofHours(dice.within(-12, 14)));
      var command = new CommandId("c" + ++commands);
      return response.submit(new Command(command, id, actor, occurred, request));
    }

    /** Lets time pass, and the engine do what is due. */
    void sleep() {
      now = now.plus(dice.period());
      response.wake(id.tenant());
    }

    /** Asks, and mostly asks again as somebody who may, if that is all that is missing. */
    void ask(Actor actor, Request<?> request) {
      if (submit(actor, request) instanceof Decision.Refused refused
          && refused.rejections().size() == 1
          && !dice.onceIn(6)) {
        var other = follow(refused.rejections().get(0), actor);
        if (!other.equals(actor)) {
          submit(other, request);
        }
      }
    }

    /** Merges the incident into another one, or takes it out of there. */
    void relate(Actor actor) {
      var other = IncidentId.of("other-of-" + id.name());
      var into = incident().relations().into();
      if (into != null) {
        submit(actor, other, new RelationRequest.Unmerge(ImmutableSet.of(id.name()), dice.text()));
        return;
      }
      submit(actor, other, new IncidentRequest.Open(dice.text()));
      var merge = new RelationRequest.Merge(ImmutableSet.of(id.name()), dice.text());
      if (submit(actor, other, merge) instanceof Decision.Refused refused) {
        for (Rejection rejection : refused.rejections()) {
          if (dice.anyOf(rejection.remedies()).orElse(null) instanceof Remedy.AskAs entitled) {
            someone(entitled.by()).ifPresent(who -> submit(who, other, merge));
          }
        }
      }
    }

    private Decision submit(Actor actor, IncidentId incident, Request<?> request) {
      now = now.plusSeconds(dice.within(1, 5_000));
      return response.submit(incident, actor, request);
    }

    /** Does what the refusals say would lift them, and asks again. */
    void pursue(Actor first, Request<?> request) {
      var actor = first;
      for (int i = 0; i < ATTEMPTS; i++) {
        if (!(submit(actor, request) instanceof Decision.Refused refused)) {
          return;
        }
        for (Rejection rejection : refused.rejections()) {
          actor = follow(rejection, actor);
        }
      }
    }

    /** Follows one of the remedies and returns who is to ask again. */
    private Actor follow(Rejection rejection, Actor actor) {
      var remedy = dice.anyOf(rejection.remedies()).orElse(null);
      if (remedy instanceof Remedy.Act act) {
        someone(act.by()).ifPresent(who -> submit(who, act.request()));
      }
      if (remedy instanceof Remedy.AskFor other) {
        submit(actor, other.request());
      }
      return remedy instanceof Remedy.AskAs other ? someone(other.by()).orElse(actor) : actor;
    }

    private Optional<Actor> someone(Remedy.Asker asker) {
      return asker.equals(Remedy.Asker.ANYBODY)
          ? Optional.of(nextActor(plan))
          : dice.anyOf(Candidates.of(asker, incident(), plan));
    }
  }
}
