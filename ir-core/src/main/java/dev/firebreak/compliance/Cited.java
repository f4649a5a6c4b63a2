package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a finding rests on.
 *
 * @param events the events that were looked at, by sequence number, in order and each once
 * @param pointers the places in the plan that were looked at, as JSON pointers
 */
public record Cited(ImmutableList<Long> events, ImmutableList<String> pointers) {
  /** Nothing was there to look at. */
  public static final Cited NOTHING = new Cited(ImmutableList.of(), ImmutableList.of());

  private static final int SHOWN = 8;

  /** Puts both in order. */
  public Cited {
    events = events.stream().distinct().sorted().collect(toImmutableList());
    pointers = pointers.stream().distinct().collect(toImmutableList());
  }

  /** Returns these events. */
  public static Cited events(Event... events) {
    return events(List.of(events));
  }

  /** Returns these events. */
  public static Cited events(List<Event> events) {
    return new Cited(
        events.stream().map(Event::sequence).collect(toImmutableList()), ImmutableList.of());
  }

  /** Returns these places in the plan. */
  public static Cited plan(String... pointers) {
    return plan(List.of(pointers));
  }

  /** Returns these places in the plan. */
  public static Cited plan(List<String> pointers) {
    return new Cited(ImmutableList.of(), ImmutableList.copyOf(pointers));
  }

  /** Returns this and the other. */
  public Cited and(Cited other) {
    return new Cited(
        Stream.concat(events.stream(), other.events.stream()).collect(toImmutableList()),
        Stream.concat(pointers.stream(), other.pointers.stream()).collect(toImmutableList()));
  }

  /** Returns whether nothing was there to look at. */
  public boolean isEmpty() {
    return events.isEmpty() && pointers.isEmpty();
  }

  /** Returns the first few of them, for people, and how many there are beside those. */
  @Override
  public String toString() {
    var all =
        Stream.concat(pointers.stream(), events.stream().map(sequence -> "#" + sequence)).toList();
    var shown = Joiner.on(' ').join(all.stream().limit(SHOWN).iterator());
    return all.size() <= SHOWN
        ? "[" + shown + "]"
        : "[" + shown + " and " + (all.size() - SHOWN) + " more]";
  }
}
