package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Shows that the contract finds journals of which each is wrong in one way. */
class JournalContractTest {
  @Test
  void finds_half_of_an_append_kept_after_a_conflict() {
    finds("one conflict among several keeps nothing", HalfKept::new);
  }

  private static final class HalfKept extends LooseJournal {
    @Override
    public Appended append(ImmutableList<Append> appends) {
      synchronized (kept) {
        checkOpen();
        checkAppends(appends);
        for (Append append : appends) {
          if (conflicts(append)) {
            return Appended.NOTHING;
          }
          keep(append);
        }
        return Appended.ALL;
      }
    }
  }

  @Test
  void finds_all_of_an_append_kept_that_was_said_not_to_be() {
    finds("a version that is behind keeps nothing", SaysOtherwise::new);
  }

  private static final class SaysOtherwise extends LooseJournal {
    @Override
    public Appended append(ImmutableList<Append> appends) {
      synchronized (kept) {
        var appended = super.append(appends);
        if (appended == Appended.NOTHING) {
          appends.forEach(this::keep);
        }
        return appended;
      }
    }
  }

  @Test
  void finds_a_version_that_is_not_looked_at() {
    finds("a version that is behind keeps nothing", AnyVersion::new);
    finds("of several appenders one wins", AnyVersion::new);
  }

  private static final class AnyVersion extends LooseJournal {
    @Override
    boolean conflicts(Append append) {
      return false;
    }
  }

  @Test
  void finds_a_version_ahead_that_is_let_pass() {
    finds("a version that is ahead keeps nothing", AheadPasses::new);
  }

  private static final class AheadPasses extends LooseJournal {
    @Override
    boolean conflicts(Append append) {
      return append.version() < all(append.stream()).size();
    }
  }

  @Test
  void finds_that_what_was_only_read_is_not_looked_at() {
    finds("an append rests on what was read", LooksAtWhatIsAdded::new);
  }

  private static final class LooksAtWhatIsAdded extends LooseJournal {
    @Override
    boolean conflicts(Append append) {
      return append.adds() && super.conflicts(append);
    }
  }

  @Test
  void finds_a_history_begun_that_was_only_read() {
    finds("an append rests on what was read", BeginsWhatIsRead::new);
  }

  private static final class BeginsWhatIsRead extends LooseJournal {
    @Override
    public Appended append(ImmutableList<Append> appends) {
      synchronized (kept) {
        var appended = super.append(appends);
        appends.forEach(append -> kept.computeIfAbsent(append.stream(), any -> new ArrayList<>()));
        return appended;
      }
    }
  }

  @Test
  void finds_a_history_told_that_was_never_begun() {
    finds("a version that is ahead keeps nothing", TellsRefused::new);
  }

  private static final class TellsRefused extends LooseJournal {
    @Override
    boolean conflicts(Append append) {
      kept.computeIfAbsent(append.stream(), any -> new ArrayList<>());
      return super.conflicts(append);
    }
  }

  @Test
  void finds_events_in_another_order() {
    finds("events come back equal and in order", LastFirst::new);
  }

