package dev.firebreak.json.alert;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads alerts that real sensors emitted; the system property names the directory. */
@Tag("corpora")
class CorporaTest {
  private static final Path ALERTS =
      Path.of(Objects.requireNonNullElse(System.getProperty("firebreak.corpora"), "."), "alerts");

  @Test
  void reads_every_line_of_suricata_as_an_alert_of_its_own() throws IOException {
    long lines = 0;
    ImmutableList.Builder<Alert> all = ImmutableList.builder();
    for (Path file : files("suricata-eve")) {
      var alerts = alerts(file);
      try (var content = Files.lines(file)) {
        var raw = content.filter(line -> !line.isBlank()).collect(toImmutableList());
        assertThat(alerts).as(file.toString()).extracting(Alert::raw).isEqualTo(raw);
        lines += raw.size();
      }
      all.addAll(alerts);
    }
    assertThat(lines).isPositive();
    assertThat(all.build().stream().map(Alert::key).distinct()).hasSize((int) lines);
    report("suricata", all.build());
  }

  @Test
  void reads_every_finding_of_guardduty() throws IOException {
    ImmutableList.Builder<Alert> all = ImmutableList.builder();
    for (Path file : files("aws-guardduty")) {
      var alerts = alerts(file);
      assertThat(alerts).as(file.toString()).hasSize(1);
      assertThat(alerts.get(0).raw()).isEqualToIgnoringNewLines(Files.readString(file).strip());
      all.addAll(alerts);
    }
    report("guardduty", all.build());
  }

  private static ImmutableList<Path> files(String format) throws IOException {
    try (var files = Files.list(ALERTS.resolve(format))) {
      return files.sorted().collect(toImmutableList());
    }
  }

  private static ImmutableList<Alert> alerts(Path file) throws IOException {
    try (var records = AlertFile.read(file)) {
      var read = records.collect(toImmutableList());
      assertThat(read).as(file.toString()).hasOnlyElementsOfType(AlertRecord.Read.class);
      return read.stream()
          .map(record -> ((AlertRecord.Read) record).alert())
          .collect(toImmutableList());
    }
  }

  private static void report(String format, ImmutableList<Alert> alerts) {
    System.out.printf(
        "%s: %d alerts, %d keys, %d fingerprints, %d observables%n",
        format,
        alerts.size(),
        alerts.stream().map(Alert::key).distinct().count(),
        alerts.stream().map(Alert::fingerprint).distinct().count(),
        alerts.stream().flatMap(alert -> alert.observables().stream()).distinct().count());
  }
}
