package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.Decider.Decided;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries commands to the decider and what it decides to the journal. */
final class CommandHandler {
  private static final Logger log = LoggerFactory.getLogger(IncidentResponse.class);

  private final Histories histories;
  private final Plans plans;
  private final Decider decider;
  private final InstantSource clock;
  private final ImmutableList<DecisionListener> listeners;

  CommandHandler(
      Histories histories,
      Plans plans,
      Decider decider,
      InstantSource clock,
      ImmutableList<DecisionListener> listeners) {
    this.histories = histories;
    this.plans = plans;
    this.decider = decider;
    this.clock = clock;
    this.listeners = listeners;
  }

  /** Handles a command that acts at most once. */
  Decision handle(Command command) {
    var tracked = histories.tracked(command.incident());
    tracked.lock().lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        var first = tracked.firstEventOf(command.id());
        var decision = first == null ? attempt(tracked, command) : repeated(command, first);
        if (decision != null) {
          return tell(command, decision);
        }
      }
    } finally {
      tracked.lock().unlock();
    }
    throw Histories.stillInConflict(command.incident().stream());
  }

  /** Handles a request that acts each time that it is made; its command is named by its event. */
  Decision handle(IncidentId incident, Actor actor, Request<?> request) {
    var tracked = histories.tracked(incident);
    tracked.lock().lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        var id = CommandId.ofEvent(tracked.incident().version() + 1);
        var command = new Command(id, incident, actor, null, request);
        var decision = attempt(tracked, command);
        if (decision != null) {
          return tell(command, decision);
        }
      }
    } finally {
      tracked.lock().unlock();
    }
    throw Histories.stillInConflict(incident.stream());
  }

  /** Handles what an incident asks for by itself, until nothing more is due. */
  ImmutableList<Decision> wake(IncidentId incident) {
    var decisions = ImmutableList.<Decision>builder();
    var due = histories.latest(incident).dueBy(clock.instant());
    while (!due.isEmpty()) {
      var decided = due.stream().map(request -> handle(incident, Actor.ENGINE, request)).toList();
      decisions.addAll(decided);
      var more = histories.latest(incident).dueBy(clock.instant());
      due = decided.stream().anyMatch(Decision::accepted) ? more : ImmutableList.of();
    }
    return decisions.build();
  }

  /**
   * Decides on what was read before, and records.
   *
   * <p>Only what changes nothing may rest on something out of date: the journal refuses the others.
   *
   * @return the decision, null if the incident has been changed by somebody else meanwhile
   */
  private @Nullable Decision attempt(TrackedIncident tracked, Command command) {
    var decided = decide(tracked.incident(), command, clock.instant());
    if (decided.decision() instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      if (histories.append(tracked, accepted.events(), decided.after())) {
        return accepted;
      }
      histories.refresh(tracked);
      return null;
    }
    return histories.refresh(tracked) ? null : decided.decision();
  }

  /** Decides, and records nothing. */
  Decided decide(Incident incident, Command command, Instant now) {
    var plan = plans.of(incident);
    if (plan == null) {
      var missing =
          IncidentCondition.PLAN_AT_HAND.unmet(
              "the incident runs under " + incident.origin().plan() + ", which is not at hand", 1L);
      return new Decided(new Decision.Refused(ImmutableList.of(missing)), incident);
    }
    return decider.decide(incident, command, plan, now);
  }

  private Decision repeated(Command command, long first) {
    var events = ImmutableList.<Event>builder();
    for (Event event : histories.events(command.incident(), first - 1)) {
      if (!event.cause().equals(command.id())) {
        break;
      }
      events.add(event);
    }
    return new Decision.Accepted(events.build(), true);
  }

  private Decision tell(Command command, Decision decision) {
    for (DecisionListener listener : listeners) {
      try {
        listener.decided(command, decision);
      } catch (RuntimeException e) {
        log.warn("listener {} failed on command {}", listener, command.id(), e);
      }
    }
    return decision;
  }
}