  private static final class LastFirst extends LooseJournal {
    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return super.read(stream, after).reverse();
    }
  }

  @Test
  void finds_times_cut_to_the_millisecond() {
    finds("events come back equal and in order", ToTheMillisecond::new);
  }

  private static final class ToTheMillisecond extends LooseJournal {
    @Override
    Event keeps(Event event) {
      var stamp = event.stamp();
      return with(
          event,
          new Stamp(
              stamp.sequence(),
              stamp.actor(),
              stamp.occurred().truncatedTo(ChronoUnit.MILLIS),
              stamp.offset(),
              stamp.recorded()));
    }
  }

  @Test
  void finds_an_offset_that_is_lost() {
    finds("events come back equal and in order", NoOffset::new);
  }

  private static final class NoOffset extends LooseJournal {
    @Override
    Event keeps(Event event) {
      var stamp = event.stamp();
      return with(
          event,
          new Stamp(
              stamp.sequence(), stamp.actor(), stamp.occurred(), ZoneOffset.UTC, stamp.recorded()));
    }
  }

  private static Event with(Event event, Stamp stamp) {
    return new Event(event.stream(), event.cause(), stamp, event.fact());
  }

  @Test
  void finds_an_unknown_fact_that_is_dropped() {
    finds("events come back equal and in order", NothingUnknown::new);
  }

  private static final class NothingUnknown extends LooseJournal {
    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return super.read(stream, after).stream()
          .filter(event -> !(event.fact() instanceof UnknownFact))
          .collect(toImmutableList());
    }
  }

  @Test
  void finds_reading_that_begins_too_early() {
    finds("reading begins after a version", TooEarly::new);
  }

  private static final class TooEarly extends LooseJournal {
    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      checkAfter(after);
      return super.read(stream, Math.max(0, after - 1));
    }
  }

  @Test
  void finds_reading_beyond_the_end_that_fails() {
    var found = finds("reading begins after a version", NothingBeyond::new);
    assertThat(found)
        .isEqualTo(
            "reading begins after a version: unexpected"
                + " java.lang.IndexOutOfBoundsException: beyond");
  }

  private static final class NothingBeyond extends LooseJournal {
    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      if (after > all(stream).size()) {
        throw new IndexOutOfBoundsException("beyond");
      }
      return super.read(stream, after);
    }
  }

  @Test
  void finds_what_should_be_refused_and_is_not() {
    finds("nothing to append is refused", Unchecked::new);
    finds("a history twice is refused", Unchecked::new);
    finds("a negative version is refused", Unchecked::new);
    var found = finds("a closed journal is not used", Unchecked::new);
    assertThat(found)
        .isEqualTo(
            "an append to a closed journal should be refused with IllegalStateException"
                + " but was not");
  }

  private static final class Unchecked extends LooseJournal {
    @Override
    void checkOpen() {}

    @Override
    void checkAppends(ImmutableList<Append> appends) {}

    @Override
    void checkAfter(long after) {}

    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return super.read(stream, Math.max(0, after));
    }
  }

  @Test
  void finds_a_refusal_with_another_exception() {
    var found = finds("a negative version is refused", OtherException::new);
    assertThat(found)
        .isEqualTo(
            "reading after a negative version should be refused with IllegalArgumentException"
                + " but was with java.lang.IllegalStateException: negative");
  }

  private static final class OtherException extends LooseJournal {
    @Override
    void checkAfter(long after) {
      if (after < 0) {
        throw new IllegalStateException("negative");
      }
    }
  }

  @Test
  void finds_a_second_close_that_fails() {
    finds("a closed journal is not used", ClosedOnce::new);
  }

  private static final class ClosedOnce extends LooseJournal {
    @Override
    public void close() {
      synchronized (kept) {
        checkOpen();
        super.close();
      }
    }
  }

  @Test
  void finds_histories_told_to_other_tenants() {
    finds("tenants do not see each other", TellsAllTenants::new);
  }

  private static final class TellsAllTenants extends LooseJournal {
    @Override
    boolean tells(StreamId stream, Tenant tenant, StreamId.Kind kind) {
      return stream.kind() == kind;
    }
  }

  @Test
  void finds_tenants_that_share_a_name() {
    finds("tenants do not see each other", OneTenant::new);
  }

  private static final class OneTenant extends LooseJournal {
    @Override
    StreamId key(StreamId stream) {
      return new StreamId(Tenant.SINGLE, stream.kind(), stream.name());
    }
  }

  @Test
  void finds_histories_told_as_another_kind() {
    finds("histories are told by kind", TellsAllKinds::new);
  }

  private static final class TellsAllKinds extends LooseJournal {
    @Override
    boolean tells(StreamId stream, Tenant tenant, StreamId.Kind kind) {
      return stream.tenant().equals(tenant);
    }
  }

  @Test
  void finds_histories_told_in_another_order() {
    finds("histories are told in order", Alphabetical::new);
  }

  private static final class Alphabetical extends LooseJournal {
    @Override
    public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
      return ImmutableList.sortedCopyOf(
          Comparator.comparing(StreamId::name), super.streams(tenant, kind));
    }
  }

  @Test
  void finds_two_winners() {
    finds("of several appenders one wins", TwoWinners::new);
  }

  /** Looks at the version before it takes the lock; all racers meet between the two. */
  private static final class TwoWinners extends LooseJournal {
    private final Thread own = Thread.currentThread();
    private final CyclicBarrier allHaveLooked = new CyclicBarrier(ConcurrencyChecks.RACERS);

    @Override
    public Appended append(ImmutableList<Append> appends) {
      if (Thread.currentThread() == own || appends.size() > 1) {
        return super.append(appends);
      }
      boolean conflict;
      synchronized (kept) {
        conflict = conflicts(appends.get(0));
      }
      await();
      if (conflict) {
        return Appended.NOTHING;
      }
      synchronized (kept) {
        appends.forEach(this::keep);
      }
      return Appended.ALL;
    }

    private void await() {
      try {
        allHaveLooked.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void finds_an_append_that_is_read_by_halves() {
    finds("no append is read by halves", ReadByHalves::new);
  }

  /** Waits between the two halves of an append until both histories were read after another. */
  private static final class ReadByHalves extends LooseJournal {
    private final Thread own = Thread.currentThread();
    private final Semaphore reads = new Semaphore(0);

    @Override
    public Appended append(ImmutableList<Append> appends) {
      if (Thread.currentThread() == own || appends.get(0).version() > 0) {
        return super.append(appends);
      }
      for (Append append : appends) {
        super.append(ImmutableList.of(append));
        reads.drainPermits();
        reads.acquireUninterruptibly(3);
      }
      return Appended.ALL;
    }

    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      var events = super.read(stream, after);
      reads.release();
      return events;
    }
  }

  @Test
  void finds_a_journal_that_fails_beside_others() {
    var found = finds("crossing appenders do not block", OneThread::new);
    assertThat(found)
        .isEqualTo("a call beside others threw java.lang.IllegalStateException: not my thread");
  }

  private static final class OneThread extends LooseJournal {
    private final Thread own = Thread.currentThread();

    @Override
    void checkOpen() {
      if (Thread.currentThread() != own) {
        throw new IllegalStateException("not my thread");
      }
      super.checkOpen();
    }
  }

  /** Expects that the check finds the journal to be wrong, and returns what it says. */
  static String finds(String check, Supplier<? extends Journal> wrong) {
    return finds(check, JournalContract.checks(wrong));
  }

  static String finds(String name, List<ContractCheck> checks) {
    var check = checks.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    var found = catchThrowableOfType(AssertionError.class, check::run);
    assertThat(found).as(name).isNotNull();
    return found.getMessage();
  }
}
