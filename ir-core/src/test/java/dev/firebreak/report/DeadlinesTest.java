package dev.firebreak.report;

import static dev.firebreak.compliance.Ransomware.ANN;
import static dev.firebreak.compliance.Ransomware.at;
import static dev.firebreak.compliance.Script.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.compliance.Ransomware;
import dev.firebreak.compliance.Script;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.plan.ResponsePlan;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final ResponsePlan PLAN = Ransomware.plan().build();
  private static final Instant DUE = Instant.parse("2026-03-05T08:06:00Z");

  private static Script open() {
    return Script.of(Ransomware.closed())
        .without(kind(ObligationFact.Fulfilled.class))
        .before(kind(CommunicationFact.Notified.class));
  }

  private static String text(Script script, Instant asOf) {
    return Deadlines.of(PLAN, script.record(), asOf).toText(ZoneOffset.UTC);
  }

  @Test
  void refuses_an_incident_that_runs_under_another_plan() {
    var other =
        ResponsePlan.builder("acme", "2")
            .severity(Ransomware.matrix(), Ransomware.LEVELS.get(1))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Deadlines.of(other, Ransomware.closed(), DUE))
        .withMessage("the incident runs under acme 2026.1 and not under acme 2");
  }

  @Test
  void tells_how_late_and_how_early_each_was() {
    assertThat(Deadlines.of(PLAN, Ransomware.closed(), Ransomware.closing()).toText(ZoneOffset.UTC))
        .isEqualTo(
            """
            OBLIGATION   STATUS  STARTED                     DUE                         MARGIN       WHAT (SOURCE)
            regulator    MET     2026-03-02 08:06:00 +00:00  2026-03-05 08:06:00 +00:00  2d 21:06:00  Tell the authority (GDPR Art. 33(1))
            contain-30m  MISSED  2026-03-02 08:12:00 +00:00  2026-03-02 08:42:00 +00:00  -00:03:00    Contain within half an hour (Acme service level 4)
            """);
  }

  @Test
  void tells_how_much_time_is_left() {
    assertThat(text(open(), at("09:06")))
        .contains("regulator    RUNNING", "2d 23:00:00")
        .contains("contain-30m  MISSED", "-00:24:00");
    assertThat(text(open(), DUE)).contains("regulator    RUNNING", " 00:00:00 ");
    assertThat(text(open(), DUE.plusSeconds(1))).contains("regulator    MISSED", "-00:00:01");
  }

  @Test
  void tells_what_was_decided_against() {
    var against = new ObligationFact.DecidedAgainst(new ObligationId("regulator"), "no data");
    assertThat(text(open().then(ANN, at("09:06"), against), DUE.plusSeconds(1)))
        .contains("regulator    WAIVED");
  }

  @Test
  void says_that_an_obligation_is_not_in_the_plan() {
    var gone = Ransomware.plan().obligations().build();
    var lines = Deadlines.of(gone, open().record(), at("09:06")).lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).title()).isEqualTo("not in acme 2026.1");
    assertThat(lines.get(0).source()).isEqualTo("not in acme 2026.1");
  }

  @Test
  void is_empty_but_for_its_heads_where_no_clock_was_started() {
    var script = open().without(kind(ObligationFact.class));
    assertThat(text(script, DUE))
        .isEqualTo("OBLIGATION  STATUS  STARTED  DUE  MARGIN  WHAT (SOURCE)\n");
  }
}
