package dev.firebreak.phase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {
  @ParameterizedTest
  @CsvSource({
    // from, to: PREPARATION, IDENTIFICATION, CONTAINMENT, ERADICATION, RECOVERY, POST_INCIDENT
    "PREPARATION,    NONE, NONE, NONE, NONE, NONE, NONE",
    "IDENTIFICATION, NONE, NONE, NEXT, SKIP, SKIP, SKIP",
    "CONTAINMENT,    NONE, BACK, NONE, NEXT, SKIP, NONE",
    "ERADICATION,    NONE, BACK, BACK, NONE, NEXT, NONE",
    "RECOVERY,       NONE, BACK, BACK, BACK, NONE, NEXT",
    "POST_INCIDENT,  NONE, BACK, NONE, NONE, SKIP, NONE",
  })
  void moves_as_the_table_says(
      Phase from,
      Move preparation,
      Move identification,
      Move containment,
      Move eradication,
      Move recovery,
      Move postIncident) {
    assertThat(from.moveTo(Phase.PREPARATION)).isEqualTo(preparation);
    assertThat(from.moveTo(Phase.IDENTIFICATION)).isEqualTo(identification);
    assertThat(from.moveTo(Phase.CONTAINMENT)).isEqualTo(containment);
    assertThat(from.moveTo(Phase.ERADICATION)).isEqualTo(eradication);
    assertThat(from.moveTo(Phase.RECOVERY)).isEqualTo(recovery);
    assertThat(from.moveTo(Phase.POST_INCIDENT)).isEqualTo(postIncident);
  }

  @ParameterizedTest
  @CsvSource({
    // from, as: OPEN, RESOLVED, FALSE_POSITIVE, AUTHORIZED_TEST, HANDED_OVER
    "PREPARATION,    NONE, NONE, NONE, NONE, NONE",
    "IDENTIFICATION, NONE, NONE, NEXT, NEXT, SKIP",
    "CONTAINMENT,    NONE, NONE, NONE, NONE, SKIP",
    "ERADICATION,    NONE, NONE, NONE, NONE, SKIP",
    "RECOVERY,       NONE, NONE, NONE, NONE, SKIP",
    "POST_INCIDENT,  NONE, NEXT, NONE, NONE, SKIP",
  })
  void ends_as_the_table_says(
      Phase from, Move open, Move resolved, Move falsePositive, Move test, Move handedOver) {
    assertThat(Move.ending(from, Disposition.OPEN)).isEqualTo(open);
    assertThat(Move.ending(from, Disposition.RESOLVED)).isEqualTo(resolved);
    assertThat(Move.ending(from, Disposition.FALSE_POSITIVE)).isEqualTo(falsePositive);
    assertThat(Move.ending(from, Disposition.AUTHORIZED_TEST)).isEqualTo(test);
    assertThat(Move.ending(from, Disposition.HANDED_OVER)).isEqualTo(handedOver);
  }

  @ParameterizedTest
  @CsvSource({
    // how many phases come before it
    "PREPARATION, 0", "IDENTIFICATION, 1", "CONTAINMENT, 2",
    "ERADICATION, 3", "RECOVERY, 4", "POST_INCIDENT, 5",
  })
  void comes_before_all_later_phases_and_not_before_itself(Phase phase, int earlier) {
    assertThat(phase.isBefore(phase)).isFalse();
    assertThat(Phase.values()).filteredOn(other -> other.isBefore(phase)).hasSize(earlier);
    assertThat(Phase.values()).filteredOn(phase::isBefore).hasSize(5 - earlier);
  }
}
