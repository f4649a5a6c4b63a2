package dev.firebreak.testkit;

import static dev.firebreak.testkit.JournalContractTest.finds;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/** Shows that the contract finds journals that tell wrongly what has changed. */
class JournalChangesTest {
  @Test
  void finds_a_change_that_is_not_told() {
    finds("every change since a mark is told", TellsNewOnly::new);
  }

  /** Tells of histories that have begun since a mark, and not of those that went on. */
  private static final class TellsNewOnly extends LooseJournal {
    @Override
    public long changedSince(
        Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
      var all = streams(tenant, kind);
      all.stream().skip(mark).forEach(stream -> each.accept(stream, all(stream).size()));
      return all.size();
    }
  }

  @Test
  void finds_a_change_told_with_a_version_that_is_too_low() {
    finds("every change since a mark is told", TellsTooLow::new);
  }

  private static final class TellsTooLow extends LooseJournal {
    @Override
    public long changedSince(
        Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
      streams(tenant, kind).forEach(stream -> each.accept(stream, 1));
      return 0;
    }
  }

  @Test
  void finds_changes_of_another_tenant_that_are_told() {
    finds("changes are told by tenant and kind", TellsTheOthers::new);
  }

  private static final class TellsTheOthers extends LooseJournal {
    @Override
    public long changedSince(
        Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
      synchronized (kept) {
        kept.forEach((stream, events) -> each.accept(stream, events.size()));
      }
      return 0;
    }
  }

  @Test
  void finds_a_journal_that_cannot_be_read_when_it_tells() {
    finds("a change may be read when told of it", TellsTooEarly::new);
  }

  private static final class TellsTooEarly extends LooseJournal {
    private boolean telling;

    @Override
    public long changedSince(
        Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
      telling = true;
      long next = super.changedSince(tenant, kind, mark, each);
      telling = false;
      return next;
    }

    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return telling ? ImmutableList.of() : super.read(stream, after);
    }
  }
}
