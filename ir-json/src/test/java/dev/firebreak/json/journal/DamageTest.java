package dev.firebreak.json.journal;

import static dev.firebreak.json.journal.Notes.A;
import static dev.firebreak.json.journal.Notes.B;
import static dev.firebreak.json.journal.Notes.append;
import static dev.firebreak.json.journal.Notes.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal.Appended;
import dev.firebreak.journal.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal makes of a file that is not as it left it. */
class DamageTest {
  private static final ImmutableList<Append> FIRST = ImmutableList.of(append(A, 0, 1));
  private static final ImmutableList<Append> SECOND = ImmutableList.of(append(A, 1, 1));
  private static final ImmutableList<Append> LAST =
      ImmutableList.of(brief(B, 0, 1), brief(A, 2, 1));

  @TempDir private Path directory;

  @Test
  void cuts_off_a_last_line_torn_at_any_byte_and_keeps_what_was_cut() throws IOException {
    var whole = threeLines();
    int begin = whole.length - lines().get(2).length() - 1;
    for (int length = begin; length < whole.length; length++) {
      var torn = Files.createDirectory(directory.resolve("torn-at-" + length));
      Files.write(fileIn(torn), Arrays.copyOf(whole, length));
      try (var journal = FileJournal.open(torn)) {
        assertThat(journal.recovered()).isEqualTo(length - begin);
        assertThat(fileIn(torn)).hasSize(begin);
        assertThat(journal.read(A, 0)).hasSize(2);
        assertThat(journal.read(B, 0)).isEmpty();
        assertThat(journal.append(LAST)).isEqualTo(Appended.ALL);
      }
      if (length > begin) {
        assertThat(torn.resolve("journal.jsonl.1.torn"))
            .hasBinaryContent(Arrays.copyOfRange(whole, begin, length));
      }
      try (var journal = FileJournal.open(torn)) {
        assertThat(journal.recovered()).isZero();
        assertThat(journal.read(A, 2)).isEqualTo(LAST.get(1).events());
        assertThat(fileIn(torn)).hasBinaryContent(whole);
      }
      assertThat(torn.resolve("journal.jsonl.2.torn")).doesNotExist();
    }
  }

  @Test
  void keeps_what_was_cut_off_each_time() throws IOException {
    for (String torn : List.of("[{", "[", "[{\"")) {
      Files.writeString(fileIn(directory), torn);
      FileJournal.open(directory).close();
    }
    assertThat(directory.resolve("journal.jsonl.1.torn")).hasContent("[{");
    assertThat(directory.resolve("journal.jsonl.2.torn")).hasContent("[");
    assertThat(directory.resolve("journal.jsonl.3.torn")).hasContent("[{\"");
  }

  @Test
  void cuts_off_a_tail_of_zeros() throws IOException {
    threeLines();
    var lines = Files.readString(fileIn(directory));
    Files.writeString(fileIn(directory), lines + "\0".repeat(4096));
    try (var journal = FileJournal.open(directory)) {
      assertThat(journal.recovered()).isEqualTo(4096);
      assertThat(journal.read(A, 0)).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "null", "[]", "[null]", "{}", "[{}]", "[1", "[] []", "\0"})
  void refuses_a_line_that_it_did_not_write(String line) throws IOException {
    threeLines();
    var lines = lines();
    refuses("line 2", lines.get(0), line, lines.get(2));
    refuses("line 1", line, lines.get(0), lines.get(1));
    refuses("line 4", lines.get(0), lines.get(1), lines.get(2), line);
  }

  @Test
  void refuses_a_value_that_cannot_be_and_does_not_tell_it() throws IOException {
    threeLines();
    var lines = lines();
    for (String place : List.of("\"sequence\":2", "\"kim\"", "2026-05-01T12:00:00Z", "event:2")) {
      assertThat(lines.get(1)).contains(place);
      refuses(
          "line 2: column ",
          lines.get(0),
          lines.get(1).replace(place, place.charAt(0) == '"' ? "\"" + Notes.SECRET + "\"" : "?"),
          lines.get(2));
    }
  }

  @Test
  void refuses_lines_that_are_missing_double_or_in_another_order() throws IOException {
    threeLines();
    var lines = lines();
    refuses("line 1: its events do not follow those before", lines.get(1));
    refuses("line 2: its events do not follow those before", lines.get(0), lines.get(2));
    refuses("line 2: its events do not follow those before", lines.get(0), lines.get(0));
    refuses(
        "line 1: its events do not follow those before", lines.get(1), lines.get(0), lines.get(2));
  }

  @Test
  void refuses_events_of_one_line_in_another_order() throws IOException {
    try (var journal = FileJournal.open(directory)) {
      journal.append(ImmutableList.of(append(A, 0, 2)));
    }
    var line = lines().get(0);
    int second = line.indexOf("},{") + 2;
    var swapped =
        "[" + line.substring(second, line.length() - 1) + "," + line.substring(1, second - 1) + "]";
    refuses("line 1: its events do not follow one another", swapped);
  }

  @Test
  void says_where_a_line_was_changed_while_it_was_open() throws IOException {
    var whole = threeLines();
    try (var journal = FileJournal.open(directory)) {
      int second = lines().get(0).length() + 1;
      whole[second + 1] = '?';
      Files.write(fileIn(directory), whole);
      assertThat(journal.read(A, 2)).hasSize(1);
      says(() -> journal.read(A, 0)).hasMessageContaining(", byte " + second + ": column ");
    }
  }

  @Test
  void says_that_the_file_was_cut_while_it_was_open() throws IOException {
    var whole = threeLines();
    try (var journal = FileJournal.open(directory)) {
      Files.write(fileIn(directory), Arrays.copyOf(whole, whole.length - 1));
      says(() -> journal.read(A, 0))
          .hasMessage("single/incident/a cannot be read from " + fileIn(directory));
    }
  }

  private static AbstractThrowableAssert<?, JournalException> says(ThrowingCallable call) {
    var said = catchThrowableOfType(JournalException.class, call);
    return assertThat(said)
        .isNotNull()
        .matches(JournalException::outcomeKnown)
        .hasMessageNotContaining(Notes.SECRET);
  }

  /** Expects that a journal of these lines is not opened, says why, and is left as it is. */
  private void refuses(String message, String... lines) throws IOException {
    Files.write(fileIn(directory), List.of(lines));
    var before = Files.readAllBytes(fileIn(directory));
    for (int i = 0; i < 2; i++) {
      says(() -> FileJournal.open(directory))
          .hasMessageStartingWith(fileIn(directory) + ", " + message)
          .hasNoCause();
    }
    assertThat(fileIn(directory)).hasBinaryContent(before);
  }

  private byte[] threeLines() throws IOException {
    try (var journal = FileJournal.open(directory)) {
      for (var appends : List.of(FIRST, SECOND, LAST)) {
        journal.append(appends);
      }
    }
    return Files.readAllBytes(fileIn(directory));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(fileIn(directory), StandardCharsets.UTF_8);
  }

  private static Path fileIn(Path directory) {
    return directory.resolve(FileJournal.FILE_NAME);
  }
}
