package dev.firebreak.incident;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.firebreak.fact.Event;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An incident together with those that are merged into it: one picture, in which each item knows
 * where it came from.
 *
 * @param head the incident in which work goes on
 * @param members those that are merged into it, and those that are merged into them, as they stand
 */
public record Family(IncidentRecord head, ImmutableList<IncidentRecord> members) {
  /**
   * Something, and where it came from.
   *
   * @param from the incident in whose history it is
   */
  public record Sourced<T>(IncidentId from, T item) {}

  /** Returns the head and the members. */
  public ImmutableList<IncidentRecord> all() {
    return Streams.concat(Stream.of(head), members.stream()).collect(toImmutableList());
  }

  /**
   * Returns the items of all incidents, those of the head first.
   *
   * @param items tells those of one incident, such as {@code incident -> incident.alerts().all()}
   */
  public <T> ImmutableList<Sourced<T>> items(
      Function<Incident, ? extends Iterable<? extends T>> items) {
    var all = ImmutableList.<Sourced<T>>builder();
    for (IncidentRecord record : all()) {
      for (T item : items.apply(record.incident())) {
        all.add(new Sourced<>(record.incident().id(), item));
      }
    }
    return all.build();
  }

  /** Returns all events in the order of recording; each names its history. */
  public ImmutableList<Event> history() {
    return all().stream()
        .flatMap(record -> record.history().stream())
        .sorted(Comparator.comparing(event -> event.stamp().recorded()))
        .collect(toImmutableList());
  }
}
