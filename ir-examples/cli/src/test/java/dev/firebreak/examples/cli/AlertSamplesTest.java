package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.alert.Alert;
import dev.firebreak.json.alert.AlertFile;
import dev.firebreak.json.alert.AlertRecord;
import dev.firebreak.scope.Observable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlertSamplesTest {
  private static final Instant START = Instant.parse("2026-11-02T01:10:00Z");
  private static final Instant END = Instant.parse("2026-11-02T02:00:00Z");
  private static final Observable HOST = new Observable(Observable.Type.IP_ADDRESS, "10.20.0.17");
  private static final Observable CONTROL =
      new Observable(Observable.Type.IP_ADDRESS, "203.0.113.66");

  @Test
  void suricata_tells_of_a_host_that_scans_calls_home_and_fetches_a_note() throws IOException {
    var records = read("suricata.jsonl");
    assertThat(records).hasSize(6);
    assertThat(records.get(2)).isInstanceOf(AlertRecord.NotAnAlert.class);
    var alerts = alerts(records);
    assertThat(alerts).hasSize(5).allMatch(alert -> alert.observables().contains(HOST));
    assertThat(alerts.subList(1, 5)).allMatch(alert -> alert.observables().contains(CONTROL));
    assertThat(alerts.get(2).fingerprint()).isEqualTo(alerts.get(1).fingerprint());
    assertThat(alerts.get(2).key()).isNotEqualTo(alerts.get(1).key());
    assertThat(alerts.get(3).key()).isEqualTo(alerts.get(2).key());
    assertThat(alerts).extracting(Alert::observed).isSorted();
    assertThat(alerts).extracting(Alert::observed).allMatch(AlertSamplesTest::isWithinTheNight);
  }

  @Test
  void guardduty_tells_of_the_same_address_and_of_something_else() throws IOException {
    var alerts = alerts(read("guardduty.json"));
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0).observables()).contains(CONTROL);
    assertThat(alerts.get(1).observables())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(alerts.get(0).observables())
        .doesNotContain(HOST);
    assertThat(alerts).extracting(Alert::observed).isSorted();
    assertThat(alerts).extracting(Alert::observed).allMatch(AlertSamplesTest::isWithinTheNight);
  }

  private static boolean isWithinTheNight(Instant observed) {
    return observed.isAfter(START) && observed.isBefore(END);
  }

  private static List<Alert> alerts(List<AlertRecord> records) {
    return records.stream()
        .filter(AlertRecord.Read.class::isInstance)
        .map(record -> ((AlertRecord.Read) record).alert())
        .toList();
  }

  private static List<AlertRecord> read(String name) throws IOException {
    var in = Objects.requireNonNull(Ir.class.getResourceAsStream("/alerts/" + name), name);
    try (var records = AlertFile.read(name, in)) {
      return records.toList();
    }
  }
}
