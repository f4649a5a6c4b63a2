package dev.firebreak.journal;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a journal holds in memory of each history, in the order in which they were begun and in that
 * in which they changed last.
 *
 * <p>Neither a change nor the question what has changed costs more when more is stored. Not safe
 * for use by several threads: the journal guards it.
 *
 * @param <T> what is held of one history
 */
public final class StreamIndex<T> {
  private final Map<StreamId, Held<T>> byId = new HashMap<>();
  private final Map<Border, Group<T>> groups = new HashMap<>();
  private long changes;

  private record Border(Tenant tenant, StreamId.Kind kind) {}

  /** The histories of one tenant and kind. */
  private static final class Group<T> {
    final List<StreamId> begun = new ArrayList<>();
    @Nullable Held<T> newest;

    /** Makes it the one that changed last; those between keep their order. */
    void changed(Held<T> held) {
      if (held == newest) {
        return;
      }
      if (held.earlier != null) {
        held.earlier.later = held.later;
      }
      if (held.later != null) {
        held.later.earlier = held.earlier;
      }
      held.earlier = newest;
      held.later = null;
      if (newest != null) {
        newest.later = held;
      }
      newest = held;
    }
  }

  private static final class Held<T> {
    final StreamId stream;
    final T value;
    final Group<T> group;
    long version;
    long mark;
    @Nullable Held<T> earlier;
    @Nullable Held<T> later;

    Held(StreamId stream, T value, Group<T> group) {
      this.stream = stream;
      this.value = value;
      this.group = group;
    }
  }

  /**
   * What has changed since a mark.
   *
   * @param all in the order of their last changes
   * @param mark from where to go on
   */
  public record Changes(ImmutableList<Change> all, long mark) {
    /** Tells all of them, and returns the mark: what a journal is to do when it is asked. */
    public long tell(ObjLongConsumer<StreamId> each) {
      all.forEach(change -> each.accept(change.stream(), change.version()));
      return mark;
    }
  }

  /**
   * A history that has changed.
   *
   * @param version the sequence number of its last event
   */
  public record Change(StreamId stream, long version) {}

  /** Makes an empty index. */
  public StreamIndex() {}

  /** Returns what is held of the history, null if it has not begun. */
  public @Nullable T get(StreamId stream) {
    var held = byId.get(stream);
    return held == null ? null : held.value;
  }

  /** Returns the sequence number of the last event, 0 if the history has not begun. */
  public long version(StreamId stream) {
    var held = byId.get(stream);
    return held == null ? 0 : held.version;
  }

  /**
   * Notes that a history has changed, and returns what is held of it.
   *
   * @param version the sequence number of its last event
   * @param first makes what is held of it, if it begins
   */
  public T changed(StreamId stream, long version, Supplier<? extends T> first) {
    var held = byId.get(stream);
    if (held == null) {
      held = begin(stream, first.get());
    }
    held.version = version;
    held.mark = ++changes;
    held.group.changed(held);
    return held.value;
  }

  private Held<T> begin(StreamId stream, T value) {
    var border = new Border(stream.tenant(), stream.kind());
    var group = groups.computeIfAbsent(border, any -> new Group<>());
    var held = new Held<>(stream, value, group);
    group.begun.add(stream);
    byId.put(stream, held);
    return held;
  }

  /** Returns the histories of a tenant and kind, in the order in which they were begun. */
  public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    var group = groups.get(new Border(tenant, kind));
    return group == null ? ImmutableList.of() : ImmutableList.copyOf(group.begun);
  }

  /**
   * Returns which histories of a tenant and kind have changed since a mark.
   *
   * @param mark that of an earlier answer, 0 for all histories
   */
  public Changes changedSince(Tenant tenant, StreamId.Kind kind, long mark) {
    var group = groups.get(new Border(tenant, kind));
    var found = new ArrayList<Change>();
    if (group != null) {
      for (var held = group.newest; held != null && held.mark > mark; held = held.earlier) {
        found.add(new Change(held.stream, held.version));
      }
    }
    return new Changes(ImmutableList.copyOf(found).reverse(), changes);
  }
}
