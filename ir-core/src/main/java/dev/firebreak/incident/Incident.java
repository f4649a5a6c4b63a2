package dev.firebreak.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Actions;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.AttachedAlerts;
import dev.firebreak.analysis.Analysis;
import dev.firebreak.communication.Communications;
import dev.firebreak.decision.DecisionLog;
import dev.firebreak.evidence.EvidenceRegister;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Timed;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.people.Team;
import dev.firebreak.phase.Progress;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.relation.Relations;
import dev.firebreak.review.Review;
import dev.firebreak.scope.Scope;
import dev.firebreak.severity.Assessment;
import dev.firebreak.sharing.Sharing;
import dev.firebreak.triage.Triage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident: the fold of its history, one part for each concept.
 *
 * <p>Immutable. Folding a history in one go or in pieces gives equal incidents. Versions share what
 * did not change, so the cost of an event does not grow with the history.
 */
public final class Incident {
  private final IncidentId id;
  private final StreamId stream;
  private final Concepts concepts;
  private final Object[] parts; // one for each concept, in their order; never changed
  private final long version;

  private Incident(
      IncidentId id, StreamId stream, Concepts concepts, Object[] parts, long version) {
    this.id = id;
    this.stream = stream;
    this.concepts = concepts;
    this.parts = parts;
    this.version = version;
  }

  /** Returns an incident to which nothing has happened yet. */
  public static Incident blank(IncidentId id, Concepts concepts) {
    return new Incident(id, id.stream(), concepts, concepts.start(), 0);
  }

  /** Returns which incident it is. */
  public IncidentId id() {
    return id;
  }

  /** Returns the history of which it is the fold. */
  public StreamId stream() {
    return stream;
  }

  /** Returns the sequence number of the last event, 0 if there is none. */
  public long version() {
    return version;
  }

  /**
   * Returns one part.
   *
   * @throws IllegalArgumentException if incidents are not composed of that concept
   */
  @SuppressWarnings("unchecked") // a part is only ever made by its concept's start and facts
  public <S> S part(Concept<S> concept) {
    return (S) parts[concepts.indexOf(concept)];
  }

  /** Returns how it began. */
  public Origin origin() {
    return part(Origin.CONCEPT);
  }

  /** Returns its phase, its disposition and its episodes. */
  public Progress progress() {
    return part(Progress.CONCEPT);
  }

  /** Returns what is known of its nature. */
  public Triage triage() {
    return part(Triage.CONCEPT);
  }

  /** Returns its impact and severity. */
  public Assessment assessment() {
    return part(Assessment.CONCEPT);
  }

  /** Returns what it touches. */
  public Scope scope() {
    return part(Scope.CONCEPT);
  }

  /** Returns its alerts. */
  public AttachedAlerts alerts() {
    return part(AttachedAlerts.CONCEPT);
  }

  /** Returns which steps were done by people, or waived. */
  public StepProgress steps() {
    return part(StepProgress.CONCEPT);
  }

  /** Returns its response actions. */
  public Actions actions() {
    return part(Actions.CONCEPT);
  }

  /** Returns whether a step was done or waived, or an action has succeeded that carries it out. */
  public boolean hasSettled(StepId step) {
    return steps().hasSettled(step) || actions().hasDone(step);
  }

  /** Returns its evidence. */
  public EvidenceRegister evidence() {
    return part(EvidenceRegister.CONCEPT);
  }

  /** Returns what its analysis came to. */
  public Analysis analysis() {
    return part(Analysis.CONCEPT);
  }

  /** Returns the hard decisions taken in it. */
  public DecisionLog decisions() {
    return part(DecisionLog.CONCEPT);
  }

  /** Returns how it relates to other incidents. */
  public Relations relations() {
    return part(Relations.CONCEPT);
  }

  /** Returns who may know of it. */
  public Sharing sharing() {
    return part(Sharing.CONCEPT);
  }

  /** Returns the roles given out in it. */
  public Team team() {
    return part(Team.CONCEPT);
  }

  /** Returns what was said. */
  public Communications communications() {
    return part(Communications.CONCEPT);
  }

  /** Returns its clocks. */
  public Clocks clocks() {
    return part(Clocks.CONCEPT);
  }

  /** Returns what it taught. */
  public Review review() {
    return part(Review.CONCEPT);
  }

  /**
   * Returns when something is due next in one of its parts, null if nothing is to come.
   *
   * <p>While it is merged into another incident no deadline is due here: that one has the clocks.
   */
  public @Nullable Instant nextDue() {
    Instant next = null;
    for (Object part : parts) {
      var due = part instanceof Timed timed && isAwake(part) ? timed.nextDue() : null;
      if (due != null && (next == null || due.isBefore(next))) {
        next = due;
      }
    }
    return next;
  }

  /** Returns what its parts ask for by themselves, now that their time has come. */
  public ImmutableList<Request<?>> dueBy(Instant now) {
    var due = ImmutableList.<Request<?>>builder();
    for (Object part : parts) {
      if (part instanceof Timed timed && isAwake(part)) {
        due.addAll(timed.dueBy(now));
      }
    }
    return due.build();
  }

  private boolean isAwake(Object part) {
    return part instanceof Actions || relations().into() == null;
  }

  /**
   * Returns the incident after more events.
   *
   * @throws IllegalStateException if one is not the next of this history
   */
  public Incident after(List<Event> events) {
    if (events.isEmpty()) {
      return this;
    }
    var next = parts.clone();
    long sequence = version;
    for (Event event : events) {
      apply(event, sequence++, next);
    }
    return new Incident(id, stream, concepts, next, sequence);
  }

  /**
   * Returns the incident after one more event.
   *
   * @throws IllegalStateException if it is not the next of this history
   */
  public Incident after(Event event) {
    var next = parts.clone();
    apply(event, version, next);
    return new Incident(id, stream, concepts, next, version + 1);
  }

  private void apply(Event event, long after, Object[] to) {
    if (event.sequence() != after + 1 || !event.stream().equals(stream)) {
      throw new IllegalStateException(
          "event %s of %s does not follow event %s of %s"
              .formatted(event.sequence(), event.stream(), after, stream));
    }
    apply(event.fact(), event.stamp(), to);
  }

  private <S> void apply(Fact<S> fact, Stamp stamp, Object[] to) {
    int index = concepts.indexOf(fact.concept());
    @SuppressWarnings("unchecked") // a part is only ever made by its concept's start and facts
    S before = (S) to[index];
    to[index] = fact.applyTo(before, stamp);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Incident incident
        && id.equals(incident.id)
        && version == incident.version
        && Arrays.equals(parts, incident.parts);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Long.hashCode(version);
  }

  @Override
  public String toString() {
    return id + " at event " + version + " in " + progress().phase();
  }
}
