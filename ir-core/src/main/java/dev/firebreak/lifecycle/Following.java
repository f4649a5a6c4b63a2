package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.lifecycle.Decider.Decided;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeFact;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What follows from one accepted command: its facts, and what follows from those. */
final class Following {
  private final Command command;
  private final ClockRules clocks;
  private final FlowRules flow;
  private final Stamp stamp;
  private final @Nullable PlanMigration migration;
  private Incident before; // the last event
  private Incident after;

  /**
   * Prepares for what follows.
   *
   * @param stamp the stamp of the first event
   * @param migration how the incident moves to another version of its plan, null if it does not
   */
  Following(
      Incident before,
      Command command,
      ClockRules clocks,
      FlowRules flow,
      Stamp stamp,
      @Nullable PlanMigration migration) {
    this.before = before;
    this.after = before;
    this.command = command;
    this.clocks = clocks;
    this.flow = flow;
    this.stamp = stamp;
    this.migration = migration;
  }

  /**
   * Returns the decision to accept.
   *
   * @param facts what the command leads to by itself
   */
  Decided accept(ImmutableList<? extends Fact<?>> facts) {
    if (command.request() instanceof AlertRequest.Attach attach) {
      var pending = new ArrayDeque<Fact<?>>(facts);
      addObserved(attach, pending);
      return decided(recordAll(ImmutableList.builder(), pending));
    }
    if (facts.size() > 1) {
      return decided(recordAll(ImmutableList.builder(), new ArrayDeque<>(facts)));
    }
    var event = record(facts.get(0));
    var more = consequencesOf(event);
    var next = more.isEmpty() ? ownNext() : null;
    if (more.isEmpty() && next == null) {
      return decided(ImmutableList.of(event));
    }
    var pending = new ArrayDeque<Fact<?>>(next == null ? more : ImmutableList.of(next));
    return decided(recordAll(ImmutableList.<Event>builder().add(event), pending));
  }

  private ImmutableList<Event> recordAll(
      ImmutableList.Builder<Event> events, Queue<Fact<?>> pending) {
    for (var fact = next(pending); fact != null; fact = next(pending)) {
      var event = record(fact);
      events.add(event);
      pending.addAll(consequencesOf(event));
    }
    return events.build();
  }

  private @Nullable Fact<?> next(Queue<Fact<?>> pending) {
    return pending.isEmpty() ? ownNext() : pending.poll();
  }

  /** Returns what follows for the playbook, one by one, and then for clocks. */
  private @Nullable Fact<?> ownNext() {
    var next = flow.next(after);
    return next == null ? clocks.next(after) : next;
  }

  private Event record(Fact<?> fact) {
    var event = new Event(after.stream(), command.id(), stamp.at(after.version() + 1), fact);
    before = after;
    after = after.after(event);
    return event;
  }

  private ImmutableList<Fact<?>> consequencesOf(Event event) {
    if (Consequences.isOfMerging(event.fact(), before)) {
      return ImmutableList.of();
    }
    flow.note(event.fact(), before);
    if (migration != null && event.fact() instanceof IncidentFact.PlanMigrated) {
      var from = migration.from();
      boolean otherwise =
          !from.policies().due().label().equals(migration.target().policies().due().label());
      clocks.noteMigration(from.plan().duties(), otherwise);
      return migration.consequences(after);
    }
    return Consequences.of(event, before, after, clocks);
  }

  private void addObserved(AlertRequest.Attach attach, Queue<Fact<?>> pending) {
    for (Observable observable : attach.alert().observables()) {
      if (!after.scope().hasSeen(observable)) {
        pending.add(new ScopeFact.Observed(observable, attach.alert().key().source(), null));
      }
    }
  }

  private Decided decided(ImmutableList<Event> events) {
    return new Decided(new Decision.Accepted(events, false), after);
  }
}
