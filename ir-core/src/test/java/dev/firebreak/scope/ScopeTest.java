package dev.firebreak.scope;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.fact.Remedy;
import dev.firebreak.scope.ScopeFact.AssetAdvanced;
import dev.firebreak.scope.ScopeFact.AssetAffected;
import dev.firebreak.scope.ScopeFact.Confirmed;
import dev.firebreak.scope.ScopeFact.MonitoringIncreased;
import dev.firebreak.scope.ScopeFact.Observed;
import dev.firebreak.scope.ScopeRequest.AddAsset;
import dev.firebreak.scope.ScopeRequest.Advance;
import dev.firebreak.scope.ScopeRequest.Confirm;
import dev.firebreak.scope.ScopeRequest.IncreaseMonitoring;
import dev.firebreak.scope.ScopeRequest.Observe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  private static final AssetId WEB = new AssetId("web-1");
  private static final AssetId DB = new AssetId("db-1");
  private static final Observable ADDRESS = new Observable(Observable.Type.IP_ADDRESS, "192.0.2.1");
  private static final Scope START = Scope.CONCEPT.start();
  private static final Scope AFFECTED = after(Scope.CONCEPT, new AssetAffected(WEB, "host"));

  @ParameterizedTest
  @CsvSource({
    // from, to: AFFECTED, CONTAINED, ERADICATED, RESTORED, VERIFIED
    "AFFECTED,   no, yes, no,  no,  no",
    "CONTAINED,  no, no,  yes, no,  no",
    "ERADICATED, no, no,  no,  yes, no",
    "RESTORED,   no, no,  no,  no,  yes",
    "VERIFIED,   no, no,  no,  no,  no",
  })
  void an_asset_advances_one_step_at_a_time(
      AssetState from,
      String affected,
      String contained,
      String eradicated,
      String restored,
      String verified) {
    assertAdvances(from, AssetState.AFFECTED, affected);
    assertAdvances(from, AssetState.CONTAINED, contained);
    assertAdvances(from, AssetState.ERADICATED, eradicated);
    assertAdvances(from, AssetState.RESTORED, restored);
    assertAdvances(from, AssetState.VERIFIED, verified);
  }

  private static void assertAdvances(AssetState from, AssetState to, String may) {
    var scope = START.with(new Asset(WEB, AssetKind.HOST, from, 7, time(7)));
    var unmet = new Advance(WEB, to, "by hand").unmet(scope, asking());
    if (may.equals("yes")) {
      assertThat(unmet).isEmpty();
    } else {
      assertThat(unmet)
          .containsExactly(
              ScopeCondition.IN_ORDER.unmet("web-1 is " + from + " and cannot become " + to, 7L));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // how many states it is at least
    "AFFECTED, 1",
    "CONTAINED, 2",
    "ERADICATED, 3",
    "RESTORED, 4",
    "VERIFIED, 5",
  })
  void a_state_is_at_least_itself_and_all_before_it(AssetState state, int count) {
    assertThat(state.atLeast(state)).isTrue();
    assertThat(AssetState.values()).filteredOn(state::atLeast).hasSize(count);
    assertThat(AssetState.values()).filteredOn(other -> other.atLeast(state)).hasSize(6 - count);
  }

  @Test
  void one_state_comes_after_each_but_the_last() {
    assertThat(AssetState.AFFECTED.next()).isEqualTo(AssetState.CONTAINED);
    assertThat(AssetState.CONTAINED.next()).isEqualTo(AssetState.ERADICATED);
    assertThat(AssetState.ERADICATED.next()).isEqualTo(AssetState.RESTORED);
    assertThat(AssetState.RESTORED.next()).isEqualTo(AssetState.VERIFIED);
    assertThatThrownBy(AssetState.VERIFIED::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing comes after VERIFIED");
  }

  @Test
  void refuses_an_asset_that_is_not_affected() {
    var unknown =
        ScopeCondition.KNOWN
            .unmet("there is no affected asset db-1")
            .or(new Remedy.Act(new AddAsset(DB, AssetKind.HOST), Remedy.Asker.ANYBODY));

    assertThat(new Advance(DB, AssetState.CONTAINED, "cut off").unmet(AFFECTED, asking()))
        .containsExactly(unknown);
    assertThat(new IncreaseMonitoring(DB, "a sensor").unmet(AFFECTED, asking()))
        .containsExactly(unknown);
  }

  @Test
  void refuses_text_that_says_nothing() {
    assertThatThrownBy(() -> new AddAsset(WEB, "a host"))
        .hasMessageStartingWith("kind of asset must be 1..128 letters");
    assertThatThrownBy(() -> new Advance(WEB, AssetState.CONTAINED, ""))
        .hasMessage("how must not be blank");
    assertThatThrownBy(() -> new Confirm("")).hasMessage("how must not be blank");
    assertThatThrownBy(() -> new IncreaseMonitoring(WEB, "")).hasMessage("how must not be blank");
    assertThatThrownBy(() -> new Observable(Observable.Type.URL, " "))
        .hasMessage("observable must not be blank");
  }

  @Test
  void has_nothing_to_do_for_what_is_known() {
    var scope = new Observed(ADDRESS).applyTo(AFFECTED, stamp(2));

    assertThat(new AddAsset(WEB, "host").yields(scope, asking())).isEmpty();
    assertThat(new Observe(ADDRESS).yields(scope, asking())).isEmpty();
  }

  @Test
  void adds_an_asset_that_is_new_or_affected_again() {
    var contained = new AssetAdvanced(WEB, AssetState.CONTAINED, "x").applyTo(AFFECTED, stamp(2));
    var again = new AssetAffected(WEB, "host");

    assertThat(new AddAsset(WEB, "host").unmet(START, asking())).isEmpty();
    assertThat(new AddAsset(WEB, "host").yields(START, asking())).containsExactly(again);
    assertThat(new AddAsset(WEB, "host").yields(contained, asking())).containsExactly(again);
    assertThat(again.applyTo(contained, stamp(3)).find(WEB))
        .contains(new Asset(WEB, AssetKind.HOST, AssetState.AFFECTED, 3, time(3)));
  }

  @Test
  void every_other_request_yields_its_one_fact() {
    assertThat(new Advance(WEB, AssetState.CONTAINED, "cut off").yields(AFFECTED, asking()))
        .containsExactly(new AssetAdvanced(WEB, AssetState.CONTAINED, "cut off"));
    assertThat(new Observe(ADDRESS).unmet(AFFECTED, asking())).isEmpty();
    assertThat(new Observe(ADDRESS).yields(AFFECTED, asking()))
        .containsExactly(new Observed(ADDRESS));
    assertThat(new Confirm("a sweep").unmet(AFFECTED, asking())).isEmpty();
    assertThat(new Confirm("a sweep").yields(AFFECTED, asking()))
        .containsExactly(new Confirmed("a sweep"));
    assertThat(new IncreaseMonitoring(WEB, "a sensor").unmet(AFFECTED, asking())).isEmpty();
    assertThat(new IncreaseMonitoring(WEB, "a sensor").yields(AFFECTED, asking()))
        .containsExactly(new MonitoringIncreased(WEB, "a sensor"));
  }

  @Test
  void advancing_keeps_what_sort_of_thing_an_asset_is() {
    var advanced = new AssetAdvanced(WEB, AssetState.CONTAINED, "x").applyTo(AFFECTED, stamp(2));

    assertThat(advanced.assets())
        .containsExactly(new Asset(WEB, AssetKind.HOST, AssetState.CONTAINED, 2, time(2)));
  }

  @Test
  void cannot_fold_an_advance_of_an_asset_that_was_not_affected() {
    assertThatThrownBy(
            () -> new AssetAdvanced(DB, AssetState.CONTAINED, "x").applyTo(START, stamp(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no asset db-1: its history is not in order");
  }

  @Test
  void counts_how_far_the_response_has_come() {
    var scope =
        after(
            Scope.CONCEPT,
            new AssetAffected(WEB, "host"),
            new AssetAffected(DB, "host"),
            new AssetAdvanced(WEB, AssetState.CONTAINED, "x"));
    var both = new AssetAdvanced(DB, AssetState.CONTAINED, "x").applyTo(scope, stamp(4));

    assertThat(START.allAtLeast(AssetState.AFFECTED)).isFalse();
    assertThat(START.countBelow(AssetState.VERIFIED)).isZero();
    assertThat(scope.allAtLeast(AssetState.AFFECTED)).isTrue();
    assertThat(scope.allAtLeast(AssetState.CONTAINED)).isFalse();
    assertThat(scope.countBelow(AssetState.CONTAINED)).isEqualTo(1);
    assertThat(scope.countBelow(AssetState.ERADICATED)).isEqualTo(2);
    assertThat(scope.below(AssetState.CONTAINED)).extracting(Asset::id).containsExactly(DB);
    assertThat(both.allAtLeast(AssetState.CONTAINED)).isTrue();
    assertThat(both.below(AssetState.CONTAINED)).isEmpty();
  }

  @Test
  void an_asset_that_is_affected_again_counts_once() {
    var scope =
        after(
            Scope.CONCEPT,
            new AssetAffected(WEB, "host"),
            new AssetAdvanced(WEB, AssetState.CONTAINED, "x"),
            new AssetAffected(WEB, "host"));

    assertThat(scope.countBelow(AssetState.CONTAINED)).isEqualTo(1);
    assertThat(scope.assets()).hasSize(1);
  }

  @Test
  void remembers_what_was_seen_once_and_the_last_confirmation() {
    var scope =
        after(
            Scope.CONCEPT,
            new Observed(ADDRESS),
            new Confirmed("a sweep"),
            new Observed(ADDRESS),
            new Confirmed("another"));

    assertThat(START.confirmed()).isZero();
    assertThat(scope.confirmed()).isEqualTo(4);
    assertThat(scope.observables()).containsExactly(ADDRESS);
    assertThat(scope.hasSeen(ADDRESS)).isTrue();
    assertThat(START.hasSeen(ADDRESS)).isFalse();
  }

  @Test
  void closer_monitoring_changes_no_state() {
    assertThat(new MonitoringIncreased(WEB, "a sensor").applyTo(AFFECTED, stamp(2)))
        .isSameAs(AFFECTED);
  }

  @Test
  void is_equal_whatever_the_order_in_which_things_were_found() {
    var web = new Asset(WEB, AssetKind.HOST, AssetState.AFFECTED, 1, time(1));
    var db = new Asset(DB, AssetKind.HOST, AssetState.CONTAINED, 2, time(2));
    var seen = new SeenObservable(ADDRESS, null, null, 3);
    var scope = START.with(web).with(db).with(seen);

    assertThat(scope)
        .isEqualTo(START.with(seen).with(db).with(web))
        .hasSameHashCodeAs(START.with(seen).with(db).with(web))
        .isNotEqualTo(START.with(web).with(seen))
        .isNotEqualTo(START.with(web).with(db))
        .isNotEqualTo(scope.with(new Sighting(ADDRESS, "a feed", time(1), null), 4))
        .isNotEqualTo(scope.confirmedBy(4))
        .isNotEqualTo(scope.updatedBy(4))
        .isNotEqualTo("scope");
    assertThat(START.with(seen)).asString().startsWith("{} {IP_ADDRESS 192.0.2.1=Seen");
  }
}
