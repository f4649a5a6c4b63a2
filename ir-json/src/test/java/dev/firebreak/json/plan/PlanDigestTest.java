package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.testkit.SeededIncidents;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanDigestTest {
  private static ResponsePlan.Builder plan(String version) {
    var levels = SeverityMatrix.levels("low");
    var any =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return ResponsePlan.builder("p", version)
        .severity(new SeverityMatrix(levels, ImmutableList.of(any)), levels.get(0));
  }

  @Test
  void is_another_when_anything_is_but_the_version() {
    var digest = PlanDigest.of(plan("1").build());
    assertThat(PlanDigest.of(plan("2").build())).isEqualTo(digest);
    assertThat(PlanDigest.of(plan("1").title("q").build())).isNotEqualTo(digest);
    assertThat(PlanDigest.of(plan("1").channels(new Channel("a", "b", false)).build()))
        .isNotEqualTo(digest);
  }

  @Test
  void keeps_words_apart() {
    assertThat(PlanDigest.of(plan("1").definitions(new Definition("a", "bc")).build()))
        .isNotEqualTo(PlanDigest.of(plan("1").definitions(new Definition("ab", "c")).build()));
  }

  @Test
  void stays_the_same_from_release_to_release() {
    assertThat(PlanDigest.of(plan("1").build()).hex())
        .isEqualTo("cac48bc8fbdc799d94bce882804f4b00403c3fc25bbe2850595a3ce30cb053c0");
  }

  @Property(tries = 200)
  void plans_have_the_same_one_just_when_nothing_differs(@ForAll long seed) {
    var seeded = SeededIncidents.of(seed);
    var one = seeded.nextPlan();
    var other = seeded.nextPlan();
    assertThat(PlanComparison.between(one, one).isEmpty()).isTrue();
    var difference = PlanComparison.between(one, other);
    assertThat(PlanDigest.of(one).equals(PlanDigest.of(other))).isEqualTo(difference.isEmpty());
    assertThat(PlanComparison.between(other, one).changes()).hasSameSizeAs(difference.changes());
  }
}
