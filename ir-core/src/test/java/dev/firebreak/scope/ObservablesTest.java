package dev.firebreak.scope;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.fact.Remedy;
import dev.firebreak.scope.ScopeFact.Observed;
import dev.firebreak.scope.ScopeFact.Sighted;
import dev.firebreak.scope.ScopeRequest.Observe;
import dev.firebreak.scope.ScopeRequest.RecordSighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservablesTest {
  private static final Observable ADDRESS = new Observable(Observable.Type.IP_ADDRESS, "192.0.2.1");
  private static final Confidence HIGH = Confidence.ofPercent(90);
  private static final Scope START = Scope.CONCEPT.start();
  private static final Scope SEEN = after(Scope.CONCEPT, new Observed(ADDRESS, "proxy", HIGH));

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void refuses_a_confidence_out_of_range(int percent) {
    assertThatThrownBy(() -> new Confidence(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence must be within 0..100 but was " + percent);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void takes_a_guess_and_certainty(int percent) {
    assertThat(new Confidence(percent)).hasToString(percent + " %");
  }

  @Test
  void refuses_sources_and_references_that_say_nothing() {
    assertThatThrownBy(() -> new Observe(ADDRESS, " ", null))
        .hasMessage("source must not be blank");
    assertThatThrownBy(() -> new Sighting(ADDRESS, "", time(1), null))
        .hasMessage("who says so must not be blank");
    assertThatThrownBy(() -> new Sighting(ADDRESS, "a feed", time(1), ""))
        .hasMessage("reference must not be blank");
  }

  @Test
  void has_nothing_to_do_for_what_was_told_already() {
    assertThat(new Observe(ADDRESS).yields(SEEN, asking())).isEmpty();
    assertThat(new Observe(ADDRESS, "proxy", HIGH).yields(SEEN, asking())).isEmpty();
  }

  @Test
  void records_another_source_or_confidence_and_keeps_what_was_told_last() {
    var lower = Confidence.ofPercent(20);
    var other = new Observe(ADDRESS, "a mail", HIGH);
    var less = new Observe(ADDRESS, "proxy", lower);

    assertThat(other.yields(SEEN, asking())).containsExactly(new Observed(ADDRESS, "a mail", HIGH));
    assertThat(less.yields(SEEN, asking())).containsExactly(new Observed(ADDRESS, "proxy", lower));
    assertThat(new Observe(ADDRESS, null, lower).yields(SEEN, asking())).hasSize(1);
    assertThat(new Observe(ADDRESS, "a mail", null).yields(SEEN, asking())).hasSize(1);
    var told = new Observed(ADDRESS, "proxy", lower).applyTo(SEEN, stamp(2));
    assertThat(told.find(ADDRESS)).contains(new SeenObservable(ADDRESS, "proxy", lower, 2));
    assertThat(told.seen()).containsExactly(new SeenObservable(ADDRESS, "proxy", lower, 2));
  }

  @Test
  void intelligence_is_about_what_was_seen_and_the_remedy_is_to_see_it() {
    var sighting = new Sighting(ADDRESS, "a feed", time(1), "report 7");
    var request = new RecordSighting(sighting);

    assertThat(request.unmet(START, asking()))
        .containsExactly(
            ScopeCondition.OBSERVED
                .unmet("IP_ADDRESS 192.0.2.1 was not seen in this incident")
                .or(new Remedy.Act(new Observe(ADDRESS), Remedy.Asker.ANYBODY)));
    assertThat(request.unmet(SEEN, asking())).isEmpty();
    assertThat(request.yields(SEEN, asking())).containsExactly(new Sighted(sighting));
  }

  @Test
  void records_each_sighting_once() {
    var one = new Sighting(ADDRESS, "a feed", time(1), null);
    var other = new Sighting(ADDRESS, "a feed", time(2), null);
    var scope = new Sighted(one).applyTo(SEEN, stamp(2));

    assertThat(new RecordSighting(one).yields(scope, asking())).isEmpty();
    assertThat(new RecordSighting(other).yields(scope, asking())).hasSize(1);
    assertThat(new Sighted(other).applyTo(scope, stamp(3)).sightings()).containsExactly(one, other);
    assertThat(scope.find(ADDRESS)).isEqualTo(SEEN.find(ADDRESS));
  }
}
