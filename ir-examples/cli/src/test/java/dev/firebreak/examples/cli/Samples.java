package dev.firebreak.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files for the tests of the command. */
final class Samples {
  private Samples() {}

  /** Copies the shipped plan into the directory. */
  static Path plan(Path directory) throws IOException {
    return resource("/ransomware.yaml", directory.resolve("plan.yaml"));
  }

  /** Copies shipped alerts into the directory. */
  static Path shipped(String name, Path directory) throws IOException {
    return resource("/alerts/" + name, directory.resolve(name));
  }

  /** Writes so many alerts; those with the same remainder by ten share an address. */
  static Path alerts(int count, Path directory) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines
          .append("{\"timestamp\":\"2026-11-02T02:")
          .append(String.format("%02d:%02d", i / 60 % 60, i % 60))
          .append(".000000+0100\",\"flow_id\":")
          .append(1000 + i)
          .append(",\"event_type\":\"alert\",\"src_ip\":\"192.0.2.")
          .append(i % 10)
          .append("\",\"src_port\":40000,\"dest_ip\":\"198.51.100.")
          .append(i % 250)
          .append("\",\"dest_port\":443,\"proto\":\"TCP\",\"alert\":{\"gid\":1,\"signature_id\":")
          .append(1_000_000 + i)
          .append(",\"rev\":1,\"signature\":\"EXAMPLE beacon\",\"severity\":1}}\n");
    }
    return Files.writeString(directory.resolve("alerts.jsonl"), lines);
  }

  private static Path resource(String name, Path to) throws IOException {
    try (var in = Samples.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), to);
      return to;
    }
  }
}
