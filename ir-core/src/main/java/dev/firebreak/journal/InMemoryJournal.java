package dev.firebreak.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Keeps events in memory: the reference, and enough for tests and rehearsals. */
public final class InMemoryJournal implements Journal {
  private final StreamIndex<List<Event>> streams = new StreamIndex<>();
  private boolean closed;

  /** Opens an empty journal. */
  public InMemoryJournal() {}

  @Override
  public synchronized Appended append(ImmutableList<Append> appends) {
    checkOpen();
    Append.check(appends);
    for (int i = 0; i < appends.size(); i++) {
      var append = appends.get(i);
      if (streams.version(append.stream()) != append.version()) {
        return Appended.NOTHING;
      }
    }
    for (int i = 0; i < appends.size(); i++) {
      if (appends.get(i).adds()) {
        keep(appends.get(i));
      }
    }
    return Appended.ALL;
  }

  private void keep(Append append) {
    var version = append.version() + append.events().size();
    var kept = streams.changed(append.stream(), version, ArrayList::new);
    for (int i = 0; i < append.events().size(); i++) {
      kept.add(append.events().get(i));
    }
  }

  @Override
  public synchronized ImmutableList<Event> read(StreamId stream, long after) {
    checkOpen();
    checkArgument(after >= 0, "after must not be negative but was %s", after);
    var events = streams.get(stream);
    return events == null || after >= events.size()
        ? ImmutableList.of()
        : ImmutableList.copyOf(events.subList((int) after, events.size()));
  }

  @Override
  public synchronized ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    checkOpen();
    return streams.streams(tenant, kind);
  }

  @Override
  public long changedSince(
      Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
    return changes(tenant, kind, mark).tell(each);
  }

  private synchronized StreamIndex.Changes changes(Tenant tenant, StreamId.Kind kind, long mark) {
    checkOpen();
    return streams.changedSince(tenant, kind, mark);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void checkOpen() {
    checkState(!closed, "the journal is closed");
  }
}
