package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Does what is due. */
final class WakeHandler {
  private final Histories histories;
  private final CommandHandler commands;
  private final AlertHandler alerts;
  private final InstantSource clock;
  private final @Nullable Observation observation;

  WakeHandler(
      Histories histories,
      CommandHandler commands,
      AlertHandler alerts,
      InstantSource clock,
      @Nullable Observation observation) {
    this.histories = histories;
    this.commands = commands;
    this.alerts = alerts;
    this.clock = clock;
    this.observation = observation;
  }

  /**
   * Looks again at alerts whose snooze is over, and does what is due in incidents; one with which
   * that fails does not keep it from the others.
   */
  ImmutableList<Decision> wake(Tenant tenant, OpenIncidents incidents) {
    var now = clock.instant();
    var decisions = ImmutableList.<Decision>builder();
    var failure = alerts.wake(tenant, decisions);
    var due = incidents.dueBy(now);
    for (IncidentId incident : due) {
      try {
        new Waking(incident, now, decisions).wake();
      } catch (RuntimeException e) {
        failure = withSuppressed(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    incidents.woken(due, now);
    return decisions.build();
  }

  static RuntimeException withSuppressed(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (first != next) {
      first.addSuppressed(next);
    }
    return first;
  }

  /** What is due in one incident at one time. */
  private final class Waking {
    private final IncidentId incident;
    private final Instant now;
    private final ImmutableList.Builder<Decision> decisions;
    private final HashSet<Request<?>> fruitless = new HashSet<>();
    private long version;

    Waking(IncidentId incident, Instant now, ImmutableList.Builder<Decision> decisions) {
      this.incident = incident;
      this.now = now;
      this.decisions = decisions;
    }

    /** Asks until nothing more is due, and for nothing twice that changed nothing. */
    void wake() {
      boolean again = true;
      while (again) {
        again = false;
        var before = histories.latest(incident);
        version = before.version();
        for (Request<?> request : before.dueBy(now)) {
          again |= !fruitless.contains(request) && ask(request);
        }
      }
    }

    private @Nullable Decision handle(Request<?> request) {
      return commands.handle(
          incident,
          Actor.ENGINE,
          request,
          before -> before.version() == version || before.dueBy(now).contains(request));
    }

    /** Returns whether that changed the incident. */
    private boolean ask(Request<?> request) {
      var decision =
          observation == null
              ? handle(request)
              : observation.due(incident, request, () -> handle(request));
      if (decision == null) {
        return false; // somebody else has done it meanwhile
      }
      decisions.add(decision);
      if (!(decision instanceof Decision.Accepted accepted) || accepted.events().isEmpty()) {
        fruitless.add(request);
        return false;
      }
      var events = accepted.events();
      version = events.get(events.size() - 1).sequence();
      return true;
    }
  }
}
