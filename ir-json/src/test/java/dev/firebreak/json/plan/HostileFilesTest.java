package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that somebody made to hurt are refused with a place, in little time and memory.
 *
 * <p>By default each kind is read once, and little time is not measured. With {@code -Dhostile} all
 * are, over and over, and what each takes is compared with a plan of the same size.
 */
class HostileFilesTest {
  /** A file is not compared with a plan that is smaller: what a refusal costs is bounded. */
  private static final int SMALLEST = 32 * 1024;

  /** Most take less than a plan; files of nothing but the shortest fields have the most to read. */
  private static final double MOST_TIMES = 4;

  @TempDir private Path directory;

  @Test
  void each_is_read_or_refused_with_a_place_and_little_is_said() throws IOException {
    for (int number = 0; number < HostileFiles.COUNT; number += 7) {
      check(HostileFiles.of(number), directory);
    }
  }

  @Test
  void all_of_them_are_read_within_64_megabytes() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                    File.pathSeparator,
                    "target/test-classes",
                    "target/classes",
                    System.getProperty("jdk.module.path", ""),
                    System.getProperty("java.class.path")),
                AllOfThem.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo(HostileFiles.COUNT + " read");
  }

  @Test
  @EnabledIfSystemProperty(named = "hostile", matches = ".*")
  void none_takes_four_times_as_long_as_a_plan_of_its_size() throws IOException {
    var slow = ImmutableList.<String>builder();
    for (int number = 0; number < HostileFiles.COUNT; number++) {
      var file = HostileFiles.of(number);
      var usual =
          new HostileFiles.Hostile("plan.yaml", ordinary(Math.max(SMALLEST, file.bytes().length)));
      var ratio = Double.MAX_VALUE;
      for (int i = 0; i < 3 && ratio > MOST_TIMES; i++) {
        ratio = Math.min(ratio, (double) time(file) / time(usual)); // what else runs is not meant
      }
      if (ratio > MOST_TIMES) {
        slow.add("%s: %.1f times (%d bytes)".formatted(file.name(), ratio, file.bytes().length));
      }
    }
    assertThat(slow.build()).isEmpty();
  }

  /** Returns the shortest time that reading takes, after it has been read often. */
  private long time(HostileFiles.Hostile file) throws IOException {
    var shortest = Long.MAX_VALUE;
    for (int i = -5; i < 9; i++) {
      var before = System.nanoTime();
      check(file, directory);
      shortest = i < 0 ? shortest : Math.min(shortest, System.nanoTime() - before);
    }
    return shortest;
  }

  /** Returns a plan of about that size that is as it should be. */
  private static byte[] ordinary(int size) {
    var plan = new StringBuilder(PlanFiles.LEAST);
    for (int i = 0; plan.length() < size - 400; i++) {
      plan.append("  - id: book").append(i).append("\n    title: A playbook for one more thing\n");
      plan.append("    categories: [category").append(i).append("]\n    steps:\n");
      plan.append("      - id: step").append(i).append("\n        phase: containment\n");
      plan.append("        title: Cut the host off the network and tell whoever needs it\n");
      plan.append("        instructions: Call the desk, then do it, and write down when it was.\n");
      plan.append("        role: boss\n");
    }
    return plan.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** States the law: it is a plan, or there are problems, each with a place and in few words. */
  private static void check(HostileFiles.Hostile hostile, Path directory) throws IOException {
    var file = Files.write(directory.resolve(hostile.name()), hostile.bytes());
    try {
      PlanReader.read(file);
    } catch (PlanFileException e) {
      for (LocatedProblem problem : e.problems()) {
        if (problem.line() < 1 || problem.column() < 1 || problem.message().length() > 1_500) {
          throw new AssertionError(problem.toString());
        }
      }
      if (e.problems().isEmpty() || e.problems().size() > Problems.MOST + 1) {
        throw new AssertionError(e.problems().size() + " problems");
      }
    } finally {
      Files.delete(file);
    }
  }

  /** A process that reads all of them. */
  static final class AllOfThem {
    private AllOfThem() {}

    public static void main(String[] args) {
      for (int number = 0; number < HostileFiles.COUNT; number++) {
        var hostile = HostileFiles.of(number);
        try {
          check(hostile, Path.of(args[0]));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
          throw new IllegalStateException(hostile.name(), e);
        }
      }
      System.out.println(HostileFiles.COUNT + " read");
    }
  }
}
