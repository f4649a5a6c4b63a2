package dev.firebreak.compliance;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Writes histories that the engine would not, such as those that another tool kept. */
public final class Script {
  private record Entry(Actor actor, Instant occurred, Instant recorded, Fact<?> fact) {}

  private final List<Entry> entries;

  private Script(List<Entry> entries) {
    this.entries = entries;
  }

  public static Script empty() {
    return new Script(new ArrayList<>());
  }

  public static Script of(IncidentRecord record) {
    var entries = new ArrayList<Entry>();
    for (Event event : record.history()) {
      var stamp = event.stamp();
      entries.add(new Entry(stamp.actor(), stamp.occurred(), stamp.recorded(), event.fact()));
    }
    return new Script(entries);
  }

  /** Returns whether a fact is of the kind. */
  public static Predicate<Fact<?>> kind(Class<?> kind) {
    return kind::isInstance;
  }

  /** Returns whether a fact says that an asset came so far. */
  public static Predicate<Fact<?>> advanced(AssetId asset, AssetState state) {
    return fact ->
        fact instanceof ScopeFact.AssetAdvanced advanced
            && advanced.asset().equals(asset)
            && advanced.to() == state;
  }

  /** Leaves out events by their sequence numbers. */
  public Script withoutEvents(Collection<Long> sequences) {
    var left = new ArrayList<Entry>();
    for (int i = 0; i < entries.size(); i++) {
      if (!sequences.contains(i + 1L)) {
        left.add(entries.get(i));
      }
    }
    return new Script(left);
  }

  /** Adds what happened, and was recorded, at that moment. */
  public Script then(Actor actor, Instant at, Fact<?> fact) {
    entries.add(new Entry(actor, at, at, fact));
    return this;
  }

  /** Leaves facts out. */
  public Script without(Predicate<Fact<?>> facts) {
    entries.removeIf(entry -> facts.test(entry.fact()));
    return this;
  }

  /** Leaves out the first such fact and all that came later. */
  public Script before(Predicate<Fact<?>> fact) {
    for (int i = 0; i < entries.size(); i++) {
      if (fact.test(entries.get(i).fact())) {
        entries.subList(i, entries.size()).clear();
      }
    }
    return this;
  }

  /** Has facts happen at another moment than they were recorded. */
  public Script moved(Predicate<Fact<?>> facts, Instant to) {
    entries.replaceAll(
        entry ->
            facts.test(entry.fact())
                ? new Entry(entry.actor(), to, entry.recorded(), entry.fact())
                : entry);
    return this;
  }

  /** Has facts done by somebody else. */
  public Script by(Predicate<Fact<?>> facts, Actor actor) {
    entries.replaceAll(
        entry ->
            facts.test(entry.fact())
                ? new Entry(actor, entry.occurred(), entry.recorded(), entry.fact())
                : entry);
    return this;
  }

  /** Puts other facts in the place of some. */
  public Script changed(Predicate<Fact<?>> facts, Fact<?> to) {
    entries.replaceAll(
        entry ->
            facts.test(entry.fact())
                ? new Entry(entry.actor(), entry.occurred(), entry.recorded(), to)
                : entry);
    return this;
  }

  public IncidentRecord record() {
    var id = IncidentId.of("inc-1");
    var events = ImmutableList.<Event>builder();
    long sequence = 0;
    for (Entry entry : entries) {
      var stamp =
          new Stamp(++sequence, entry.actor(), entry.occurred(), ZoneOffset.UTC, entry.recorded());
      events.add(new Event(id.stream(), CommandId.ofEvent(sequence), stamp, entry.fact()));
    }
    var history = events.build();
    return new IncidentRecord(Incident.blank(id, Concepts.STANDARD).after(history), history);
  }
}
