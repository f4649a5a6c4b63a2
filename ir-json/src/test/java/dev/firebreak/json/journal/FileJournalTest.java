package dev.firebreak.json.journal;

import static dev.firebreak.json.journal.Notes.A;
import static dev.firebreak.json.journal.Notes.B;
import static dev.firebreak.json.journal.Notes.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal.Appended;
import dev.firebreak.journal.JournalException;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.testkit.JournalContract;
import dev.firebreak.triage.TriageFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> does_what_a_journal_must() {
    var number = new AtomicInteger();
    return JournalContract.checksReopening(
            () -> {
              var own = directory.resolve("journal-" + number.getAndIncrement());
              return () -> FileJournal.open(own);
            })
        .stream()
        .map(check -> dynamicTest(check.name(), check::run));
  }

  @Test
  void refuses_a_directory_that_is_a_file() throws IOException {
    var file = Files.createFile(directory.resolve("file"));
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> FileJournal.open(file))
        .withMessage(file + " is not a directory")
        .matches(JournalException::outcomeKnown);
  }

  @Test
  void refuses_a_directory_that_cannot_be_made() throws IOException {
    var under = Files.createFile(directory.resolve("file")).resolve("under");
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> FileJournal.open(under))
        .withMessage("the journal in " + under + " cannot be opened")
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void refuses_a_directory_in_place_of_the_file_and_lets_go_of_the_rest() throws IOException {
    var inTheWay = Files.createDirectory(directory.resolve(FileJournal.FILE_NAME));
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> FileJournal.open(directory))
        .withCauseInstanceOf(IOException.class);
    Files.delete(inTheWay);
    FileJournal.open(directory).close();
  }

  @Test
  void makes_the_directories_that_are_missing() {
    var deep = directory.resolve("not").resolve("there");
    try (var journal = FileJournal.open(deep)) {
      journal.append(ImmutableList.of(append(A, 0, 1)));
      assertThat(journal.recovered()).isZero();
    }
    assertThat(deep.resolve(FileJournal.FILE_NAME)).isNotEmptyFile();
  }

  @Test
  void writes_one_line_for_an_append_to_several_histories() throws IOException {
    try (var journal = FileJournal.open(directory)) {
      journal.append(ImmutableList.of(append(A, 0, 2), append(B, 0, 1)));
      journal.append(ImmutableList.of(append(A, 2, 1)));
      assertThat(journal.append(ImmutableList.of(append(A, 2, 1)))).isEqualTo(Appended.NOTHING);
    }
    assertThat(Files.readAllLines(directory.resolve(FileJournal.FILE_NAME)))
        .hasSize(2)
        .allMatch(line -> line.startsWith("[{\"type\":\"evidence.acquired\",\"stream\":\"single/"))
        .allMatch(line -> line.endsWith("}]"));
  }

  @Test
  void refuses_text_that_cannot_be_written_and_goes_on() {
    var halfAPair =
        append(
            A,
            0,
            1,
            sequence ->
                new IncidentFact.Opened(
                    "\uD83D", new PlanVersion("plan", "1"), ImmutableList.of()));
    refuses(halfAPair, "event 1 of single/incident/a cannot be written as JSON, at ");
  }

  @Test
  void refuses_more_than_it_could_read_back() {
    var large = new TriageFact.Declared("x".repeat(1 << 20));
    refuses(append(A, 0, 16, sequence -> large), "bytes, more than 16777216");
  }

  @Test
  void keeps_one_event_of_the_largest_size() {
    var large = append(A, 0, 15, sequence -> new TriageFact.Declared("x".repeat(1 << 20)));
    try (var journal = FileJournal.open(directory)) {
      journal.append(ImmutableList.of(large));
    }
    try (var journal = FileJournal.open(directory)) {
      assertThat(journal.read(A, 14)).isEqualTo(large.events().subList(14, 15));
    }
  }

  @Test
  void refuses_an_unknown_fact_whose_text_is_that_of_another_event() {
    refuses(
        append(A, 0, 1, sequence -> new UnknownFact("vendor.x", "{\"type\":\"vendor.x\"}")),
        "event 1 of single/incident/a cannot be written as JSON, at ");
  }

  @Test
  void refuses_an_unknown_fact_with_a_line_break() {
    refuses(unknown("vendor.sealed", ",\n\"seal\":1"), "has a line break in it");
  }

  @Test
  void refuses_an_unknown_fact_of_a_kind_that_it_knows() {
    refuses(
        unknown("triage.acknowledged", ""),
        "an append to single/incident/a after event 0 is read back as something else");
  }

  private static Append unknown(String type, String more) {
    return append(A, 0, 1, sequence -> unknownFact(type, more));
  }

  private static Fact<?> unknownFact(String type, String more) {
    return new UnknownFact(
        type,
        "{\"type\":\""
            + type
            + "\",\"stream\":\"single/incident/a\",\"sequence\":1,\"actor\":\"kim\","
            + "\"occurred\":\"2026-05-01T12:00:00Z\",\"recorded\":\"2026-05-01T12:00:00Z\","
            + "\"cause\":\"event:1\""
            + more
            + "}");
  }

  /** Expects a refusal, after which the journal is as before and goes on. */
  private void refuses(Append append, String message) {
    try (var journal = FileJournal.open(directory)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.append(ImmutableList.of(append)))
          .withMessageContaining(message)
          .withNoCause();
      assertThat(journal.read(A, 0)).isEmpty();
      assertThat(journal.append(ImmutableList.of(append(A, 0, 1)))).isEqualTo(Appended.ALL);
    }
    try (var journal = FileJournal.open(directory)) {
      assertThat(journal.read(A, 0)).hasSize(1);
    }
  }

  @Test
  void keeps_what_it_does_not_know_for_those_who_do() {
    var known = Concepts.STANDARD.and(Seals.CONCEPT);
    var sealed = append(A, 0, 1, sequence -> new Seals.Sealed("red"));
    try (var journal = FileJournal.open(directory, known)) {
      journal.append(ImmutableList.of(sealed));
    }
    try (var journal = FileJournal.open(directory)) {
      var fact = journal.read(A, 0).get(0).fact();
      assertThat(fact).isInstanceOf(UnknownFact.class);
      var copy = append(B, 0, 1);
      journal.append(ImmutableList.of(copy, append(A, 1, 1)));
    }
    try (var journal = FileJournal.open(directory, known)) {
      assertThat(journal.read(A, 0).subList(0, 1)).isEqualTo(sealed.events());
    }
  }
}
