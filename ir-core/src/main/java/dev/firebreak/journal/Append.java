package dev.firebreak.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import java.util.List;

/**
 * What is to be appended to one history.
 *
 * @param stream which history
 * @param version the sequence number of its last event that the caller has read, 0 if there is none
 * @param events what is appended, numbered on from there; empty if what is appended to others rests
 *     on this history, which must only be as it was read
 */
public record Append(StreamId stream, long version, ImmutableList<Event> events) {
  public Append {
    checkArgument(version >= 0, "version must not be negative but was %s", version);
    long sequence = version;
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      sequence++;
      checkArgument(
          event.sequence() == sequence && event.stream().equals(stream),
          "event %s of %s is not event %s of %s",
          event.sequence(),
          event.stream(),
          sequence,
          stream);
    }
  }

  /** Returns that a history must be as it was read, and that nothing is appended to it. */
  public static Append unchanged(StreamId stream, long version) {
    return new Append(stream, version, ImmutableList.of());
  }

  /** Returns whether something is appended. */
  public boolean adds() {
    return !events.isEmpty();
  }

  /**
   * Checks that these can be appended together, for a journal that is asked to.
   *
   * @throws IllegalArgumentException if nothing is appended, or a history is there twice
   */
  public static void check(List<Append> appends) {
    if (appends.size() == 1 && appends.get(0).adds()) {
      return;
    }
    checkArgument(appends.stream().anyMatch(Append::adds), "nothing to append");
    var distinct = appends.stream().map(Append::stream).distinct().count();
    checkArgument(distinct == appends.size(), "a history is appended to twice");
  }
}
