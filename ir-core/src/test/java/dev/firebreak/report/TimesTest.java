package dev.firebreak.report;

import static dev.firebreak.compliance.Ransomware.ANN;
import static dev.firebreak.compliance.Ransomware.LAPTOP;
import static dev.firebreak.compliance.Ransomware.at;
import static dev.firebreak.compliance.Script.advanced;
import static dev.firebreak.compliance.Script.kind;
import static dev.firebreak.obligation.Milestone.CLOSED;
import static dev.firebreak.obligation.Milestone.CONTAINED;
import static dev.firebreak.obligation.Milestone.DECLARED;
import static dev.firebreak.obligation.Milestone.ERADICATED;
import static dev.firebreak.obligation.Milestone.RECOVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.alert.AlertFact;
import dev.firebreak.analysis.Activity;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.AnalysisFact;
import dev.firebreak.compliance.Ransomware;
import dev.firebreak.compliance.Script;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.triage.TriageFact;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static Script whole() {
    return Script.of(Ransomware.closed());
  }

  @Test
  void knows_nothing_of_an_incident_to_which_nothing_happened() {
    var times = Times.of(Script.empty().record());
    assertThat(times.reached()).isEmpty();
    assertThat(times.sinceOpening(CONTAINED)).isEmpty();
    assertThat(times.toText())
        .isEqualTo(
            """
            MILESTONE     SINCE ALERT  SINCE OPENING
            ACKNOWLEDGED  -            -
            DECLARED      -            -
            CONTAINED     -            -
            ERADICATED    -            -
            RECOVERED     -            -
            CLOSED        -            -
            """);
  }

  @Test
  void counts_from_no_alert_where_there_is_none() {
    var times = Times.of(whole().without(kind(AlertFact.class)).record());
    assertThat(times.sinceAlert(DECLARED)).isEmpty();
    assertThat(times.sinceOpening(DECLARED)).contains(Duration.ofMinutes(12));
  }

  @Test
  void does_not_take_some_assets_for_all() {
    var times = Times.of(whole().without(advanced(LAPTOP, AssetState.VERIFIED)).record());
    assertThat(times.sinceOpening(RECOVERED)).isEmpty();
    assertThat(times.sinceOpening(ERADICATED)).contains(Duration.ofMinutes(75));
  }

  @Test
  void takes_containment_back_when_an_asset_is_affected_again() {
    var again = new ScopeFact.AssetAffected(LAPTOP, "host");
    var times = Times.of(whole().then(ANN, Ransomware.closing(), again).record());
    assertThat(times.reached()).doesNotContainKeys(CONTAINED, ERADICATED, RECOVERED);
  }

  @Test
  void does_not_take_a_reopened_incident_for_closed() {
    var reopened = new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "it is back");
    var times = Times.of(whole().then(ANN, Ransomware.closing(), reopened).record());
    assertThat(times.sinceOpening(CLOSED)).isEmpty();
  }

  @Test
  void is_negative_for_what_came_before_the_opening() {
    var times = Times.of(whole().moved(kind(TriageFact.Declared.class), at("07:30")).record());
    assertThat(times.sinceOpening(DECLARED)).contains(Duration.ofMinutes(-30));
    assertThat(times.toText()).contains("DECLARED      -00:28:00    -00:30:00");
  }

  @Test
  void knows_no_dwell_time_without_activity_or_without_detection() {
    assertThat(Times.of(whole().record()).dwell()).isEmpty();
    assertThat(Times.of(Script.empty().then(ANN, at("08:00"), intrusion("07:00")).record()).dwell())
        .isEmpty();
  }

  @Test
  void counts_the_dwell_time_from_the_earliest_activity_to_the_earlier_of_alert_and_opening() {
    var script = whole().then(ANN, Ransomware.closing(), intrusion("06:58"));
    var times = Times.of(script.record());
    assertThat(times.firstActivity()).isEqualTo(at("06:58"));
    assertThat(times.dwell()).contains(Duration.ofMinutes(60));
    assertThat(times.toText()).endsWith("\nDwell time: 01:00:00\n");
    assertThat(Times.of(script.without(kind(AlertFact.class)).record()).dwell())
        .contains(Duration.ofMinutes(62));
    var neverOpened = Script.of(Ransomware.closed()).without(kind(IncidentFact.Opened.class));
    neverOpened.then(ANN, Ransomware.closing(), intrusion("06:58"));
    assertThat(Times.of(neverOpened.record()).dwell()).contains(Duration.ofMinutes(60));
  }

  private static AnalysisFact intrusion(String time) {
    return new AnalysisFact.ActivityRecorded(
        new ActivityId("t-1"), new Activity(ActivityTime.at(at(time)), "broke in"));
  }

  @Test
  void tells_the_times_of_a_whole_incident() {
    assertThat(Times.of(Ransomware.closed()).toText())
        .isEqualTo(
            """
            MILESTONE     SINCE ALERT  SINCE OPENING
            ACKNOWLEDGED  00:07:00     00:05:00
            DECLARED      00:14:00     00:12:00
            CONTAINED     00:57:00     00:55:00
            ERADICATED    01:17:00     01:15:00
            RECOVERED     02:52:00     02:50:00
            CLOSED        7d 01:32:00  7d 01:30:00
            """);
  }
}
