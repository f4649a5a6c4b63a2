package dev.firebreak.report;

import static dev.firebreak.compliance.Ransomware.ANN;
import static dev.firebreak.compliance.Ransomware.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.compliance.Ransomware;
import dev.firebreak.compliance.Script;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.scope.ScopeFact;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void shows_neither_evidence_nor_raw_alerts_nor_messages() {
    var text = Timeline.of(Ransomware.closed()).toText(ZoneOffset.UTC);
    assertThat(text).doesNotContain("secret").doesNotContain("raw");
  }

  @Test
  void keeps_one_line_for_an_event_whatever_its_text() {
    var forged = new ScopeFact.Confirmed("all\n2026-03-09 nothing happened\u001b[2J\u202e");
    var script = Script.of(Ransomware.closed()).then(ANN, Ransomware.closing(), forged);
    var text = Timeline.of(script.record()).toText(ZoneOffset.UTC);
    assertThat(text.lines()).hasSize(47);
    assertThat(text).doesNotContain("\u001b", "\u202e", "\n2026-03-09 nothing");
  }

  @Test
  void puts_what_was_recorded_late_where_it_happened() {
    var script =
        Script.of(Ransomware.closed())
            .then(ANN, Ransomware.closing(), new ScopeFact.Confirmed("late entry"))
            .moved(
                fact -> fact instanceof ScopeFact.Confirmed c && c.how().equals("late entry"),
                at("08:42"));
    var lines = Timeline.of(script.record()).lines();
    assertThat(lines)
        .filteredOn(line -> line.sentence().contains("late entry"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.sequence()).isEqualTo(46);
              assertThat(line.phase()).isEqualTo(Phase.CONTAINMENT);
              assertThat(lines.indexOf(line)).isEqualTo(20);
            });
  }

  @Test
  void begins_again_in_the_phase_in_which_an_incident_is_reopened() {
    var reopened = new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "it is back");
    var script = Script.of(Ransomware.closed()).then(ANN, Ransomware.closing(), reopened);
    var lines = Timeline.of(script.record()).lines();
    assertThat(lines.get(45).phase()).isEqualTo(Phase.IDENTIFICATION);
    assertThat(lines.get(44).phase()).isEqualTo(Phase.POST_INCIDENT);
  }

  @Test
  void is_empty_but_for_its_heads_before_anything_happened() {
    assertThat(Timeline.of(Script.empty().record()).toText(ZoneOffset.UTC))
        .isEqualTo("WHEN  #  PHASE  WHO  WHAT\n");
  }

  @Test
  void tells_an_incident_in_the_time_of_the_reader() {
    var timeline = Timeline.of(Ransomware.closed());
    assertThat(timeline.incident().name()).isEqualTo("inc-1");
    assertThat(timeline.toText(ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            """
            WHEN                        #   PHASE           WHO        WHAT
            2026-03-02 09:00:00 +01:00  1   IDENTIFICATION  firebreak  Incident opened under plan acme 2026.1: Ransom note on fs-1
            2026-03-02 09:00:00 +01:00  2   IDENTIFICATION  firebreak  Work began in IDENTIFICATION, because: the incident was opened
            2026-03-02 09:00:00 +01:00  3   IDENTIFICATION  firebreak  HIGH alert of edr attached: Ransom note on fs-1 (seen 2026-03-02T07:58:00Z)
            2026-03-02 09:00:00 +01:00  4   IDENTIFICATION  firebreak  Seen: IP_ADDRESS 203.0.113.9, by edr
            2026-03-02 09:05:00 +01:00  5   IDENTIFICATION  ann        Taken on
            2026-03-02 09:06:00 +01:00  6   IDENTIFICATION  ann        Classified as ransomware, because: a ransom note
            2026-03-02 09:06:00 +01:00  7   IDENTIFICATION  ann        Milestone reached: CLASSIFIED
            2026-03-02 09:06:00 +01:00  8   IDENTIFICATION  ann        Clock regulator started, due 2026-03-05T08:06:00Z
            2026-03-02 09:10:00 +01:00  9   IDENTIFICATION  ann        Severity high by planned-severity@1, because: row 2 of the matrix of acme 2026.1 fits
            2026-03-02 09:12:00 +01:00  10  IDENTIFICATION  ann        Declared an incident, because: files are encrypted
            2026-03-02 09:12:00 +01:00  11  IDENTIFICATION  ann        Milestone reached: DECLARED
            2026-03-02 09:12:00 +01:00  12  IDENTIFICATION  ann        Clock contain-30m started, due 2026-03-02T08:42:00Z
            2026-03-02 09:15:00 +01:00  13  IDENTIFICATION  ann        Affected: host fs-1
            2026-03-02 09:20:00 +01:00  14  IDENTIFICATION  ann        Evidence disk-1 secured from fs-1
            2026-03-02 09:25:00 +01:00  15  IDENTIFICATION  ann        Evidence disk-1 handed over to eve, because: analysis
            2026-03-02 09:30:00 +01:00  16  IDENTIFICATION  eve        Evidence disk-1 received
            2026-03-02 09:35:00 +01:00  17  IDENTIFICATION  ann        Told EXECUTIVES (board)
            2026-03-02 09:40:00 +01:00  18  CONTAINMENT     ann        Moved from IDENTIFICATION to CONTAINMENT
            2026-03-02 09:41:00 +01:00  19  CONTAINMENT     ann        Action a-1 planned: isolate-host on fs-1
            2026-03-02 09:42:00 +01:00  20  CONTAINMENT     eve        Action a-1 started
            2026-03-02 09:44:00 +01:00  21  CONTAINMENT     eve        Action a-1 succeeded: port is down
            2026-03-02 09:45:00 +01:00  22  CONTAINMENT     eve        fs-1 is CONTAINED: done
            2026-03-02 09:45:00 +01:00  23  CONTAINMENT     eve        Milestone reached: CONTAINED
            2026-03-02 09:45:00 +01:00  24  CONTAINMENT     eve        Clock contain-30m missed, it was due 2026-03-02T08:42:00Z
            2026-03-02 09:45:00 +01:00  25  CONTAINMENT     eve        Clock contain-30m stopped by CONTAINED, 00:03:00 late
            2026-03-02 09:46:00 +01:00  26  CONTAINMENT     eve        Step cut-off done: both ports
            2026-03-02 09:50:00 +01:00  27  CONTAINMENT     eve        Affected: host ws-7
            2026-03-02 09:55:00 +01:00  28  CONTAINMENT     eve        ws-7 is CONTAINED: done
            2026-03-02 10:00:00 +01:00  29  CONTAINMENT     eve        Scope confirmed: searched every host
            2026-03-02 10:05:00 +01:00  30  ERADICATION     ann        Moved from CONTAINMENT to ERADICATION
            2026-03-02 10:10:00 +01:00  31  ERADICATION     eve        fs-1 is ERADICATED: done
            2026-03-02 10:15:00 +01:00  32  ERADICATION     eve        ws-7 is ERADICATED: done
            2026-03-02 10:20:00 +01:00  33  RECOVERY        ann        Moved from ERADICATION to RECOVERY
            2026-03-02 11:00:00 +01:00  34  RECOVERY        eve        fs-1 is RESTORED: done
            2026-03-02 11:30:00 +01:00  35  RECOVERY        eve        fs-1 is VERIFIED: done
            2026-03-02 11:40:00 +01:00  36  RECOVERY        eve        fs-1 is watched more closely: hourly
            2026-03-02 11:45:00 +01:00  37  RECOVERY        eve        ws-7 is RESTORED: done
            2026-03-02 11:50:00 +01:00  38  RECOVERY        eve        ws-7 is VERIFIED: done
            2026-03-02 11:55:00 +01:00  39  RECOVERY        eve        ws-7 is watched more closely: hourly
            2026-03-02 12:00:00 +01:00  40  RECOVERY        ann        Told REGULATOR (DPA), reference R-17
            2026-03-02 12:00:00 +01:00  41  RECOVERY        ann        Clock regulator stopped by NOTIFIED, 2d 21:06:00 early
            2026-03-02 13:00:00 +01:00  42  POST_INCIDENT   ann        Moved from RECOVERY to POST_INCIDENT
            2026-03-02 14:00:00 +01:00  43  POST_INCIDENT   ann        Damage estimated at 12345.67, because: two days of four people
            2026-03-09 10:00:00 +01:00  44  POST_INCIDENT   ann        Review held with ann, eve, root cause: no patch
            2026-03-09 10:30:00 +01:00  45  POST_INCIDENT   ann        Closed as RESOLVED, because: all is back
            """);
  }
}
