package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** A journal in memory that takes note of every call, and lets a test step in before an append. */
class WatchedJournal implements Journal {
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Journal journal;

  WatchedJournal() {
    this(new InMemoryJournal());
  }

  WatchedJournal(Journal journal) {
    this.journal = journal;
  }

  void beforeAppend(ImmutableList<Append> appends) {}

  @Override
  public Appended append(ImmutableList<Append> appends) {
    calls.add("append to " + appends.get(0).stream().name());
    beforeAppend(appends);
    return journal.append(appends);
  }

  @Override
  public ImmutableList<Event> read(StreamId stream, long after) {
    calls.add("read " + stream.name());
    return journal.read(stream, after);
  }

  @Override
  public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    calls.add("streams");
    return journal.streams(tenant, kind);
  }

  @Override
  public long changedSince(
      Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
    calls.add("changes");
    return journal.changedSince(tenant, kind, mark, each);
  }

  @Override
  public void close() {
    calls.add("close");
    journal.close();
  }
}
