package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.Journal.Appended;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What checks of journals expect. */
final class Expect {
  private Expect() {}

  static void equal(Object expected, @Nullable Object actual, String what) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + " should be " + expected + " but was " + actual);
    }
  }

  static void refused(Class<? extends RuntimeException> with, String what, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      if (with.isInstance(e)) {
        return;
      }
      throw new AssertionError(
          what + " should be refused with " + with.getSimpleName() + " but was with " + e, e);
    }
    throw new AssertionError(
        what + " should be refused with " + with.getSimpleName() + " but was not");
  }

  /** Expects that all of it is kept. */
  static void kept(Journal journal, Append... appends) {
    equal(Appended.ALL, journal.append(ImmutableList.copyOf(appends)), "the answer to an append");
  }

  /** Expects that none of it is kept, and that the journal says so. */
  static void notKept(Journal journal, Append... appends) {
    equal(
        Appended.NOTHING,
        journal.append(ImmutableList.copyOf(appends)),
        "the answer to an append after another version");
  }

  /** Expects exactly these events in a history. */
  static void events(Journal journal, StreamId stream, Append... appends) {
    List<Event> expected = Arrays.stream(appends).flatMap(each -> each.events().stream()).toList();
    var actual = journal.read(stream, 0);
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      equal(expected.get(i), actual.get(i), "event " + (i + 1) + " of " + stream);
    }
    equal(expected.size(), actual.size(), "the number of events of " + stream);
  }
}
