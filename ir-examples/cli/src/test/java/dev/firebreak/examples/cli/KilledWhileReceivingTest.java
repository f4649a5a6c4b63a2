package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it receives loses nothing that it had told, and a second run ends
 * as an undisturbed one does.
 */
class KilledWhileReceivingTest {
  private static final int ALERTS = 300;
  private static final int KILLS = Integer.getInteger("firebreak.kills", 5);

  @TempDir private Path directory;

  @Test
  void a_second_run_ends_as_if_the_first_had_not_been_killed() throws Exception {
    var plan = Samples.plan(directory);
    var alerts = Samples.alerts(ALERTS, directory);
    var undisturbed = directory.resolve("undisturbed");
    assertThat(Run.of("receive", "--plan", plan, "--journal", undisturbed, alerts).exit()).isZero();
    var expected = incidents(undisturbed);

    var random = new SplittableRandom(7);
    for (int i = 0; i < KILLS; i++) {
      var journal = directory.resolve("killed-" + i);
      int told = 1 + random.nextInt(ALERTS - 2);
      kill(told, "receive", "--plan", plan, "--journal", journal, alerts);

      var again = Run.of("receive", "--plan", plan, "--journal", journal, alerts);
      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(duplicates(again)).isGreaterThanOrEqualTo(told).isLessThan(ALERTS);
      assertThat(incidents(journal)).isEqualTo(expected);
    }
  }

  /** Runs the command in a process of its own and kills it when it has told so many lines. */
  private static void kill(int lines, Object... args) throws IOException, InterruptedException {
    var command = new ProcessBuilder();
    command.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.command().add("-XX:TieredStopAtLevel=1");
    command.command().add("-cp");
    command.command().add(System.getProperty("java.class.path"));
    command.command().add(Ir.class.getName());
    for (Object arg : args) {
      command.command().add(arg.toString());
    }
    var process = command.redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < lines; i++) {
        var line = out.readLine();
        assertThat(line).as("line %s of the process", i + 1).matches(" +(opened|joined) .*");
      }
      process.destroyForcibly();
      assertThat(process.waitFor()).isNotZero();
    }
  }

  private static String incidents(Path journal) {
    var shown = Run.of("show", "--journal", journal, "--format", "json");
    assertThat(shown.exit()).as(shown.err()).isZero();
    return shown.out();
  }

  private static int duplicates(Run run) {
    var text = run.out();
    var from = text.lastIndexOf("duplicate ") + "duplicate ".length();
    return Integer.parseInt(text.substring(from, text.indexOf(' ', from)));
  }
}
