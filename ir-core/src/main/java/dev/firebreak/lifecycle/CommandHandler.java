package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Striped;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.journal.Append;
import dev.firebreak.lifecycle.Decider.Decided;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
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
  private final Striped<Lock> locks = Striped.lazyWeakLock(1024);

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
    return handle(
        command.incident(),
        tracked -> {
          var first = tracked.firstEventOf(command.id());
          return first == null ? decideAndRecord(tracked, command) : repeated(command, first);
        });
  }

  /** Handles a request that acts each time that it is made; its command is named by its event. */
  Decision handle(IncidentId incident, Actor actor, Request<?> request) {
    return handle(
        incident,
        tracked -> {
          var id = CommandId.ofEvent(tracked.incident().version() + 1);
          return decideAndRecord(tracked, new Command(id, incident, actor, null, request));
        });
  }

  /** Handles what an incident asks for by itself, until nothing more is due. */
  ImmutableList<Decision> wake(IncidentId incident) {
    var decisions = ImmutableList.<Decision>builder();
    var due = histories.latest(incident).incident().dueBy(clock.instant());
    while (!due.isEmpty()) {
      var decided = due.stream().map(request -> handle(incident, Actor.ENGINE, request)).toList();
      decisions.addAll(decided);
      var more = histories.latest(incident).incident().dueBy(clock.instant());
      due = decided.stream().anyMatch(Decision::accepted) ? more : ImmutableList.of();
    }
    return decisions.build();
  }

  /** Tries until nobody else changes the incident between reading and recording. */
  private Decision handle(
      IncidentId incident, Function<TrackedIncident, @Nullable Decision> attempt) {
    var lock = locks.get(incident);
    lock.lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        var decision = attempt.apply(histories.latest(incident));
        if (decision != null) {
          return decision;
        }
      }
    } finally {
      lock.unlock();
    }
    throw Histories.stillInConflict(incident.stream());
  }

  /** Returns the decision, null if the incident has been changed by somebody else meanwhile. */
  private @Nullable Decision decideAndRecord(TrackedIncident tracked, Command command) {
    var decided = decide(tracked.incident(), command, clock.instant());
    if (!(decided.decision() instanceof Decision.Accepted accepted)
        || accepted.events().isEmpty()) {
      return tell(command, decided.decision());
    }
    var before = tracked.incident();
    var append = new Append(before.id().stream(), before.version(), accepted.events());
    if (!histories.append(ImmutableList.of(append))) {
      return null;
    }
    histories.remember(tracked.after(accepted.events(), decided.after()));
    return tell(command, accepted);
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
    return tell(command, new Decision.Accepted(events.build(), true));
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
