package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.START;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static dev.firebreak.lifecycle.Ransomware.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.alert.Report;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.report.ReportingTimes;
import dev.firebreak.scope.Observable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportingTest {
  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock).journal(journal).notifier(sent::add).build();

  private static Report report(String reference, @Nullable Actor reporter, String... addresses) {
    var seen = ImmutableSet.<Observable>builder();
    for (String address : addresses) {
      seen.add(new Observable(Observable.Type.IP_ADDRESS, address));
    }
    return new Report(
        reference,
        reporter,
        "My files have odd names\nall of them",
        START,
        ZoneOffset.UTC,
        seen.build());
  }

  private Receipt.Placed receive(Report report) {
    return (Receipt.Placed) response.receive(Tenant.SINGLE, report);
  }

  private IncidentRecord record(IncidentId id) {
    return response.record(id, Viewer.of(MANAGER)).orElseThrow();
  }

  @Test
  void refuses_a_report_that_says_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Report("r-1", null, " ", START, ZoneOffset.UTC, ImmutableSet.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Report(" ", null, "odd", START, ZoneOffset.UTC, ImmutableSet.of()));
  }

  @Test
  void opens_an_incident_with_the_first_line_for_a_title_and_is_known_when_sent_again() {
    var first = receive(report("r-1", STRANGER));
    assertThat(first.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(record(first.incident()).incident().origin().title())
        .isEqualTo("My files have odd names");
    assertThat(receive(report("r-1", HANDLER)).outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(receive(report("r-2", STRANGER)).outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void joins_what_a_sensor_saw() {
    var first = (Receipt.Placed) response.receive(alert(1, "192.0.2.1"));
    assertThat(receive(report("r-1", null, "192.0.2.1")).incident()).isEqualTo(first.incident());
  }

  @Test
  void who_gave_a_name_is_told_that_the_report_was_received() {
    receive(report("r-1", STRANGER));
    assertThat(sent)
        .filteredOn(each -> each.reason() == Notification.Reason.REPORT_RECEIVED)
        .singleElement()
        .satisfies(each -> assertThat(each.people()).containsExactly(STRANGER));
  }

  @Test
  void of_an_anonymous_report_no_name_is_kept_and_nobody_is_told() {
    var placed = receive(report("r-1", null));
    assertThat(sent).noneMatch(each -> each.reason() == Notification.Reason.REPORT_RECEIVED);
    var kept =
        ImmutableList.builder()
            .addAll(journal.read(StreamId.intakeOf(Tenant.SINGLE), 0))
            .addAll(journal.read(placed.incident().stream(), 0))
            .build();
    assertThat(kept.toString()).contains("reporter=null").doesNotContain("reporter=mallory");
  }

  @Test
  void says_how_long_people_took_to_report() {
    clock.pass("PT30M");
    var first = receive(report("r-1", STRANGER));
    clock.pass("PT90M");
    var second = receive(report("r-2", null));
    var sensor = (Receipt.Placed) response.receive(alert(1, "192.0.2.1"));
    var times =
        ReportingTimes.of(
            List.of(
                record(first.incident()), record(second.incident()), record(sensor.incident())));
    assertThat(times.all())
        .extracting(ReportingTimes.Reported::took)
        .containsExactly(Duration.ofMinutes(30), Duration.ofHours(2));
    assertThat(times.median()).contains(Duration.ofMinutes(30));
    assertThat(times.longest()).contains(Duration.ofHours(2));
    assertThat(times.toText())
        .startsWith("Reports by people: 2, of which anonymous: 1; half within ");
    assertThat(ReportingTimes.of(List.of()).toText())
        .isEqualTo("Reports by people: 0, of which anonymous: 0\n");
  }
}
