package dev.firebreak.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConceptTest {
  private static final Concept<Integer> CONCEPT =
      new Concept<>("tally", 0, TallyFact.class, TallyRequest.class);

  sealed interface TallyFact extends Fact<Integer> {
    @Override
    default Concept<Integer> concept() {
      return CONCEPT;
    }

    @Override
    default Integer applyTo(Integer before, Stamp stamp) {
      return before + 1;
    }

    record Counted() implements TallyFact {}

    record CountedTwiceOver() implements TallyFact {}
  }

  sealed interface TallyRequest extends Request<Integer> {
    @Override
    default Concept<Integer> concept() {
      return CONCEPT;
    }

    @Override
    default ImmutableList<Rejection> unmet(Integer state, Asking by) {
      return ImmutableList.of();
    }

    record Count() implements TallyRequest {
      @Override
      public ImmutableList<Fact<Integer>> yields(Integer state, Asking by) {
        return ImmutableList.of(new TallyFact.Counted());
      }
    }
  }

  interface OpenFact extends Fact<Integer> {}

  interface OpenRequest extends Request<Integer> {}

  @Test
  void refuses_kinds_that_are_not_sealed() {
    assertThatThrownBy(() -> new Concept<>("tally", 0, OpenFact.class).facts())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(OpenFact.class + " must be sealed, so that its kinds are known");
    assertThatThrownBy(
            () -> new Concept<>("tally", 0, TallyFact.class, OpenRequest.class).requests())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(OpenRequest.class + " must be sealed, so that its kinds are known");
  }

  @Test
  void refuses_a_name_that_is_no_identifier() {
    assertThatThrownBy(() -> new Concept<>("a tally", 0, TallyFact.class))
        .hasMessageStartingWith("concept must be 1..128 letters");
    assertThatThrownBy(() -> new Concept<>("", 0, TallyFact.class, TallyRequest.class))
        .hasMessageStartingWith("concept must be 1..128 letters");
  }

  @Test
  void names_its_kinds_in_kebab_case_after_itself() {
    assertThat(CONCEPT.facts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tally.counted", TallyFact.Counted.class,
                "tally.counted-twice-over", TallyFact.CountedTwiceOver.class));
    assertThat(CONCEPT.requests()).containsOnlyKeys("tally.count");
    assertThat(CONCEPT.nameOf(TallyFact.CountedTwiceOver.class))
        .isEqualTo("tally.counted-twice-over");
  }

  @Test
  void has_a_name_and_a_start() {
    assertThat(CONCEPT).hasToString("tally");
    assertThat(CONCEPT.name()).isEqualTo("tally");
    assertThat(CONCEPT.start()).isZero();
  }

  @Test
  void takes_facts_of_which_none_can_be_asked_for() {
    var silent = new Concept<>("tally", 0, TallyFact.class);

    assertThat(silent.facts()).isEqualTo(CONCEPT.facts());
    assertThat(silent.requests()).isEmpty();
  }

  @Test
  void is_not_equal_to_another_that_is_declared_alike() {
    assertThat(CONCEPT)
        .isNotEqualTo(new Concept<>("tally", 0, TallyFact.class, TallyRequest.class));
  }

  @Test
  void a_fact_folds_itself_into_the_state() {
    assertThat(Askings.after(CONCEPT, new TallyFact.Counted(), new TallyFact.CountedTwiceOver()))
        .isEqualTo(2);
  }
}
