package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what was decided, and notifiers who has to know. */
final class Announcer {
  private static final Logger log = LoggerFactory.getLogger(IncidentResponse.class);

  private final ImmutableList<DecisionListener> listeners;
  private final ImmutableList<Notifier> notifiers;
  private final Plans plans;
  private final Sight sight;
  private final @Nullable Observation observation;
  private final @Nullable Outbox toListeners;
  private final @Nullable Outbox toNotifiers;

  Announcer(
      ImmutableList<DecisionListener> listeners,
      ImmutableList<Notifier> notifiers,
      Executor executor,
      Plans plans,
      Sight sight,
      @Nullable Observation observation) {
    this.listeners = listeners;
    this.notifiers = notifiers;
    this.plans = plans;
    this.sight = sight;
    this.observation = observation;
    this.toListeners = listeners.isEmpty() ? null : new Outbox(Runnable::run);
    this.toNotifiers = notifiers.isEmpty() ? null : new Outbox(executor);
  }

  /** Takes in a decision, while the incident is locked. */
  void put(Command command, Decision decision, Incident after) {
    if (toListeners != null) {
      toListeners.put(command.incident(), () -> tell(command, decision));
    }
    if (toNotifiers != null
        && decision instanceof Decision.Accepted accepted
        && !accepted.repeated()
        && !accepted.events().isEmpty()) {
      toNotifiers.put(command.incident(), () -> notify(accepted, after));
    }
  }

  /** Tells what was taken in, once the incident is not locked any more. */
  void send(IncidentId incident) {
    if (toListeners != null) {
      toListeners.send(incident);
    }
    if (toNotifiers != null) {
      toNotifiers.send(incident);
    }
  }

  private void tell(Command command, Decision decision) {
    for (DecisionListener listener : listeners) {
      try {
        listener.decided(command, decision);
      } catch (RuntimeException e) {
        failed(listener, command.incident(), e);
      }
    }
  }

  private void notify(Decision.Accepted accepted, Incident after) {
    var plan = plans.of(after);
    if (plan == null) {
      return;
    }
    var all =
        Notifications.of(
            accepted.events(), after, plan.plan(), person -> sight.maySee(after, person));
    for (Notification notification : all) {
      for (Notifier notifier : notifiers) {
        try {
          notifier.send(notification);
        } catch (RuntimeException e) {
          failed(notifier, notification.incident(), e);
        }
      }
    }
  }

  private void failed(Object listener, IncidentId incident, RuntimeException failure) {
    log.warn("{} failed on what was decided about {}", listener, incident, failure);
    if (observation != null) {
      observation.listenerFailed(failure);
    }
  }
}
