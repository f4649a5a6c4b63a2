package dev.firebreak.lifecycle;

import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Incident;
import dev.firebreak.persistent.PersistentMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident, and the commands that led to it.
 *
 * @param firstEvents the first event of each accepted command
 */
record TrackedIncident(Incident incident, PersistentMap<CommandId, Long> firstEvents) {
  static TrackedIncident untouched(Incident blank) {
    return new TrackedIncident(blank, PersistentMap.empty());
  }

  /** Returns the sequence number of the first event that the command caused, null if none. */
  @Nullable Long firstEventOf(CommandId command) {
    return firstEvents.get(command);
  }

  TrackedIncident after(List<Event> events) {
    return after(events, incident.after(events));
  }

  /** Returns this after events whose fold is known. */
  TrackedIncident after(List<Event> events, Incident folded) {
    var commands = firstEvents;
    for (Event event : events) {
      if (!commands.containsKey(event.cause())) {
        commands = commands.with(event.cause(), event.sequence());
      }
    }
    return new TrackedIncident(folded, commands);
  }
}
