package dev.firebreak.json.journal;

import static dev.firebreak.json.journal.Notes.A;
import static dev.firebreak.json.journal.Notes.B;
import static dev.firebreak.json.journal.Notes.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.Concepts;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal.Appended;
import dev.firebreak.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal does when the disk does not do what it should. */
class FailingDiskTest {
  private static final ImmutableList<Append> FIRST = ImmutableList.of(append(A, 0, 1));
  private static final ImmutableList<Append> SECOND =
      ImmutableList.of(append(A, 1, 1), append(B, 0, 1));

  @TempDir private Path directory;
  private boolean failing;

  /** Writes a part of the line and fails, once it is told to. */
  private final class Failing implements LineOutput {
    private final LineOutput right;
    private final double part;

    Failing(Path file, double part) throws IOException {
      this.right = LineOutput.open(file);
      this.part = part;
    }

    @Override
    public void append(byte[] line) throws IOException {
      if (!failing) {
        right.append(line);
        return;
      }
      right.append(Arrays.copyOf(line, (int) (line.length * part)));
      throw new IOException("no space left");
    }

    @Override
    public void close() throws IOException {
      right.close();
      if (failing) {
        throw new IOException("gone");
      }
    }
  }

  private FileJournal open(double part) {
    return FileJournal.open(directory, Concepts.STANDARD, file -> new Failing(file, part));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void takes_no_more_after_a_failure_and_has_what_was_kept_when_opened_anew(double part) {
    var journal = open(part);
    journal.append(FIRST);
    failing = true;
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> journal.append(SECOND))
        .withMessageMatching("an append to .*journal.jsonl at byte \\d+ failed")
        .withCauseInstanceOf(IOException.class)
        .matches(e -> !e.outcomeKnown());
    failing = false;
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> journal.append(SECOND))
        .withMessageMatching("an append to .*journal.jsonl failed; open the journal anew")
        .matches(JournalException::outcomeKnown);
    assertThat(journal.read(A, 0)).isEqualTo(FIRST.get(0).events());
    assertThat(journal.read(B, 0)).isEmpty();
    journal.close();

    try (var anew = FileJournal.open(directory)) {
      assertThat(anew.recovered() > 0).isEqualTo(part > 0);
      assertThat(anew.read(A, 0)).isEqualTo(FIRST.get(0).events());
      assertThat(anew.append(SECOND)).isEqualTo(Appended.ALL);
    }
  }

  @Test
  void has_all_or_nothing_of_a_line_that_could_not_be_forced() {
    var journal = open(1);
    failing = true;
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> journal.append(SECOND.subList(1, 2)));
    assertThat(journal.read(B, 0)).isEmpty();
    failing = false;
    journal.close();
    try (var anew = FileJournal.open(directory)) {
      assertThat(anew.recovered()).isZero();
      assertThat(anew.read(B, 0)).isEqualTo(SECOND.get(1).events());
    }
  }

  @Test
  void lets_go_of_the_directory_if_it_cannot_be_opened_or_closed() {
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(
            () ->
                FileJournal.open(
                    directory,
                    Concepts.STANDARD,
                    file -> {
                      throw new IOException("no");
                    }))
        .withMessage("the journal in " + directory + " cannot be opened");
    var journal = open(1);
    failing = true;
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(journal::close)
        .withMessageEndingWith("journal.jsonl cannot be closed");
    journal.close();
    assertThatIllegalStateException().isThrownBy(() -> journal.read(A, 0));
    FileJournal.open(directory).close();
  }

  @Test
  void is_not_harmed_by_an_interrupt() {
    try (var journal = FileJournal.open(directory)) {
      Thread.currentThread().interrupt();
      assertThat(journal.append(FIRST)).isEqualTo(Appended.ALL);
      assertThat(journal.read(A, 0)).hasSize(1);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(journal.append(SECOND)).isEqualTo(Appended.ALL);
      assertThat(journal.read(A, 0)).hasSize(2);
    } finally {
      Thread.interrupted();
    }
  }
}
