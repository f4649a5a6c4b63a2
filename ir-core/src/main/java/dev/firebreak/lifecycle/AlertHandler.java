package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.util.concurrent.Striped;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.alert.Intake;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.alert.Placement;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Carries alerts to the intake, and to the incident that each belongs to.
 *
 * <p>The intake's event and those of the incident are appended together, so that an alert is never
 * half received.
 */
final class AlertHandler {
  private final Histories histories;
  private final Plans plans;
  private final CorrelationPolicy policy;
  private final String label;
  private final CommandHandler commands;
  private final Announcer announcer;
  private final InstantSource clock;
  private final Striped<Lock> locks = Striped.lazyWeakLock(64);
  private final ConcurrentMap<Tenant, Stuck> stuck = new ConcurrentHashMap<>();

  /** What was due by then was refused; until something is received, it would be refused again. */
  private record Stuck(long version, Instant due) {}

  AlertHandler(
      Histories histories,
      Plans plans,
      CorrelationPolicy policy,
      CommandHandler commands,
      Announcer announcer,
      InstantSource clock) {
    this.histories = histories;
    this.plans = plans;
    this.policy = policy;
    this.label = policy.label();
    this.commands = commands;
    this.announcer = announcer;
    this.clock = clock;
  }

  Receipt receive(Tenant tenant, Alert alert) {
    var lock = locks.get(tenant);
    lock.lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        var receipt = new Receiving(tenant, alert, clock.instant()).receive();
        if (receipt != null) {
          return receipt;
        }
      }
    } finally {
      lock.unlock();
    }
    throw Histories.stillInConflict(StreamId.intakeOf(tenant));
  }

  /** Returns when an alert that is snoozed is to be looked at next, null if there is none. */
  @Nullable Instant nextDue(Tenant tenant) {
    var tracked = histories.intake(tenant);
    var refused = stuck.get(tenant);
    return refused == null || refused.version != tracked.version()
        ? tracked.intake().nextDueAfter(null)
        : tracked.intake().nextDueAfter(refused.due);
  }

  /**
   * Looks again at the alerts whose snooze is over, and adds what was decided about incidents.
   *
   * @return why that failed with some of them, null if it did not
   */
  @Nullable RuntimeException wake(Tenant tenant, ImmutableList.Builder<Decision> decisions) {
    var now = clock.instant();
    boolean refused = false;
    RuntimeException failure = null;
    for (Alert alert : histories.intake(tenant).intake().dueBy(now)) {
      try {
        refused |= lookAgain(tenant, alert, now, decisions) instanceof Receipt.Refused;
      } catch (RuntimeException e) {
        failure = WakeHandler.withSuppressed(failure, e);
      }
    }
    if (refused) {
      stuck.put(tenant, new Stuck(histories.intake(tenant).version(), now));
    }
    return failure;
  }

  /** Returns what became of the alert, null if somebody else has looked at it meanwhile. */
  private @Nullable Receipt lookAgain(
      Tenant tenant, Alert alert, Instant now, ImmutableList.Builder<Decision> decisions) {
    var lock = locks.get(tenant);
    lock.lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        var receiving = new Receiving(tenant, alert, now);
        if (!receiving.intake.intake().isDue(alert.key(), now)) {
          return null;
        }
        var receipt = receiving.lookAgain();
        if (receipt != null) {
          if (!(receipt instanceof Receipt.Refused)) {
            decisions.addAll(receiving.decisions);
          }
          return receipt;
        }
      }
    } finally {
      lock.unlock();
    }
    throw Histories.stillInConflict(StreamId.intakeOf(tenant));
  }

  /** One attempt to find a place for one alert. */
  private final class Receiving implements Intake.Standing {
    private final Tenant tenant;
    private final Alert alert;
    private final Instant now;
    private final TrackedIntake intake;
    private final ArrayList<Decision> decisions = new ArrayList<>(2);
    private boolean returning;

    Receiving(Tenant tenant, Alert alert, Instant now) {
      this.tenant = tenant;
      this.alert = alert;
      this.now = now;
      this.intake = histories.intake(tenant);
    }

    /** Returns what became of the alert, null if something else was recorded meanwhile. */
    @Nullable Receipt receive() {
      var known = intake.intake().duplicate(alert.key());
      if (known == null && intake.intake().mayHaveForgotten(alert)) {
        known = forgotten();
      }
      return known != null ? placed(known, known.incident()) : place();
    }

    @Nullable Receipt lookAgain() {
      returning = true;
      return place();
    }

    /** Looks the alert up in the history, where memory does not reach; null if it is not there. */
    private @Nullable Placement forgotten() {
      Placement known = null;
      for (Event event : histories.received(tenant)) {
        if (event.fact() instanceof IntakeFact.Received received
            && received.alert().key().equals(alert.key())) {
          known = duplicate(received.incident());
        } else if (event.fact() instanceof IntakeFact.Returned returned
            && returned.alert().equals(alert.key())) {
          known = duplicate(returned.incident());
        }
      }
      return known;
    }

    private Placement duplicate(@Nullable String incident) {
      return new Placement(Outcome.DUPLICATE, incident, "received before: " + alert.key(), null);
    }

    private @Nullable Receipt place() {
      var plan = plans.inForce();
      var candidates = intake.intake().candidates(alert, plan.correlation(), this);
      var chosen =
          possible(
              policy.place(new CorrelationPolicy.Context(alert, candidates, returning, now, plan)));
      return switch (chosen.outcome()) {
        case DUPLICATE ->
            throw new IllegalStateException(
                label + " calls an alert a duplicate that was not received before");
        case REPEATED -> alone(chosen, chosen.incident());
        case SNOOZED, DROPPED -> alone(chosen, null);
        case JOINED ->
            with(
                chosen,
                idOf(chosen),
                null,
                ImmutableList.of(new AlertRequest.Attach(alert, chosen.because())));
        case LINKED_AND_CLOSED ->
            with(
                chosen,
                idOf(chosen),
                null,
                ImmutableList.of(new AlertRequest.Link(alert, chosen.because())));
        case OPENED ->
            with(
                chosen,
                freeId(),
                null,
                ImmutableList.of(
                    new IncidentRequest.Open(alert.title()),
                    new AlertRequest.Attach(alert, chosen.because())));
        case LINKED ->
            with(
                chosen,
                freeId(),
                idOf(chosen),
                ImmutableList.of(
                    new IncidentRequest.Open(alert.title()),
                    new AlertRequest.Attach(alert, chosen.because()),
                    new RelationRequest.Link(
                        idOf(chosen).name(), LinkKind.RELATED_TO, chosen.because())));
      };
    }

    /** Returns what was chosen, or that an incident is opened where that is not possible. */
    private Placement possible(Placement chosen) {
      var named = chosen.incident();
      var open = named == null ? null : openFor(named);
      if (open != null && !open.equals(named)) {
        return new Placement(chosen.outcome(), open, chosen.because(), null);
      }
      if (named != null && open == null) {
        return Placement.open(
            chosen.because() + ", but incident " + chosen.incident() + " is not open");
      }
      return chosen.until() != null && !chosen.until().isAfter(now)
          ? Placement.open(chosen.because() + ", but " + chosen.until() + " has passed")
          : chosen;
    }

    @Override
    public @Nullable String openFor(String incident) {
      var name = incident;
      var found = histories.latest(new IncidentId(tenant, name));
      for (var into = found.relations().into(); into != null; into = found.relations().into()) {
        name = into;
        found = histories.latest(new IncidentId(tenant, name));
      }
      return found.progress().open() ? name : null;
    }

    private IncidentId idOf(Placement placement) {
      return new IncidentId(tenant, String.valueOf(placement.incident()));
    }

    /** Returns an id that follows from the intake's history, so that a retry finds the same. */
    private IncidentId freeId() {
      var name = "inc-" + (intake.version() + 1);
      var id = new IncidentId(tenant, name);
      for (int i = 2; histories.latest(id).version() > 0; i++) {
        id = new IncidentId(tenant, name + "." + i);
      }
      return id;
    }

    /** Records what the intake alone has to know. */
    private @Nullable Receipt alone(Placement placement, @Nullable String incident) {
      return record(fact(placement, incident)) ? placed(placement, incident) : null;
    }

    /**
     * Records it together with what the incident is asked.
     *
     * @param linked the incident that it is linked to, null if it is not
     */
    private @Nullable Receipt with(
        Placement placement,
        IncidentId incident,
        @Nullable IncidentId linked,
        ImmutableList<? extends Request<?>> requests) {
      var fact = fact(placement, incident.name()); // before any incident is locked
      var own = histories.tracked(incident);
      var other = linked == null ? null : histories.tracked(linked);
      var all = inOrder(own, other);
      all.forEach(each -> each.lock().lock());
      try {
        all.forEach(histories::refresh);
        var needed = other == null ? own : other;
        return placement.outcome().needsIncident() && !needed.incident().progress().open()
            ? null
            : with(placement, fact, part(own), other == null ? null : part(other), requests);
      } finally {
        all.reverse().forEach(each -> each.lock().unlock());
        all.forEach(each -> announcer.send(each.incident().id()));
      }
    }

    private ImmutableList<TrackedIncident> inOrder(
        TrackedIncident own, @Nullable TrackedIncident other) {
      if (other == null) {
        return ImmutableList.of(own);
      }
      return own.incident().id().name().compareTo(other.incident().id().name()) < 0
          ? ImmutableList.of(own, other)
          : ImmutableList.of(other, own);
    }

    private Part part(TrackedIncident tracked) {
      return new Part(tracked, commands, announcer);
    }

    private @Nullable Receipt with(
        Placement placement,
        IntakeFact fact,
        Part own,
        @Nullable Part other,
        ImmutableList<? extends Request<?>> requests) {
      ImmutableList<Incident> others =
          other == null ? ImmutableList.of() : ImmutableList.of(other.before());
      for (Request<?> request : requests) {
        var decision = own.decide(command(own, request), others, now);
        if (decision instanceof Decision.Refused refused) {
          return refused(own, refused);
        }
        decisions.add(decision);
      }
      if (other != null) {
        var back =
            new RelationRequest.BeLinked(
                own.before().id().name(), LinkKind.RELATED_TO, placement.because());
        var decision = other.decide(command(other, back), ImmutableList.of(own.before()), now);
        if (decision instanceof Decision.Refused refused) {
          return refused(other, refused);
        }
        decisions.add(decision);
      }
      if (!record(fact, own.append(), other == null ? null : other.append())) {
        return null;
      }
      own.recorded(histories);
      if (other != null) {
        other.recorded(histories);
      }
      return placed(placement, own.before().id().name());
    }

    private Command command(Part part, Request<?> request) {
      var id = CommandId.ofEvent(part.after().version() + 1);
      return new Command(id, part.before().id(), Actor.ENGINE, null, request);
    }

    private @Nullable Receipt refused(Part part, Decision.Refused refused) {
      return overtaken()
          ? null
          : new Receipt.Refused(alert.key(), part.before().id(), refused.rejections());
    }

    /** Returns whether others have received alerts meanwhile, so that a refusal may be stale. */
    private boolean overtaken() {
      return histories.intake(tenant).version() != intake.version();
    }

    /** Appends what the intake has to know and, with it, what belongs to it. */
    private boolean record(IntakeFact fact, @Nullable Append... others) {
      var stream = StreamId.intakeOf(tenant);
      var facts = ImmutableList.<Event>builder();
      long sequence = intake.version() + 1;
      var forgettable = intake.intake().forgettable(plans.inForce().correlation());
      if (forgettable != null) {
        facts.add(event(stream, sequence++, new IntakeFact.Forgotten(forgettable)));
      }
      facts.add(event(stream, sequence, fact));
      var own = new Append(stream, intake.version(), facts.build());
      var appends = ImmutableList.<Append>builder().add(own);
      for (Append other : others) {
        if (other != null) {
          appends.add(other);
        }
      }
      if (!histories.append(appends.build())) {
        return false;
      }
      histories.remember(tenant, intake.after(own.events()));
      return true;
    }

    private Event event(StreamId stream, long sequence, IntakeFact fact) {
      var stamp = new Stamp(sequence, Actor.ENGINE, now, ZoneOffset.UTC, now);
      return new Event(stream, CommandId.ofEvent(sequence), stamp, fact);
    }

    private IntakeFact fact(Placement placement, @Nullable String incident) {
      ImmutableSet<Observable> binds =
          switch (placement.outcome()) {
            case JOINED, OPENED, LINKED ->
                intake.intake().unbound(alert, plans.inForce().correlation(), this);
            case DUPLICATE, REPEATED, LINKED_AND_CLOSED, SNOOZED, DROPPED -> ImmutableSet.of();
          };
      return returning
          ? new IntakeFact.Returned(
              alert.key(),
              placement.outcome(),
              incident,
              placement.because(),
              binds,
              placement.until(),
              policy.label())
          : new IntakeFact.Received(
              alert,
              placement.outcome(),
              incident,
              placement.because(),
              binds,
              placement.until(),
              label);
    }

    private Receipt placed(Placement placement, @Nullable String incident) {
      AlertKey key = alert.key();
      return incident == null
          ? new Receipt.Held(key, placement.outcome(), placement.because(), placement.until())
          : new Receipt.Placed(
              key, placement.outcome(), new IncidentId(tenant, incident), placement.because());
    }
  }
}
