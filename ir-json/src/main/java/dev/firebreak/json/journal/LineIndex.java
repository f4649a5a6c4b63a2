package dev.firebreak.json.journal;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.StreamIndex;
import java.util.Arrays;

/**
 * Knows in which lines of the file each history stands; 20 bytes for each line of a history.
 *
 * <p>Safe for use by several threads: the histories of one line appear together.
 */
final class LineIndex {
  private final StreamIndex<Lines> byStream = new StreamIndex<>();

  /** A line of the file: where it begins, and its length with its end, in bytes. */
  record Line(long offset, int length) {}

  /** The lines of one history, and the version after each, in arrays that grow. */
  private static final class Lines {
    private int count;
    private long[] offsets = new long[2];
    private int[] lengths = new int[2];
    private long[] versions = new long[2];

    void add(Line line, long version) {
      if (count == offsets.length) {
        int capacity = count + (count >> 1) + 1;
        offsets = Arrays.copyOf(offsets, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        versions = Arrays.copyOf(versions, capacity);
      }
      offsets[count] = line.offset();
      lengths[count] = line.length();
      versions[count] = version;
      count++;
    }

    ImmutableList<Line> after(long version) {
      int found = Arrays.binarySearch(versions, 0, count, version);
      var lines = ImmutableList.<Line>builder();
      for (int i = found < 0 ? -found - 1 : found + 1; i < count; i++) {
        lines.add(new Line(offsets[i], lengths[i]));
      }
      return lines.build();
    }
  }

  /** Returns the sequence number of the last event, 0 if there is none. */
  synchronized long version(StreamId stream) {
    return byStream.version(stream);
  }

  /** Returns the lines that hold the events after a version, in order. */
  synchronized ImmutableList<Line> after(StreamId stream, long version) {
    var lines = byStream.get(stream);
    return lines == null ? ImmutableList.of() : lines.after(version);
  }

  /** Returns whether each append follows the last event of its history. */
  synchronized boolean follows(ImmutableList<Append> appends) {
    return appends.stream().allMatch(append -> version(append.stream()) == append.version());
  }

  /** Adds a line. */
  synchronized void add(Line line, ImmutableList<Append> appends) {
    for (Append append : appends) {
      long version = append.version() + append.events().size();
      byStream.changed(append.stream(), version, Lines::new).add(line, version);
    }
  }

  /** Returns the histories of a tenant, in the order in which they were begun. */
  synchronized ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    return byStream.streams(tenant, kind);
  }

  /** Returns which histories of a tenant have changed since a mark. */
  synchronized StreamIndex.Changes changedSince(Tenant tenant, StreamId.Kind kind, long mark) {
    return byStream.changedSince(tenant, kind, mark);
  }
}
