package dev.firebreak.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.firebreak.policy.Policies;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures what a new virtual machine needs for its first incident, over one that does nothing.
 *
 * <p>Processor time, median of {@value #STARTS} starts, the sides taking turns.
 */
public final class ColdStart {
  private static final int STARTS = 20;

  private ColdStart() {}

  /** Starts the virtual machines and prints a line for each side; with a side, is one of them. */
  public static void main(String... side) throws IOException, InterruptedException {
    if (side.length > 0) {
      handleOne(side[0]);
      return;
    }
    var sides = List.of("nothing", "hand", "firebreak");
    var nanos = new long[sides.size()][STARTS];
    for (int start = 0; start < STARTS; start++) {
      for (int i = 0; i < sides.size(); i++) {
        nanos[i][start] = start(sides.get(i));
      }
    }
    for (int i = 0; i < sides.size(); i++) {
      Arrays.sort(nanos[i]);
      System.out.printf("%s: %,d ms%n", sides.get(i), nanos[i][STARTS / 2] / 1_000_000);
    }
  }

  private static long start(String side) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ColdStart.class.getName(), side));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(side + " ended with " + process.exitValue());
    }
    return Long.parseLong(output.strip());
  }

  private static void handleOne(String side) {
    var handled =
        switch (side) {
          case "firebreak" -> new FirebreakSide(Policies.STANDARD).handle();
          case "hand" -> new HandSide().handImmutable();
          default -> side;
        };
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    if (handled.hashCode() != 0 || side.isEmpty()) {
      System.out.println(system.getProcessCpuTime());
    }
  }
}
