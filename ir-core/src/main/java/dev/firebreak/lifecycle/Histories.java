package dev.firebreak.lifecycle;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the journal holds, folded; only what is new is read.
 *
 * <p>Safe for use by several threads: what is remembered may lag behind the journal, never differ.
 */
final class Histories {
  /** How many folded incidents are remembered; the others are folded again when asked for. */
  private static final int REMEMBERED = 10_000;

  /** How often a command is decided anew after a conflict. */
  static final int ATTEMPTS = 100;

  private final Journal journal;
  private final Concepts concepts;
  private final Cache<IncidentId, TrackedIncident> incidents =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
  private final ConcurrentMap<Tenant, TrackedIntake> intakes = new ConcurrentHashMap<>();

  Histories(Journal journal, Concepts concepts) {
    this.journal = journal;
    this.concepts = concepts;
  }

  /** Returns the incident as the journal has it now; blank if nothing has happened to it. */
  TrackedIncident latest(IncidentId id) {
    var remembered = incidents.getIfPresent(id);
    var before =
        remembered == null ? TrackedIncident.untouched(Incident.blank(id, concepts)) : remembered;
    var news = journal.read(id.stream(), before.incident().version());
    if (news.isEmpty()) {
      return before;
    }
    var after = before.after(news);
    incidents.put(id, after);
    return after;
  }

  /** Returns the tenant's intake as the journal has it now. */
  TrackedIntake intake(Tenant tenant) {
    var before = intakes.getOrDefault(tenant, TrackedIntake.EMPTY);
    var news = journal.read(StreamId.intakeOf(tenant), before.version());
    if (news.isEmpty()) {
      return before;
    }
    var after = before.after(news);
    intakes.put(tenant, after);
    return after;
  }

  void remember(TrackedIncident incident) {
    incidents.put(incident.incident().id(), incident);
  }

  void remember(Tenant tenant, TrackedIntake intake) {
    intakes.put(tenant, intake);
  }

  boolean append(ImmutableList<Append> appends) {
    return journal.append(appends) == Journal.Appended.ALL;
  }

  ImmutableList<Event> events(IncidentId id, long after) {
    return journal.read(id.stream(), after);
  }

  /** Returns the incident folded anew from its whole history. */
  IncidentRecord record(IncidentId id) {
    var history = events(id, 0);
    return new IncidentRecord(Incident.blank(id, concepts).after(history), history);
  }

  ImmutableList<StreamId> incidents(Tenant tenant) {
    return journal.streams(tenant, StreamId.Kind.INCIDENT);
  }

  static JournalException stillInConflict(StreamId stream) {
    return JournalException.failed(
        stream + " was changed by others " + ATTEMPTS + " times in a row", null);
  }
}
