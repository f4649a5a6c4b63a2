package dev.firebreak.testkit;

import static dev.firebreak.testkit.Expect.equal;
import static dev.firebreak.testkit.Expect.events;
import static dev.firebreak.testkit.Expect.kept;
import static dev.firebreak.testkit.Expect.notKept;
import static dev.firebreak.testkit.Expect.refused;
import static dev.firebreak.testkit.SampleEvents.append;
import static dev.firebreak.testkit.SampleEvents.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.journal.Journal;
import dev.firebreak.testkit.JournalContract.Storage;

/** Checks of closing a journal, and of what is there when it is opened again. */
final class ClosingChecks {
  private static final StreamId A = incident("north", "a");
  private static final StreamId B = incident("north", "b");

  private ClosingChecks() {}

  static void notUsedAfterClose(Journal journal) {
    kept(journal, append(A, 0, 1));
    journal.close();
    journal.close();
    refused(
        IllegalStateException.class,
        "an append to a closed journal",
        () -> journal.append(ImmutableList.of(append(A, 1, 1))));
    refused(IllegalStateException.class, "reading a closed journal", () -> journal.read(A, 0));
    refused(
        IllegalStateException.class,
        "asking a closed journal for histories",
        () -> journal.streams(A.tenant(), StreamId.Kind.INCIDENT));
  }

  static void keptIsThereAgain(Storage storage) {
    var b = append(B, 0, 9);
    var a = append(A, 0, 1);
    var more = append(B, 9, 1);
    try (Journal journal = storage.open()) {
      kept(journal, b);
      kept(journal, a, more);
    }
    for (int i = 0; i < 2; i++) {
      try (Journal journal = storage.open()) {
        events(journal, A, a);
        events(journal, B, b, more);
        equal(
            ImmutableList.of(B, A),
            journal.streams(A.tenant(), StreamId.Kind.INCIDENT),
            "the histories of a journal opened again");
      }
    }
  }

  static void refusedIsNotThere(Storage storage) {
    var a = append(A, 0, 1);
    try (Journal journal = storage.open()) {
      kept(journal, a);
      notKept(journal, append(B, 0, 1), append(A, 0, "lee"));
      notKept(journal, append(A, 2, "lee"));
    }
    try (Journal journal = storage.open()) {
      events(journal, A, a);
      events(journal, B);
    }
  }

  static void goesOn(Storage storage) {
    for (int version = 0; version < 5; version++) {
      try (Journal journal = storage.open()) {
        notKept(journal, append(A, version + 1, "lee"));
        kept(journal, append(A, version, 1));
        events(journal, A, append(A, 0, version + 1));
      }
    }
  }
}
