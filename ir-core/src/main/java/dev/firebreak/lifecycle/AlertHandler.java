package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Striped;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.alert.Placement;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
  private final CommandHandler commands;
  private final Announcer announcer;
  private final InstantSource clock;
  private final Striped<Lock> locks = Striped.lazyWeakLock(64);

  AlertHandler(
      Histories histories,
      Plans plans,
      CommandHandler commands,
      Announcer announcer,
      InstantSource clock) {
    this.histories = histories;
    this.plans = plans;
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

  /** One attempt to receive one alert. */
  private final class Receiving {
    private final Tenant tenant;
    private final Alert alert;
    private final Instant now;
    private final TrackedIntake intake;

    Receiving(Tenant tenant, Alert alert, Instant now) {
      this.tenant = tenant;
      this.alert = alert;
      this.now = now;
      this.intake = histories.intake(tenant);
    }

    /** Returns what became of the alert, null if something else was recorded meanwhile. */
    @Nullable Receipt receive() {
      var placement = intake.intake().place(alert, plans.inForce().correlation(), this::isOpen);
      var incident = idOf(placement);
      return switch (placement.outcome()) {
        case DUPLICATE -> placed(placement, incident);
        case REPEATED -> recorded(placement, incident, record(placement, incident));
        case JOINED -> attach(placement, incident, ImmutableList.of());
        case OPENED ->
            attach(placement, incident, ImmutableList.of(new IncidentRequest.Open(alert.title())));
      };
    }

    private boolean isOpen(String name) {
      return histories.latest(new IncidentId(tenant, name)).progress().open();
    }

    private IncidentId idOf(Placement placement) {
      return placement.incident() == null ? freeId() : new IncidentId(tenant, placement.incident());
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

    private @Nullable Receipt attach(
        Placement placement, IncidentId incident, ImmutableList<Request<?>> first) {
      var tracked = histories.tracked(incident);
      tracked.lock().lock();
      try {
        histories.refresh(tracked);
        return attach(placement, tracked, first);
      } finally {
        tracked.lock().unlock();
        announcer.send(incident);
      }
    }

    private @Nullable Receipt attach(
        Placement placement, TrackedIncident tracked, ImmutableList<Request<?>> first) {
      var before = tracked.incident();
      var requests =
          ImmutableList.<Request<?>>builder()
              .addAll(first)
              .add(new AlertRequest.Attach(alert, placement.because()))
              .build();
      var events = ImmutableList.<Event>builder();
      var announced = new ArrayList<Runnable>();
      var after = before;
      for (Request<?> request : requests) {
        var id = CommandId.ofEvent(after.version() + 1);
        var command = new Command(id, before.id(), Actor.ENGINE, null, request);
        var decided = commands.decide(after, command, now);
        if (decided.decision() instanceof Decision.Refused refused) {
          return overtaken()
              ? null
              : new Receipt.Refused(alert.key(), before.id(), refused.rejections());
        }
        events.addAll(((Decision.Accepted) decided.decision()).events());
        after = decided.after();
        announced.add(() -> announcer.put(command, decided.decision(), decided.after()));
      }
      var append = new Append(before.stream(), before.version(), events.build());
      var recorded = record(placement, before.id(), append);
      if (recorded) {
        tracked.advance(append.events(), after);
        histories.remember(tracked);
        announced.forEach(Runnable::run);
      }
      return recorded(placement, before.id(), recorded);
    }

    /** Returns whether others have received alerts meanwhile, so that a refusal may be stale. */
    private boolean overtaken() {
      return histories.intake(tenant).version() != intake.version();
    }

    /** Appends the intake's event and, with it, what belongs to it. */
    private boolean record(Placement placement, IncidentId incident, Append... others) {
      var stream = StreamId.intakeOf(tenant);
      var sequence = intake.version() + 1;
      var received =
          new Event(
              stream,
              CommandId.ofEvent(sequence),
              new Stamp(sequence, Actor.ENGINE, now, ZoneOffset.UTC, now),
              new IntakeFact.Received(
                  alert,
                  placement.outcome(),
                  incident.name(),
                  placement.because(),
                  placement.binds()));
      var own = new Append(stream, intake.version(), ImmutableList.of(received));
      var all = ImmutableList.<Append>builder().add(own).add(others).build();
      if (!histories.append(all)) {
        return false;
      }
      histories.remember(tenant, intake.after(own.events()));
      return true;
    }

    private @Nullable Receipt recorded(Placement placement, IncidentId incident, boolean recorded) {
      return recorded ? placed(placement, incident) : null;
    }

    private Receipt placed(Placement placement, IncidentId incident) {
      return new Receipt.Placed(alert.key(), placement.outcome(), incident, placement.because());
    }
  }
}
