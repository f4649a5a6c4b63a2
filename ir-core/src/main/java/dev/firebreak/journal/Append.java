package dev.firebreak.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;

/**
 * What is to be appended to one history.
 *
 * @param stream which history
 * @param version the sequence number of its last event that the caller has read, 0 if there is none
 * @param events at least one, numbered on from there
 */
public record Append(StreamId stream, long version, ImmutableList<Event> events) {
  public Append {
    checkArgument(!events.isEmpty(), "nothing to append to %s", stream);
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
}
