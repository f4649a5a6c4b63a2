package dev.firebreak.severity;

import static dev.firebreak.fact.Askings.START;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.severity.SeverityFact.Assessed;
import dev.firebreak.severity.SeverityFact.Expired;
import dev.firebreak.severity.SeverityFact.Lifted;
import dev.firebreak.severity.SeverityFact.Overruled;
import dev.firebreak.severity.SeverityMatrix.Row;
import dev.firebreak.severity.SeverityRequest.Assess;
import dev.firebreak.severity.SeverityRequest.Expire;
import dev.firebreak.severity.SeverityRequest.Lift;
import dev.firebreak.severity.SeverityRequest.Overrule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {
  private static final ImmutableList<Severity> LEVELS = SeverityMatrix.levels("low", "mid", "high");
  private static final Severity LOW = LEVELS.get(0);
  private static final Severity MID = LEVELS.get(1);
  private static final Severity HIGH = LEVELS.get(2);
  private static final Row ELSE =
      new Row(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), LOW);
  private static final SeverityMatrix MATRIX =
      new SeverityMatrix(
          LEVELS,
          ImmutableList.of(
              new Row(
                  ImmutableSet.of(FunctionalImpact.HIGH),
                  ImmutableSet.of(),
                  ImmutableSet.of(Recoverability.EXTENDED, Recoverability.NOT_RECOVERABLE),
                  HIGH),
              new Row(
                  ImmutableSet.of(),
                  ImmutableSet.of(InformationImpact.PRIVACY_BREACH),
                  ImmutableSet.of(),
                  MID),
              ELSE));
  private static final Impact IMPACT =
      new Impact(FunctionalImpact.HIGH, InformationImpact.NONE, Recoverability.EXTENDED);

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refuses_a_rank_below_one(int rank) {
    assertThatThrownBy(() -> new Severity("low", rank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rank must be at least 1 but was " + rank);
  }

  @Test
  void refuses_a_matrix_without_levels() {
    assertThatThrownBy(() -> new SeverityMatrix(ImmutableList.of(), ImmutableList.of(ELSE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a severity matrix needs levels");
  }

  @Test
  void refuses_levels_that_are_not_ranked_from_one() {
    assertThatThrownBy(
            () -> new SeverityMatrix(ImmutableList.of(LOW, HIGH), ImmutableList.of(ELSE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level high must have rank 2");
  }

  @Test
  void refuses_two_levels_of_one_name() {
    assertThatThrownBy(
            () -> new SeverityMatrix(SeverityMatrix.levels("low", "low"), ImmutableList.of(ELSE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("severity levels must differ but were [low, low]");
  }

  @Test
  void refuses_a_row_with_a_level_that_is_not_there() {
    assertThatThrownBy(
            () -> new SeverityMatrix(SeverityMatrix.levels("dire"), ImmutableList.of(ELSE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no severity level low");
  }

  @Test
  void refuses_rows_that_leave_an_impact_without_a_severity() {
    assertLeavesSome();
    assertLeavesSome(
        new Row(ImmutableSet.of(FunctionalImpact.NONE), ImmutableSet.of(), ImmutableSet.of(), LOW));
    assertLeavesSome(
        ELSE,
        new Row(
            ImmutableSet.of(), ImmutableSet.of(InformationImpact.NONE), ImmutableSet.of(), LOW));
    assertLeavesSome(
        new Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(Recoverability.REGULAR), LOW));
  }

  private static void assertLeavesSome(Row... rows) {
    assertThatThrownBy(() -> new SeverityMatrix(LEVELS, ImmutableList.copyOf(rows)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the last row must fit every impact, so that none is left without a severity");
  }

  @Test
  void refuses_a_rating_that_does_not_say_why() {
    assertThatThrownBy(() -> new Rating(LOW, "", "matrix@1"))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new Rating(LOW, "row 1", "")).hasMessage("under must not be blank");
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH, NONE, EXTENDED, high",
    "HIGH, PRIVACY_BREACH, NOT_RECOVERABLE, high",
    "HIGH, PRIVACY_BREACH, REGULAR, mid",
    "NONE, PRIVACY_BREACH, EXTENDED, mid",
    "HIGH, NONE, SUPPLEMENTED, low",
    "MEDIUM, INTEGRITY_LOSS, EXTENDED, low",
  })
  void the_first_row_that_fits_decides(
      FunctionalImpact functional,
      InformationImpact information,
      Recoverability recoverability,
      String level) {
    var row = MATRIX.rowFor(new Impact(functional, information, recoverability), Extent.NONE);

    assertThat(row.level()).hasToString(level);
  }

  @Test
  void finds_levels_by_name() {
    assertThat(MATRIX.level("mid")).contains(MID);
    assertThat(MATRIX.level("dire")).isEmpty();
    assertThat(MATRIX.names()).containsExactly("low", "mid", "high");
  }

  @Test
  void compares_by_rank() {
    assertThat(MID.atLeast(LOW)).isTrue();
    assertThat(MID.atLeast(MID)).isTrue();
    assertThat(MID.atLeast(HIGH)).isFalse();
    assertThat(ImmutableList.of(HIGH, LOW, MID).stream().sorted()).isEqualTo(LEVELS);
  }

  @Test
  void refuses_to_overrule_with_a_level_that_the_plan_does_not_have() {
    var dire = new Severity("dire", 4);

    assertThat(new Overrule(dire, "it is").unmet(start(), asking(SeverityMatrix.class, MATRIX)))
        .containsExactly(
            SeverityCondition.KNOWN_LEVEL.unmet(
                "the plan has no severity dire but [low, mid, high]"));
    assertThatThrownBy(() -> new Overrule(HIGH, " ")).hasMessage("reason must not be blank");
  }

  @Test
  void has_nothing_to_do_for_the_severity_in_force() {
    var state = after(Assessment.CONCEPT, new Overruled(null, HIGH, "felt"));

    assertThat(new Overrule(HIGH, "felt").yields(state, asking())).isEmpty();
  }

  @Test
  void assesses_as_the_policy_answered() {
    var by = asking(Rating.class, new Rating(HIGH, "row 1", "matrix@1"));
    var assess = new Assess(IMPACT);

    assertThat(assess.unmet(start(), by)).isEmpty();
    assertThat(assess.yields(start(), by))
        .containsExactly(new Assessed(IMPACT, HIGH, "row 1", "matrix@1"));
  }

  @Test
  void overrules_the_severity_in_force_or_none() {
    var overrule = new Overrule(LOW, "a lab");
    var assessed = after(Assessment.CONCEPT, new Assessed(IMPACT, HIGH, "row 1", "matrix@1"));

    assertThat(overrule.unmet(assessed, asking(SeverityMatrix.class, MATRIX))).isEmpty();
    assertThat(overrule.yields(assessed, asking()))
        .containsExactly(new Overruled(HIGH, LOW, "a lab"));
    assertThat(overrule.yields(start(), asking()))
        .containsExactly(new Overruled(null, LOW, "a lab"));
  }

  @Test
  void overruling_keeps_the_impact() {
    var assessed = after(Assessment.CONCEPT, new Assessed(IMPACT, HIGH, "row 1", "matrix@1"));
    var overruled =
        after(
            Assessment.CONCEPT,
            new Assessed(IMPACT, HIGH, "row 1", "matrix@1"),
            new Overruled(HIGH, LOW, "a lab"));

    assertThat(start()).isEqualTo(new Assessment(null, null, null, null, 0));
    assertThat(assessed).isEqualTo(new Assessment(IMPACT, null, HIGH, null, 1));
    assertThat(overruled)
        .isEqualTo(new Assessment(IMPACT, null, HIGH, new Overruling(LOW, null, 2), 2));
    assertThat(overruled.severity()).isEqualTo(LOW);
  }

  @Test
  void refuses_an_override_that_is_over_when_it_is_recorded() {
    var now = asking().stamp().recorded();
    var by = asking(SeverityMatrix.class, MATRIX);

    for (Instant until : List.of(now, now.minusSeconds(1))) {
      var refused = new Overrule(LOW, "a lab", until).unmet(start(), by);
      assertThat(refused).extracting(Rejection::code).containsExactly("severity.ends-later");
      var remedy = (Remedy.AskFor) refused.get(0).remedies().get(0);
      assertThat(((SeverityRequest) remedy.request()).unmet(start(), by)).isEmpty();
    }
    assertThat(new Overrule(LOW, "a lab", now.plusSeconds(1)).unmet(start(), by)).isEmpty();
  }

  @Test
  void refuses_to_end_what_nobody_set_by_hand() {
    var assessed = after(Assessment.CONCEPT, new Assessed(IMPACT, HIGH, "row 1", "matrix@1"));

    for (SeverityRequest end : List.of(new Lift("it is real"), new Expire())) {
      assertThat(end.unmet(assessed, asking()))
          .containsExactly(
              SeverityCondition.OVERRULED.unmet("no severity set by hand is in force"));
    }
    assertThatThrownBy(() -> new Lift("")).hasMessage("reason must not be blank");
  }

  @Test
  void refuses_to_run_out_before_the_time_is_up() {
    var until = asking().stamp().recorded().plusSeconds(1);
    var bound = after(Assessment.CONCEPT, new Overruled(null, LOW, "a lab", until));
    var endless = after(Assessment.CONCEPT, new Overruled(null, LOW, "a lab"));

    assertThat(new Expire().unmet(bound, asking()).get(0).remedies())
        .containsExactly(new Remedy.WaitUntil(until));
    assertThat(new Expire().unmet(endless, asking()).get(0).remedies()).isEmpty();
    assertThat(bound.dueBy(until.minusNanos(1))).isEmpty();
    assertThat(bound.dueBy(until)).containsExactly(new Expire());
    assertThat(bound.nextDue()).isEqualTo(until);
    assertThat(endless.nextDue()).isNull();
    assertThat(start().nextDue()).isNull();
  }

  @Test
  void what_is_assessed_meanwhile_is_back_when_the_override_ends() {
    var mild = new Impact(FunctionalImpact.LOW, InformationImpact.NONE, Recoverability.REGULAR);
    var overruled =
        after(
            Assessment.CONCEPT,
            new Assessed(IMPACT, HIGH, "row 1", "matrix@1"),
            new Overruled(HIGH, LOW, "a lab", START.plusSeconds(9)),
            new Assessed(mild, MID, "row 2", "matrix@1"));

    assertThat(overruled.severity()).isEqualTo(LOW);
    assertThat(overruled.derived()).isEqualTo(MID);
    assertThat(overruled.impact()).isEqualTo(mild);
    assertThat(overruled.since()).isEqualTo(2);
    var lifted = new Lifted(LOW, MID, "it is real");
    assertThat(new Lift("it is real").yields(overruled, asking())).containsExactly(lifted);
    assertThat(new Expire().yields(overruled, asking())).containsExactly(new Expired(LOW, MID));
    assertThat(lifted.applyTo(overruled, stamp(4)))
        .isEqualTo(new Assessment(mild, null, MID, null, 4))
        .isEqualTo(new Expired(LOW, MID).applyTo(overruled, stamp(4)));
  }

  @Test
  void a_row_with_an_extent_fits_only_where_so_much_is_touched() {
    var any = ImmutableSet.<FunctionalImpact>of();
    var many = new Row(any, ImmutableSet.of(), ImmutableSet.of(), new Extent(10, 2, 1_000), HIGH);
    var matrix = new SeverityMatrix(LEVELS, ImmutableList.of(many, ELSE));

    assertThat(matrix.rowFor(IMPACT, Extent.NONE)).isEqualTo(ELSE);
    assertThat(matrix.rowFor(IMPACT, new Extent(9, 2, 1_000))).isEqualTo(ELSE);
    assertThat(matrix.rowFor(IMPACT, new Extent(10, 1, 1_000))).isEqualTo(ELSE);
    assertThat(matrix.rowFor(IMPACT, new Extent(10, 2, 999))).isEqualTo(ELSE);
    assertThat(matrix.rowFor(IMPACT, new Extent(10, 2, 1_000))).isEqualTo(many);
    assertLeavesSome(new Row(any, ImmutableSet.of(), ImmutableSet.of(), Extent.NONE, LOW));
    assertThatThrownBy(() -> new Extent(0, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an extent must not be negative but was 0, 0, -1");
  }

  private static Assessment start() {
    return Assessment.CONCEPT.start();
  }
}
