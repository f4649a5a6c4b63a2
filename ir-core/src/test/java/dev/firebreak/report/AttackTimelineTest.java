package dev.firebreak.report;

import static dev.firebreak.compliance.Ransomware.ANN;
import static dev.firebreak.compliance.Ransomware.LAPTOP;
import static dev.firebreak.compliance.Ransomware.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.analysis.Activity;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.AnalysisFact.ActivityCorrected;
import dev.firebreak.analysis.AnalysisFact.ActivityRecorded;
import dev.firebreak.analysis.AnalysisFact.ActivityWithdrawn;
import dev.firebreak.analysis.Technique;
import dev.firebreak.compliance.Ransomware;
import dev.firebreak.compliance.Script;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.scope.Observable;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttackTimelineTest {
  private static final ActivityId MAIL = new ActivityId("t-1");
  private static final ActivityId LOGIN = new ActivityId("t-2");
  private static final ActivityId COPY = new ActivityId("t-3");

  private static Activity activity(ActivityTime when, String what) {
    return new Activity(when, what);
  }

  private static String text(Script script) {
    return AttackTimeline.of(script.record()).toText(ZoneOffset.UTC);
  }

  @Test
  void has_no_line_where_no_activity_is_known_however_long_the_response() {
    var timeline = AttackTimeline.of(Ransomware.closed());

    assertThat(timeline.incident()).isEqualTo(Ransomware.closed().incident().id());
    assertThat(timeline.lines()).isEmpty();
    assertThat(timeline.toText(ZoneOffset.UTC))
        .isEqualTo("WHEN  TECHNIQUE  STATUS  WHAT  ASSETS  OBSERVABLES  EVIDENCE\n");
  }

  @Test
  void shows_activity_in_the_order_in_which_it_happened_and_what_became_of_it() {
    var mail =
        new Activity(
            ActivityTime.at(at("06:00")),
            "a mail was opened",
            new Technique("T1566.001"),
            ImmutableSet.of(LAPTOP),
            ImmutableSet.of(new Observable(Observable.Type.IP_ADDRESS, "192.0.2.1")),
            ImmutableSet.of(new EvidenceId("disk-1"), new EvidenceId("mail-1")));
    var script =
        Script.empty()
            .then(
                ANN,
                at("09:00"),
                new ActivityRecorded(
                    COPY, activity(ActivityTime.between(at("06:30"), at("07:00")), "a copy")))
            .then(
                ANN,
                at("09:01"),
                new ActivityRecorded(
                    LOGIN, activity(ActivityTime.within(at("06:10"), at("06:20")), "a login")))
            .then(ANN, at("09:02"), new ActivityRecorded(MAIL, activity(mail.when(), "a visit")))
            .then(ANN, at("09:03"), new ActivityCorrected(MAIL, mail, "the gateway's log"))
            .then(ANN, at("09:04"), new ActivityWithdrawn(LOGIN, "it was the owner"));

    assertThat(text(script))
        .isEqualTo(
            """
            WHEN                                                             TECHNIQUE  STATUS     WHAT               ASSETS  OBSERVABLES           EVIDENCE
            2026-03-02 06:00:00 +00:00                                       T1566.001  CORRECTED  a mail was opened  ws-7    IP_ADDRESS 192.0.2.1  disk-1, mail-1
            within 2026-03-02 06:10:00 +00:00 to 2026-03-02 06:20:00 +00:00  -          WITHDRAWN  a login            -       -                     -
            2026-03-02 06:30:00 +00:00 to 2026-03-02 07:00:00 +00:00         -          STANDS     a copy             -       -                     -
            """);
  }

  @Test
  void of_what_began_at_the_same_time_shows_first_what_ended_first() {
    var script =
        Script.empty()
            .then(
                ANN,
                at("09:00"),
                new ActivityRecorded(
                    COPY, activity(ActivityTime.between(at("06:00"), at("07:00")), "long")))
            .then(
                ANN,
                at("09:01"),
                new ActivityRecorded(MAIL, activity(ActivityTime.at(at("06:00")), "short")));

    assertThat(AttackTimeline.of(script.record()).lines())
        .extracting(line -> line.activity().what())
        .containsExactly("short", "long");
  }

  @Test
  void keeps_one_line_for_activity_whatever_its_text() {
    var forged = activity(ActivityTime.at(at("06:00")), "all\n2026-03-09 nothing\u001b[2J\u202e");
    var script = Script.empty().then(ANN, at("09:00"), new ActivityRecorded(MAIL, forged));

    assertThat(text(script).lines()).hasSize(2);
    assertThat(text(script)).doesNotContain("\u001b", "\u202e", "\n2026-03-09 nothing");
  }
}
