package dev.firebreak.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.firebreak.journal.InMemoryJournal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InMemoryJournalTest {
  @TestFactory
  Stream<DynamicTest> does_what_a_journal_must() {
    return JournalContract.checks(InMemoryJournal::new).stream()
        .map(check -> dynamicTest(check.name(), check::run));
  }

  @Test
  void passes_all_checks_at_once() {
    JournalContract.check(InMemoryJournal::new);
  }
}
