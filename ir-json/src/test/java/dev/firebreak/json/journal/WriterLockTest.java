package dev.firebreak.json.journal;

import static dev.firebreak.json.journal.Notes.A;
import static dev.firebreak.json.journal.Notes.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import dev.firebreak.journal.JournalException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time, in this process and in others. */
class WriterLockTest {
  private static final String ONE_WRITER = "; it has one writer at a time";

  @TempDir private Path directory;

  @Test
  void refuses_a_second_writer_in_this_process() throws IOException {
    var link = Files.createSymbolicLink(directory.resolve("link"), directory);
    try (var journal = FileJournal.open(directory)) {
      for (Path same : new Path[] {directory, directory.resolve("."), link}) {
        assertThatExceptionOfType(JournalException.class)
            .isThrownBy(() -> FileJournal.open(same))
            .withMessage("the journal in " + same + " is open in this process" + ONE_WRITER);
      }
      journal.append(ImmutableList.of(append(A, 0, 1)));
    }
    try (var journal = FileJournal.open(directory)) {
      assertThat(journal.read(A, 0)).hasSize(1);
    }
  }

  @Test
  void refuses_a_directory_that_is_locked_by_other_means_in_this_process() throws IOException {
    try (var other =
            FileChannel.open(
                directory.resolve("journal.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatExceptionOfType(JournalException.class)
          .isThrownBy(() -> FileJournal.open(directory))
          .withMessage("the journal in " + directory + " is open in this process" + ONE_WRITER);
    }
    FileJournal.open(directory).close();
  }

  @Test
  void refuses_a_second_writer_in_another_process_even_after_one_in_this() throws Exception {
    var refused = "the journal in " + directory + " is open in another process" + ONE_WRITER;
    try (var journal = FileJournal.open(directory)) {
      assertThat(journal.read(A, 0)).isEmpty();
      assertThat(openInAnotherProcess()).isEqualTo(refused);
      assertThatExceptionOfType(JournalException.class)
          .isThrownBy(() -> FileJournal.open(directory));
      assertThat(openInAnotherProcess()).isEqualTo(refused);
    }
    assertThat(openInAnotherProcess()).isEqualTo("opened");
  }

  private String openInAnotherProcess() throws Exception {
    var classPath =
        String.join(
            File.pathSeparator,
            "target/test-classes",
            "target/classes",
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                AnotherProcess.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** Opens a journal and says what came of it. */
  static final class AnotherProcess {
    private AnotherProcess() {}

    public static void main(String[] directory) {
      try (var journal = FileJournal.open(Path.of(directory[0]))) {
        System.out.println(journal.recovered() == 0 ? "opened" : "recovered");
      } catch (JournalException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
