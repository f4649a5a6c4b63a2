package dev.firebreak.json.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.incident.Concepts;
import dev.firebreak.journal.Append;
import dev.firebreak.json.FirebreakJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes an append as one line, and reads it back. */
final class EventLines {
  /** The longest line that is written or read, in bytes with its end. */
  static final int MAX_LENGTH = 1 << 24;

  private static final EventLines STANDARD =
      new EventLines(FirebreakJson.mapper(Concepts.STANDARD));

  private final JsonMapper mapper;

  private EventLines(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Returns lines of events of these concepts. */
  static EventLines of(Concepts concepts) {
    return concepts == Concepts.STANDARD
        ? STANDARD
        : new EventLines(FirebreakJson.mapper(concepts));
  }

  /** Says that a line is not what was written. */
  static final class BadLine extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    /** The message tells places and types, no content; so there is no cause, which might. */
    private BadLine(String what) {
      super(what);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  /**
   * Returns the line with its end.
   *
   * @throws IllegalArgumentException if it could not be read back as the same events
   */
  byte[] write(ImmutableList<Append> appends) {
    var line = new ByteArrayOutputStream();
    char before = '[';
    for (Append append : appends) {
      for (Event event : append.events()) {
        line.write(before);
        line.writeBytes(write(event));
        before = ',';
      }
    }
    line.write(']');
    line.write('\n');
    var written = line.toByteArray();
    checkReadsBack(written, appends);
    return written;
  }

  private byte[] write(Event event) {
    try {
      return mapper.writeValueAsBytes(event);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "event %s of %s cannot be written as JSON, at %s"
              .formatted(event.sequence(), event.stream(), e.getPathReference()));
    }
  }

  private void checkReadsBack(byte[] line, ImmutableList<Append> appends) {
    var what = appends.get(0).stream() + " after event " + appends.get(0).version();
    checkArgument(
        line.length <= MAX_LENGTH,
        "an append to %s has %s bytes, more than %s",
        what,
        line.length,
        MAX_LENGTH);
    checkArgument(
        Bytes.indexOf(line, (byte) '\n') == line.length - 1,
        "an append to %s has a line break in it",
        what);
    try {
      checkArgument(
          read(line).equals(appends), "an append to %s is read back as something else", what);
    } catch (BadLine e) {
      throw new IllegalArgumentException(
          "an append to " + what + " cannot be read back: " + e.getMessage(), e);
    }
  }

  /** Returns what was appended with the line. */
  ImmutableList<Append> read(byte[] line) throws BadLine {
    try {
      return appends(mapper.readValue(line, Event[].class));
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new BadLine(
          place == null
              ? "it holds no events"
              : "column " + place.getColumnNr() + " is not what this journal writes");
    } catch (IllegalArgumentException e) {
      throw new BadLine("its events do not follow one another");
    }
  }

  private static ImmutableList<Append> appends(Event @Nullable [] events) {
    checkArgument(events != null && events.length > 0, "no events");
    checkArgument(!Arrays.asList(events).contains(null), "nothing in place of an event");
    Map<StreamId, List<Event>> byStream = new LinkedHashMap<>();
    for (Event event : events) {
      byStream.computeIfAbsent(event.stream(), any -> new ArrayList<>()).add(event);
    }
    var appends = ImmutableList.<Append>builder();
    byStream.forEach(
        (stream, own) ->
            appends.add(new Append(stream, own.get(0).sequence() - 1, ImmutableList.copyOf(own))));
    return appends.build();
  }
}
