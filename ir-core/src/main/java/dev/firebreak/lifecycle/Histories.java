package dev.firebreak.lifecycle;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import dev.firebreak.obligation.Milestone;
import dev.firebreak.relation.Member;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ObjLongConsumer;

/**
 * What the journal holds, folded; only what is new is read.
 *
 * <p>Safe for use by several threads: what is remembered may lag behind the journal, never differ.
 * Open incidents are remembered while they are open, closed ones as long as there is room.
 */
final class Histories {
  /** How many closed incidents are remembered; the others are folded again when asked for. */
  private static final int REMEMBERED = 1_000;

  /** How often a command is decided anew after a conflict. */
  static final int ATTEMPTS = 100;

  private final Journal journal;
  private final Concepts concepts;
  private final ConcurrentMap<IncidentId, TrackedIncident> open = new ConcurrentHashMap<>();
  private final Cache<IncidentId, TrackedIncident> closed =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
  private final ConcurrentMap<Tenant, TrackedIntake> intakes = new ConcurrentHashMap<>();

  Histories(Journal journal, Concepts concepts) {
    this.journal = journal;
    this.concepts = concepts;
  }

  /** Returns when an incident first came to which milestone. */
  ImmutableMap<Milestone, Instant> milestones(Incident incident) {
    return PlanMigration.milestones(incident, events(incident.id(), 0), concepts);
  }

  /** Returns the incident as far as it was read; blank if nothing has happened to it. */
  TrackedIncident tracked(IncidentId id) {
    var known = open.get(id);
    known = known == null ? closed.getIfPresent(id) : known;
    if (known != null) {
      return known;
    }
    var tracked = new TrackedIncident(Incident.blank(id, concepts));
    refresh(tracked);
    return tracked;
  }

  /** Reads what is new, and returns whether there was anything. */
  boolean refresh(TrackedIncident tracked) {
    tracked.lock().lock();
    try {
      var before = tracked.incident();
      var news = journal.read(before.stream(), before.version());
      if (news.isEmpty()) {
        return false;
      }
      tracked.advance(news);
      remember(tracked);
      return true;
    } finally {
      tracked.lock().unlock();
    }
  }

  /** Returns the incident as the journal has it now; blank if nothing has happened to it. */
  Incident latest(IncidentId id) {
    var tracked = tracked(id);
    refresh(tracked);
    return tracked.incident();
  }

  /** Returns the incident as it is at that version, or later. */
  TrackedIncident atLeast(IncidentId id, long version) {
    var tracked = tracked(id);
    if (tracked.incident().version() < version) {
      refresh(tracked);
    }
    return tracked;
  }

  /** Tells which incidents of the tenant have changed since a mark, and returns the next mark. */
  long changedSince(Tenant tenant, long mark, ObjLongConsumer<StreamId> each) {
    return journal.changedSince(tenant, StreamId.Kind.INCIDENT, mark, each);
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

  /** Returns the incidents that are merged into it, and those that are merged into them. */
  ImmutableList<Incident> members(Incident incident) {
    if (incident.relations().isAlone()) {
      return ImmutableList.of();
    }
    var members = ImmutableList.<Incident>builder();
    for (Member member : incident.relations().members()) {
      var found = look(new IncidentId(incident.id().tenant(), member.incident()));
      members.add(found).addAll(members(found));
    }
    return members.build();
  }

  /** Returns the incident in which work goes on: this one, unless it is merged. */
  Incident head(Incident incident) {
    var head = incident;
    for (var into = head.relations().into(); into != null; into = head.relations().into()) {
      head = look(new IncidentId(incident.id().tenant(), into));
    }
    return head;
  }

  /** Returns the incident as the journal has it, without waiting for who works on it. */
  private Incident look(IncidentId id) {
    var known = open.get(id);
    known = known == null ? closed.getIfPresent(id) : known;
    var incident = known == null ? Incident.blank(id, concepts) : known.incident();
    return incident.after(journal.read(incident.stream(), incident.version()));
  }

  /** Returns the whole history of the tenant's intake. */
  ImmutableList<Event> received(Tenant tenant) {
    return journal.read(StreamId.intakeOf(tenant), 0);
  }

  /**
   * Appends to one incident and takes in what was appended, unless others have changed it or one of
   * those that the decision rests on.
   *
   * @param read the other incidents that the decision rests on
   */
  boolean append(
      TrackedIncident tracked,
      ImmutableList<Event> events,
      Incident after,
      ImmutableList<Incident> read) {
    var before = tracked.incident();
    var append = new Append(before.stream(), before.version(), events);
    if (!append(read.isEmpty() ? ImmutableList.of(append) : with(append, read))) {
      return false;
    }
    tracked.advance(events, after);
    if (before.version() == 0 || before.progress().open() != after.progress().open()) {
      remember(tracked);
    }
    return true;
  }

  private static ImmutableList<Append> with(Append append, ImmutableList<Incident> read) {
    var all = ImmutableList.<Append>builderWithExpectedSize(read.size() + 1).add(append);
    for (Incident incident : read) {
      all.add(Append.unchanged(incident.stream(), incident.version()));
    }
    return all.build();
  }

  boolean append(ImmutableList<Append> appends) {
    return journal.append(appends) == Journal.Appended.ALL;
  }

  void remember(TrackedIncident tracked) {
    var incident = tracked.incident();
    if (incident.progress().open()) {
      open.put(incident.id(), tracked);
      closed.invalidate(incident.id());
    } else {
      closed.put(incident.id(), tracked);
      open.remove(incident.id());
    }
  }

  void remember(Tenant tenant, TrackedIntake intake) {
    intakes.put(tenant, intake);
  }

  ImmutableList<Event> events(IncidentId id, long after) {
    return journal.read(id.stream(), after);
  }

  /** Returns the incident as one to which nothing has happened. */
  IncidentRecord blank(IncidentId id) {
    return new IncidentRecord(Incident.blank(id, concepts), ImmutableList.of());
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
