package dev.firebreak.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal that is right, in pieces of which each can be made wrong. */
class LooseJournal implements Journal {
  final Map<StreamId, List<Event>> kept = new LinkedHashMap<>();
  private boolean closed;

  @Override
  public Appended append(ImmutableList<Append> appends) {
    synchronized (kept) {
      checkOpen();
      checkAppends(appends);
      if (appends.stream().anyMatch(this::conflicts)) {
        return Appended.NOTHING;
      }
      appends.stream().filter(Append::adds).forEach(this::keep);
      return Appended.ALL;
    }
  }

  void checkOpen() {
    checkState(!closed, "closed");
  }

  void checkAppends(ImmutableList<Append> appends) {
    Append.check(appends);
  }

  boolean conflicts(Append append) {
    return all(append.stream()).size() != append.version();
  }

  void keep(Append append) {
    var events = kept.computeIfAbsent(key(append.stream()), any -> new ArrayList<>());
    append.events().stream().map(this::keeps).forEach(events::add);
  }

  StreamId key(StreamId stream) {
    return stream;
  }

  Event keeps(Event event) {
    return event;
  }

  List<Event> all(StreamId stream) {
    return kept.getOrDefault(key(stream), List.of());
  }

  @Override
  public ImmutableList<Event> read(StreamId stream, long after) {
    synchronized (kept) {
      checkOpen();
      checkAfter(after);
      return all(stream).stream().skip(after).collect(toImmutableList());
    }
  }

  void checkAfter(long after) {
    checkArgument(after >= 0, "negative");
  }

  @Override
  public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    synchronized (kept) {
      checkOpen();
      return kept.keySet().stream()
          .filter(stream -> tells(stream, tenant, kind))
          .collect(toImmutableList());
    }
  }

  boolean tells(StreamId stream, Tenant tenant, StreamId.Kind kind) {
    return stream.tenant().equals(tenant) && stream.kind() == kind;
  }

  @Override
  public void close() {
    synchronized (kept) {
      closed = true;
    }
  }
}
