package dev.firebreak.testkit;

import static dev.firebreak.testkit.Expect.equal;
import static dev.firebreak.testkit.Expect.kept;
import static dev.firebreak.testkit.SampleEvents.append;
import static dev.firebreak.testkit.SampleEvents.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.Journal.Appended;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Checks of what several threads do to one journal. */
final class ConcurrencyChecks {
  /** How many threads race. */
  static final int RACERS = 4;

  /** After how many seconds a call is taken for one that never returns. */
  private static final int PATIENCE = 60;

  private static final int ROUNDS = 25;
  private static final StreamId A = incident("north", "a");
  private static final StreamId B = incident("north", "b");

  private ConcurrencyChecks() {}

  /** What one of the racers appends after a version. */
  private interface Attempt {
    ImmutableList<Append> after(long version, int racer);
  }

  static void oneWins(Journal journal) {
    race(journal, (version, racer) -> ImmutableList.of(append(A, version, "racer-" + racer)));
  }

  static void crossingAppenders(Journal journal) {
    race(
        journal,
        (version, racer) -> {
          var both =
              ImmutableList.of(
                  append(A, version, "racer-" + racer), append(B, version, "racer-" + racer));
          return racer % 2 == 0 ? both : both.reverse();
        });
  }

  static void readsWhole(Journal journal) {
    var threads = threads();
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int version = 0; version < ROUNDS; version++) {
                  kept(journal, append(A, version, 1), append(B, version, 1));
                }
              });
      while (!writer.isDone()) {
        readBoth(journal);
      }
      answer(writer);
      equal(ROUNDS, readBoth(journal), "the number of events that are read in the end");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reads two histories that grow together, and returns how far the first has grown. */
  private static int readBoth(Journal journal) {
    var a = journal.read(A, 0);
    var b = journal.read(B, 0);
    var all = append(A, 0, ROUNDS).events();
    equal(all.subList(0, a.size()), a, "what is read while others append");
    if (b.size() < a.size()) {
      throw new AssertionError(
          "an append to two histories was read in the first, but not yet in the second");
    }
    return a.size();
  }

  private static void race(Journal journal, Attempt attempt) {
    var threads = threads();
    try {
      for (long version = 0; version < ROUNDS; version++) {
        round(journal, attempt, version, threads);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void round(
      Journal journal, Attempt attempt, long version, ExecutorService threads) {
    var atTheLine = new CountDownLatch(RACERS);
    List<Future<Appended>> answers = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      var appends = attempt.after(version, racer);
      answers.add(
          threads.submit(
              () -> {
                atTheLine.countDown();
                atTheLine.await();
                return journal.append(appends);
              }));
    }
    var kept = answers.stream().map(ConcurrencyChecks::answer).map(Appended.ALL::equals).toList();
    var winners = IntStream.range(0, RACERS).filter(kept::get).toArray();
    equal(1, winners.length, "of " + RACERS + " appends after version " + version + ", those kept");
    for (Append append : attempt.after(version, winners[0])) {
      equal(
          append.events(),
          journal.read(append.stream(), version),
          "what is read of " + append.stream() + " after version " + version);
    }
  }

  private static ExecutorService threads() {
    return Executors.newFixedThreadPool(
        RACERS,
        task -> {
          var thread = new Thread(task, "journal-contract");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Returns what the call returned, in another thread. */
  private static <T> T answer(Future<T> call) {
    try {
      return call.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a call beside others threw " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a call beside others did not return", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while others append", e);
    }
  }
}
