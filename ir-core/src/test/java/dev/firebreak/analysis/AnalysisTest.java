package dev.firebreak.analysis;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.analysis.AnalysisFact.ActivityCorrected;
import dev.firebreak.analysis.AnalysisFact.ActivityRecorded;
import dev.firebreak.analysis.AnalysisFact.ActivityWithdrawn;
import dev.firebreak.analysis.AnalysisFact.Attributed;
import dev.firebreak.analysis.AnalysisFact.AttributionWithdrawn;
import dev.firebreak.analysis.AnalysisFact.FindingWithdrawn;
import dev.firebreak.analysis.AnalysisFact.Found;
import dev.firebreak.analysis.AnalysisFact.InformationReceived;
import dev.firebreak.analysis.AnalysisFact.IntelligenceConsulted;
import dev.firebreak.analysis.AnalysisFact.ToolTuned;
import dev.firebreak.analysis.AnalysisRequest.Attribute;
import dev.firebreak.analysis.AnalysisRequest.ConsultIntelligence;
import dev.firebreak.analysis.AnalysisRequest.CorrectActivity;
import dev.firebreak.analysis.AnalysisRequest.Find;
import dev.firebreak.analysis.AnalysisRequest.ReceiveInformation;
import dev.firebreak.analysis.AnalysisRequest.RecordActivity;
import dev.firebreak.analysis.AnalysisRequest.TuneTool;
import dev.firebreak.analysis.AnalysisRequest.WithdrawActivity;
import dev.firebreak.analysis.AnalysisRequest.WithdrawAttribution;
import dev.firebreak.analysis.AnalysisRequest.WithdrawFinding;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.scope.Confidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private static final ActivityId MAIL = new ActivityId("t-1");
  private static final ActivityId LOGIN = new ActivityId("t-2");
  private static final FindingId CAUSE = new FindingId("f-1");
  private static final HypothesisId GANG = new HypothesisId("h-1");
  private static final HypothesisId INSIDER = new HypothesisId("h-2");
  private static final Confidence LOW = Confidence.ofPercent(20);
  private static final ImmutableSet<EvidenceId> DISK = ImmutableSet.of(new EvidenceId("disk-1"));
  private static final Activity OPENED = activity(time(-500), "a mail was opened");
  private static final Activity USED = activity(time(-300), "an account was used");
  private static final Analysis START = Analysis.CONCEPT.start();
  private static final Analysis FULL =
      after(
          Analysis.CONCEPT,
          new ActivityRecorded(MAIL, OPENED),
          new Found(CAUSE, "no patch", DISK),
          new Attributed(GANG, "a gang", LOW, "the note"));
  private static final Analysis GONE =
      after(
          Analysis.CONCEPT,
          new ActivityRecorded(MAIL, OPENED),
          new Found(CAUSE, "no patch", DISK),
          new Attributed(GANG, "a gang", LOW, "the note"),
          new ActivityWithdrawn(MAIL, "a test"),
          new FindingWithdrawn(CAUSE, "another host"),
          new AttributionWithdrawn(GANG, "a copy"));

  private static Activity activity(Instant at, String what) {
    return new Activity(ActivityTime.at(at), what);
  }

  @Test
  void refuses_an_id_that_is_used() {
    assertThat(new RecordActivity(MAIL, USED).unmet(FULL, asking()))
        .containsExactly(AnalysisCondition.NEW.unmet("there is activity t-1", 1L));
    assertThat(new Find(CAUSE, "x", DISK).unmet(FULL, asking()))
        .containsExactly(AnalysisCondition.NEW.unmet("there is finding f-1", 2L));
    assertThat(new Attribute(GANG, "x", LOW, "x").unmet(FULL, asking()))
        .containsExactly(AnalysisCondition.NEW.unmet("there is hypothesis h-1", 3L));
    assertThat(new RecordActivity(MAIL, USED).unmet(GONE, asking())).hasSize(1);
  }

  @Test
  void refuses_to_take_back_what_was_never_said() {
    assertThat(new CorrectActivity(MAIL, USED, "x").unmet(START, asking()))
        .containsExactly(AnalysisCondition.KNOWN.unmet("there is no activity t-1"));
    assertThat(new WithdrawActivity(MAIL, "x").unmet(START, asking()))
        .containsExactly(AnalysisCondition.KNOWN.unmet("there is no activity t-1"));
    assertThat(new WithdrawFinding(CAUSE, "x").unmet(START, asking()))
        .containsExactly(AnalysisCondition.KNOWN.unmet("there is no finding f-1"));
    assertThat(new WithdrawAttribution(GANG, "x").unmet(START, asking()))
        .containsExactly(AnalysisCondition.KNOWN.unmet("there is no hypothesis h-1"));
  }

  @Test
  void refuses_to_change_what_was_withdrawn() {
    assertThat(new CorrectActivity(MAIL, USED, "x").unmet(GONE, asking()))
        .containsExactly(AnalysisCondition.STANDS.unmet("activity t-1 has been withdrawn", 4L));
    assertThat(new WithdrawActivity(MAIL, "x").unmet(GONE, asking()))
        .containsExactly(AnalysisCondition.STANDS.unmet("activity t-1 has been withdrawn", 4L));
    assertThat(new WithdrawFinding(CAUSE, "x").unmet(GONE, asking()))
        .containsExactly(AnalysisCondition.STANDS.unmet("finding f-1 has been withdrawn", 5L));
    assertThat(new WithdrawAttribution(GANG, "x").unmet(GONE, asking()))
        .containsExactly(AnalysisCondition.STANDS.unmet("hypothesis h-1 has been withdrawn", 6L));
  }

  @Test
  void refuses_activity_that_lies_ahead_until_it_is_over() {
    var now = stamp(100).recorded();
    var ahead = now.plusNanos(1);
    var whole = new Activity(ActivityTime.between(now, ahead), "it goes on");
    var rejection =
        AnalysisCondition.NOT_AHEAD
            .unmet("the activity is to happen until " + ahead)
            .or(new Remedy.WaitUntil(ahead));

    assertThat(new RecordActivity(MAIL, whole).unmet(START, asking())).containsExactly(rejection);
    assertThat(new CorrectActivity(MAIL, whole, "x").unmet(FULL, asking()))
        .containsExactly(rejection);
    assertThat(new RecordActivity(MAIL, activity(now, "now")).unmet(START, asking())).isEmpty();
    assertThat(new RecordActivity(MAIL, whole).unmet(FULL, asking()))
        .extracting(Rejection::code)
        .containsExactly("analysis.new", "analysis.not-ahead");
    assertThat(new CorrectActivity(LOGIN, whole, "x").unmet(FULL, asking()))
        .extracting(Rejection::code)
        .containsExactly("analysis.known", "analysis.not-ahead");
  }

  @Test
  void takes_activity_that_may_have_happened_today_before_the_day_is_over() {
    var now = stamp(100).recorded();
    var today = new Activity(ActivityTime.within(now, now.plusSeconds(3600)), "some time today");
    var later = new Activity(ActivityTime.within(now.plusNanos(1), now.plusSeconds(9)), "later");

    assertThat(new RecordActivity(MAIL, today).unmet(START, asking())).isEmpty();
    assertThat(new RecordActivity(MAIL, later).unmet(START, asking())).hasSize(1);
  }

  @Test
  void refuses_text_that_says_nothing_and_findings_without_evidence() {
    assertThatThrownBy(() -> activity(time(1), " ")).hasMessage("what must not be blank");
    assertThatThrownBy(() -> new CorrectActivity(MAIL, USED, ""))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new WithdrawActivity(MAIL, ""))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new WithdrawFinding(CAUSE, ""))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new WithdrawAttribution(GANG, ""))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new Find(CAUSE, "", DISK)).hasMessage("statement must not be blank");
    assertThatThrownBy(() -> new Find(CAUSE, "no patch", ImmutableSet.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a finding must cite evidence: f-1");
    assertThatThrownBy(() -> new Attribute(GANG, "", LOW, "x"))
        .hasMessage("suspect must not be blank");
    assertThatThrownBy(() -> new Attribute(GANG, "x", LOW, ""))
        .hasMessage("grounds must not be blank");
    assertThatThrownBy(() -> new ConsultIntelligence("", "x", null))
        .hasMessage("source must not be blank");
    assertThatThrownBy(() -> new ConsultIntelligence("x", "", null))
        .hasMessage("result must not be blank");
    assertThatThrownBy(() -> new ConsultIntelligence("x", "x", ""))
        .hasMessage("reference must not be blank");
    assertThatThrownBy(() -> new ReceiveInformation("", "x"))
        .hasMessage("source must not be blank");
    assertThatThrownBy(() -> new ReceiveInformation("x", ""))
        .hasMessage("information must not be blank");
    assertThatThrownBy(() -> new TuneTool("", "x")).hasMessage("tool must not be blank");
    assertThatThrownBy(() -> new TuneTool("x", "")).hasMessage("how must not be blank");
  }

  @Test
  void has_nothing_to_do_for_a_correction_that_corrects_nothing() {
    assertThat(new CorrectActivity(MAIL, OPENED, "x").unmet(FULL, asking())).isEmpty();
    assertThat(new CorrectActivity(MAIL, OPENED, "x").yields(FULL, asking())).isEmpty();
  }

  @Test
  void every_request_that_may_pass_yields_its_one_fact() {
    assertThat(new RecordActivity(LOGIN, USED).unmet(FULL, asking())).isEmpty();
    assertThat(new RecordActivity(LOGIN, USED).yields(FULL, asking()))
        .containsExactly(new ActivityRecorded(LOGIN, USED));
    assertThat(new CorrectActivity(MAIL, USED, "x").yields(FULL, asking()))
        .containsExactly(new ActivityCorrected(MAIL, USED, "x"));
    assertThat(new WithdrawActivity(MAIL, "x").unmet(FULL, asking())).isEmpty();
    assertThat(new WithdrawActivity(MAIL, "x").yields(FULL, asking()))
        .containsExactly(new ActivityWithdrawn(MAIL, "x"));
    assertThat(new Find(CAUSE, "x", DISK).unmet(START, asking())).isEmpty();
    assertThat(new Find(CAUSE, "x", DISK).yields(START, asking()))
        .containsExactly(new Found(CAUSE, "x", DISK));
    assertThat(new WithdrawFinding(CAUSE, "x").unmet(FULL, asking())).isEmpty();
    assertThat(new WithdrawFinding(CAUSE, "x").yields(FULL, asking()))
        .containsExactly(new FindingWithdrawn(CAUSE, "x"));
    assertThat(new Attribute(INSIDER, "x", LOW, "y").unmet(FULL, asking())).isEmpty();
    assertThat(new Attribute(INSIDER, "x", LOW, "y").yields(FULL, asking()))
        .containsExactly(new Attributed(INSIDER, "x", LOW, "y"));
    assertThat(new WithdrawAttribution(GANG, "x").unmet(FULL, asking())).isEmpty();
    assertThat(new WithdrawAttribution(GANG, "x").yields(FULL, asking()))
        .containsExactly(new AttributionWithdrawn(GANG, "x"));
    assertThat(new ConsultIntelligence("x", "y", "z").unmet(START, asking())).isEmpty();
    assertThat(new ConsultIntelligence("x", "y", "z").yields(START, asking()))
        .containsExactly(new IntelligenceConsulted("x", "y", "z"));
    assertThat(new ReceiveInformation("x", "y").yields(START, asking()))
        .containsExactly(new InformationReceived("x", "y"));
    assertThat(new TuneTool("x", "y").yields(START, asking()))
        .containsExactly(new ToolTuned("x", "y"));
  }

  @Test
  void only_new_information_may_come_after_the_end() {
    assertThat(new ReceiveInformation("x", "y").afterClosing()).isTrue();
    assertThat(new TuneTool("x", "y").afterClosing()).isFalse();
  }

  @Test
  void says_which_evidence_it_cites() {
    var shown =
        new Activity(
            OPENED.when(), "x", new Technique("T1566"), ImmutableSet.of(), ImmutableSet.of(), DISK);

    assertThat(new RecordActivity(MAIL, shown).cited()).isEqualTo(DISK);
    assertThat(new CorrectActivity(MAIL, shown, "x").cited()).isEqualTo(DISK);
    assertThat(new Find(CAUSE, "x", DISK).cited()).isEqualTo(DISK);
    assertThat(new WithdrawActivity(MAIL, "x").cited()).isEmpty();
  }

  @Test
  void keeps_what_was_withdrawn_with_the_reason() {
    assertThat(GONE.activity()).containsExactly(new RecordedActivity(MAIL, OPENED, 0, "a test", 4));
    assertThat(GONE.findings())
        .containsExactly(new Finding(CAUSE, "no patch", DISK, "another host", 5));
    assertThat(GONE.hypotheses())
        .containsExactly(new Hypothesis(GANG, "a gang", LOW, "the note", "a copy", 6));
    assertThat(FULL.find(MAIL)).get().matches(RecordedActivity::stands);
    assertThat(FULL.find(CAUSE)).get().matches(Finding::stands);
    assertThat(FULL.find(GANG)).get().matches(Hypothesis::stands);
    assertThat(GONE.find(MAIL)).get().matches(each -> !each.stands());
  }

  @Test
  void counts_corrections_and_shows_what_was_said_last() {
    var once = new ActivityCorrected(MAIL, USED, "x").applyTo(FULL, stamp(4));
    var twice = new ActivityCorrected(MAIL, OPENED, "x").applyTo(once, stamp(5));

    assertThat(once.find(MAIL)).contains(new RecordedActivity(MAIL, USED, 1, null, 4));
    assertThat(twice.find(MAIL)).contains(new RecordedActivity(MAIL, OPENED, 2, null, 5));
  }

  @Test
  void holds_several_hypotheses_side_by_side() {
    var two = new Attributed(INSIDER, "an insider", LOW, "the hour").applyTo(FULL, stamp(4));
    var one = new AttributionWithdrawn(GANG, "a copy").applyTo(two, stamp(5));

    assertThat(two.hypotheses()).hasSize(2).allMatch(Hypothesis::stands);
    assertThat(one.hypotheses())
        .filteredOn(Hypothesis::stands)
        .extracting(Hypothesis::id)
        .containsExactly(INSIDER);
  }

  @Test
  void the_first_activity_is_the_earliest_that_stands() {
    var both = new ActivityRecorded(LOGIN, USED).applyTo(FULL, stamp(4));
    var later = new ActivityWithdrawn(MAIL, "a test").applyTo(both, stamp(5));
    var none = new ActivityWithdrawn(LOGIN, "a test").applyTo(later, stamp(6));

    assertThat(START.firstActivity()).isEmpty();
    assertThat(both.firstActivity()).contains(time(-500));
    assertThat(later.firstActivity()).contains(time(-300));
    assertThat(none.firstActivity()).isEmpty();
  }

  @Test
  void remembers_when_intelligence_information_and_tools_came_last() {
    var told =
        after(
            Analysis.CONCEPT,
            new IntelligenceConsulted("a feed", "nothing", null),
            new InformationReceived("the bank", "another account"),
            new ToolTuned("the sensor", "a rule"));

    assertThat(told.intelligenceConsulted()).isEqualTo(1);
    assertThat(told.informationReceived()).isEqualTo(2);
    assertThat(told.toolsTuned()).isEqualTo(3);
    assertThat(START.toolsTuned()).isZero();
  }

  @Test
  void cannot_fold_what_takes_back_what_was_never_said() {
    assertThatThrownBy(() -> new ActivityWithdrawn(MAIL, "x").applyTo(START, stamp(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no activity t-1: its history is not in order");
    assertThatThrownBy(() -> new FindingWithdrawn(CAUSE, "x").applyTo(START, stamp(1)))
        .hasMessage("no finding f-1: its history is not in order");
    assertThatThrownBy(() -> new AttributionWithdrawn(GANG, "x").applyTo(START, stamp(1)))
        .hasMessage("no hypothesis h-1: its history is not in order");
  }

  @Test
  void is_equal_by_all_that_it_holds() {
    assertThat(FULL)
        .isEqualTo(
            after(
                Analysis.CONCEPT,
                new ActivityRecorded(MAIL, OPENED),
                new Found(CAUSE, "no patch", DISK),
                new Attributed(GANG, "a gang", LOW, "the note")))
        .hasSameHashCodeAs(
            after(
                Analysis.CONCEPT,
                new ActivityRecorded(MAIL, OPENED),
                new Found(CAUSE, "no patch", DISK),
                new Attributed(GANG, "a gang", LOW, "the note")))
        .isNotEqualTo(new ActivityRecorded(LOGIN, USED).applyTo(FULL, stamp(4)))
        .isNotEqualTo(new FindingWithdrawn(CAUSE, "x").applyTo(FULL, stamp(4)))
        .isNotEqualTo(new AttributionWithdrawn(GANG, "x").applyTo(FULL, stamp(4)))
        .isNotEqualTo(FULL.consultedBy(4))
        .isNotEqualTo(FULL.informedBy(4))
        .isNotEqualTo(FULL.tunedBy(4))
        .isNotEqualTo("analysis");
    assertThat(START).hasToString("{} {} {}");
  }
}
