package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
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
  private final Stamp stamp;
  private Incident after;

  private Following(Incident before, Command command, ClockRules clocks, Stamp stamp) {
    this.after = before;
    this.command = command;
    this.clocks = clocks;
    this.stamp = stamp;
  }

  /**
   * Returns the decision to accept.
   *
   * @param facts what the command leads to by itself
   * @param stamp the stamp of the first event
   */
  static Decided from(
      ImmutableList<? extends Fact<?>> facts,
      Incident before,
      Command command,
      ClockRules clocks,
      Stamp stamp) {
    if (facts.isEmpty()) {
      return new Decided(new Decision.Accepted(ImmutableList.of(), false), before);
    }
    if (facts.size() > 1 || command.request() instanceof AlertRequest.Attach) {
      return new Following(before, command, clocks, stamp).several(facts);
    }
    // Most commands lead to one fact, from which nothing follows.
    var event = new Event(before.stream(), command.id(), stamp, facts.get(0));
    var after = before.after(event);
    var more = Consequences.of(event.fact(), stamp.occurred(), after, clocks);
    return more.isEmpty() && clocks.isSettled()
        ? new Decided(new Decision.Accepted(ImmutableList.of(event), false), after)
        : new Following(after, command, clocks, stamp).after(event, more);
  }

  private Decided after(Event first, ImmutableList<Fact<?>> more) {
    var pending = new ArrayDeque<Fact<?>>(more);
    return decided(recordAll(ImmutableList.<Event>builder().add(first), pending));
  }

  private Decided several(ImmutableList<? extends Fact<?>> facts) {
    var pending = new ArrayDeque<Fact<?>>(facts);
    if (command.request() instanceof AlertRequest.Attach attach) {
      addObserved(attach, pending);
    }
    return decided(recordAll(ImmutableList.builder(), pending));
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

  /** Returns the next fact: what follows for clocks comes last, one by one. */
  private @Nullable Fact<?> next(Queue<Fact<?>> pending) {
    return pending.isEmpty() ? clocks.next(after) : pending.poll();
  }

  private Event record(Fact<?> fact) {
    var event = new Event(after.stream(), command.id(), stamp.at(after.version() + 1), fact);
    after = after.after(event);
    return event;
  }

  private ImmutableList<Fact<?>> consequencesOf(Event event) {
    return Consequences.of(event.fact(), event.stamp().occurred(), after, clocks);
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
