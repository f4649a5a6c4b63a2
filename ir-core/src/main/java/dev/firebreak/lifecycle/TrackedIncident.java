package dev.firebreak.lifecycle;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Incident;
import dev.firebreak.triage.TriageFact;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An incident as far as its history was read, and the commands that led to it.
 *
 * <p>The incident may be read by any thread; all else is for the one that holds the lock. That
 * there is one writer at a time saves conflicts: what decides between writers is the journal.
 */
final class TrackedIncident {
  private final Lock lock = new ReentrantLock();
  private final FirstEvents firstEvents = new FirstEvents();
  private @Nullable Actor acknowledgedBy;
  private final AtomicReference<Incident> incident;

  TrackedIncident(Incident blank) {
    this.incident = new AtomicReference<>(blank);
  }

  Lock lock() {
    return lock;
  }

  Incident incident() {
    return incident.getAcquire();
  }

  /** Returns who acknowledged the incident last, null if nobody has. */
  @Nullable Actor acknowledgedBy() {
    lock.lock();
    try {
      return acknowledgedBy;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the sequence number of the first event that the command caused, 0 if none. */
  long firstEventOf(CommandId command) {
    return firstEvents.of(command);
  }

  /** Takes in events that follow what was read. */
  void advance(List<Event> events) {
    advance(events, incident().after(events));
  }

  /** Takes in events whose fold is known. */
  void advance(List<Event> events, Incident folded) {
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      if (!event.cause().isOfEvent()) {
        firstEvents.add(event);
      }
      if (event.fact() instanceof TriageFact.Acknowledged) {
        acknowledgedBy = event.actor();
      }
    }
    incident.setRelease(folded); // the lock orders writers, so that readers need no more
  }
}
