package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeFact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Decides on commands: a function of its arguments, without clock, ids or I/O. */
final class Decider {
  private final Policies policies;

  Decider(Policies policies) {
    this.policies = policies;
  }

  /** A decision, and the incident after it. */
  record Decided(Decision decision, Incident after) {}

  /**
   * Decides on a command.
   *
   * @param plan the plan that the incident runs under, or will once it is opened
   */
  Decided decide(Incident incident, Command command, PlanIndex plan, Instant now) {
    var obstacle = obstacle(incident, command, now);
    return obstacle.isEmpty()
        ? decide(command.request(), incident, command, plan, now)
        : new Decided(new Decision.Refused(obstacle), incident);
  }

  private <S> Decided decide(
      Request<S> request, Incident incident, Command command, PlanIndex plan, Instant now) {
    var stamp = stamp(incident.version() + 1, command, now);
    var by =
        new Asking(
            stamp,
            plan.rolesOf(command.actor(), incident),
            Verdicts.on(request, incident, plan.plan(), policies));
    var state = incident.part(request.concept());
    var unmet = ImmutableList.<Rejection>builder().addAll(request.unmet(state, by));
    Guards.check(request, incident, by, plan.plan(), unmet);
    for (CommandPolicy policy : policies.commands()) {
      unmet.addAll(policy.review(new CommandPolicy.Context(incident, request, by, plan.plan())));
    }
    askExits(request, incident, plan, unmet);
    var rejections = unmet.build();
    return rejections.isEmpty()
        ? accept(request, request.yields(state, by), incident, command, plan, now)
        : new Decided(new Decision.Refused(rejections), incident);
  }

  /** Returns what stands against any request, which makes asking further pointless. */
  private static ImmutableList<Rejection> obstacle(
      Incident incident, Command command, Instant now) {
    var unread = incident.part(UnknownFact.CONCEPT);
    if (unread.first() > 0) {
      return ImmutableList.of(
          IncidentCondition.READABLE.unmet(
              "event " + unread.first() + " is a " + unread.type() + ", which is not known here",
              unread.first()));
    }
    var occurred = command.occurred();
    if (occurred != null && occurred.toInstant().isAfter(now)) {
      return ImmutableList.of(
          IncidentCondition.NOT_AHEAD.unmet(occurred + " is later than " + now));
    }
    if (!incident.progress().open()
        && !(command.request() instanceof IncidentRequest.Open)
        && !(command.request().afterClosing() && incident.version() > 0)) {
      return ImmutableList.of(IncidentCondition.OPEN.unmet("no open incident " + incident.id()));
    }
    return ImmutableList.of();
  }

  private void askExits(
      Request<?> request,
      Incident incident,
      PlanIndex plan,
      ImmutableList.Builder<Rejection> unmet) {
    var from = incident.progress().phase();
    if (request instanceof PhaseRequest.Enter enter && goesOn(from, enter.to())) {
      askExits(new ExitPolicy.Context(incident, from, enter.to(), plan.plan()), unmet);
    } else if (request instanceof PhaseRequest.Close close && close.as() == Disposition.RESOLVED) {
      askExits(new ExitPolicy.Context(incident, from, null, plan.plan()), unmet);
    }
  }

  private static boolean goesOn(Phase from, Phase to) {
    return from.moveTo(to) != Move.NONE && from.isBefore(to);
  }

  private void askExits(ExitPolicy.Context context, ImmutableList.Builder<Rejection> unmet) {
    policies.exits().forEach(policy -> unmet.addAll(policy.review(context)));
  }

  private static Decided accept(
      Request<?> request,
      List<? extends Fact<?>> facts,
      Incident incident,
      Command command,
      PlanIndex plan,
      Instant now) {
    Queue<Fact<?>> pending = new ArrayDeque<>(facts);
    if (request instanceof AlertRequest.Attach attach) {
      addObserved(attach, incident, pending);
    }
    var events = ImmutableList.<Event>builder();
    var after = incident;
    for (var fact = pending.poll(); fact != null; fact = pending.poll()) {
      var stamp = stamp(after.version() + 1, command, now);
      var event = new Event(incident.id().stream(), command.id(), stamp, fact);
      events.add(event);
      after = after.after(ImmutableList.of(event));
      pending.addAll(Consequences.of(fact, stamp.occurred(), after, plan));
    }
    return new Decided(new Decision.Accepted(events.build(), false), after);
  }

  private static void addObserved(
      AlertRequest.Attach attach, Incident incident, Queue<Fact<?>> pending) {
    for (Observable observable : attach.alert().observables()) {
      if (!incident.scope().hasSeen(observable)) {
        pending.add(new ScopeFact.Observed(observable));
      }
    }
  }

  private static Stamp stamp(long sequence, Command command, Instant now) {
    OffsetDateTime occurred = command.occurred();
    return occurred == null
        ? new Stamp(sequence, command.actor(), now, ZoneOffset.UTC, now)
        : new Stamp(sequence, command.actor(), occurred.toInstant(), occurred.getOffset(), now);
  }
}
