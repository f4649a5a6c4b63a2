package dev.firebreak.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.severity.Nciss.Activity;
import dev.firebreak.severity.Nciss.Functional;
import dev.firebreak.severity.Nciss.Information;
import dev.firebreak.severity.Nciss.Location;
import dev.firebreak.severity.Nciss.Potential;
import dev.firebreak.severity.Nciss.Recovery;
import dev.firebreak.severity.Nciss.Sector;
import dev.firebreak.severity.Nciss.ThreatActor;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NcissTest {
  private static final Severity LOW = new Severity("low", 1);
  private static final Severity MEDIUM = new Severity("medium", 2);
  private static final Severity HIGH = new Severity("high", 3);

  private static Nciss with(Functional functional, Potential potential) {
    return new Nciss(
        functional,
        Activity.PRESENCE,
        Location.L2_BUSINESS_NETWORK,
        ThreatActor.CRIMINAL,
        Information.PRIVACY_DATA,
        Recovery.SUPPLEMENTED,
        Sector.INFORMATION_TECHNOLOGY,
        potential);
  }

  @Test
  void refuses_a_scale_that_says_nothing_or_contradicts_itself() {
    assertThatThrownBy(() -> new NcissScale(ImmutableMap.of()))
        .hasMessage("an NCISS scale needs a severity");
    for (double score : new double[] {-0.1, 100.1, Double.NaN}) {
      assertThatThrownBy(() -> new NcissScale(ImmutableMap.of(HIGH, score)))
          .hasMessage("high must begin at a score within 0..100 but was " + score);
    }
    for (double score : new double[] {49, 50}) {
      assertThatThrownBy(() -> new NcissScale(ImmutableMap.of(HIGH, score, MEDIUM, 50.0)))
          .hasMessage("high must begin after medium");
    }
  }

  /** The one test vector that is known: 1880 of 3400 points, which is 55.29 before scaling. */
  @Test
  void scores_the_known_example() {
    assertThat(with(Functional.SIGNIFICANT_CRITICAL, Potential.MODERATE).score())
        .isCloseTo(50.57, within(0.005));
  }

  @Test
  void scores_from_nothing_to_the_most() {
    var least =
        new Nciss(
            Functional.NONE,
            Activity.NONE,
            Location.L1_BUSINESS_DMZ,
            ThreatActor.HACKTIVIST,
            Information.NONE,
            Recovery.REGULAR,
            Sector.NUCLEAR,
            Potential.MINIMAL);
    var most =
        new Nciss(
            Functional.DENIAL_OF_CRITICAL_OR_LOSS_OF_CONTROL,
            Activity.EFFECT,
            Location.L7_SAFETY_SYSTEMS,
            ThreatActor.APT_TARGETED,
            Information.DESTRUCTION_OF_CRITICAL_SYSTEM,
            Recovery.NOT_RECOVERABLE,
            Sector.ENERGY,
            Potential.SEVERE);
    assertThat(least.score()).isZero();
    assertThat(most.score()).isEqualTo(100);
  }

  @Property
  void a_worse_option_never_scores_less(
      @ForAll Functional one, @ForAll Functional other, @ForAll Potential potential) {
    int worse = Integer.compare(one.value(), other.value());
    int scored = Double.compare(with(one, potential).score(), with(other, potential).score());
    assertThat(Integer.signum(scored)).isEqualTo(worse);
  }

  @Test
  void a_scale_gives_each_score_its_severity() {
    var scale = new NcissScale(ImmutableMap.of(HIGH, 70.0, MEDIUM, 50.0));
    assertThat(Stream.of(0.0, 49.99, 50.0, 69.99, 70.0, 100.0).map(s -> scale.of(s, LOW)))
        .containsExactly(LOW, LOW, MEDIUM, MEDIUM, HIGH, HIGH);
  }

  @Test
  void levels_have_the_numbers_and_colours_of_the_schema() {
    assertThat(Stream.of(NcissLevel.values()).map(level -> level.number() + level.colour()))
        .containsExactly("0white", "0blue", "1green", "2yellow", "3orange", "4red", "5black");
  }
}
