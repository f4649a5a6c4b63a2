package dev.firebreak.scope;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Remedy;
import dev.firebreak.scope.ScopeFact.AssetAdvanced;
import dev.firebreak.scope.ScopeFact.AssetAffected;
import dev.firebreak.scope.ScopeFact.AssetNoted;
import dev.firebreak.scope.ScopeFact.AssetReinfected;
import dev.firebreak.scope.ScopeFact.DataEstimated;
import dev.firebreak.scope.ScopeRequest.EstimateData;
import dev.firebreak.scope.ScopeRequest.Note;
import dev.firebreak.scope.ScopeRequest.Reinfect;
import dev.firebreak.scope.ScopeRequest.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded of assets beside their state, and what an infection takes back. */
class AssetNotesTest {
  private static final AssetId WEB = new AssetId("web-1");
  private static final AssetId FILES = new AssetId("files-1");
  private static final DataExtent EXTENT = new DataExtent("addresses", 70_000L, 9_000L);
  private static final Scope START = Scope.CONCEPT.start();
  private static final Scope AFFECTED =
      after(
          Scope.CONCEPT,
          new AssetAffected(WEB, AssetKind.HOST),
          new AssetAffected(FILES, AssetKind.DATA_SET));

  @Test
  void refuses_what_is_said_of_an_asset_that_is_not_affected() {
    var unknown =
        ScopeCondition.KNOWN
            .unmet("there is no affected asset web-1")
            .or(
                new Remedy.Act(
                    new ScopeRequest.AddAsset(WEB, AssetKind.HOST), Remedy.Asker.ANYBODY));

    assertThat(new Note(WEB, AssetNote.ISOLATED, "x").unmet(START, asking()))
        .containsExactly(unknown);
    assertThat(new EstimateData(WEB, EXTENT, "x").unmet(START, asking())).containsExactly(unknown);
    assertThat(new Reinfect(WEB, "x").unmet(START, asking())).containsExactly(unknown);
  }

  @ParameterizedTest
  @EnumSource(AssetState.class)
  void only_what_was_freed_can_be_infected_again(AssetState state) {
    var scope = START.with(new Asset(WEB, AssetKind.HOST, state, 7, time(7)));
    var unmet = new Reinfect(WEB, "a scheduled job").unmet(scope, asking());

    if (state.atLeast(AssetState.ERADICATED)) {
      assertThat(unmet).isEmpty();
    } else {
      assertThat(unmet)
          .containsExactly(
              ScopeCondition.FREED.unmet("web-1 is " + state + " and has not been freed yet", 7L));
    }
  }

  @Test
  void refuses_text_that_says_nothing_and_numbers_below_zero() {
    assertThatThrownBy(() -> new Note(WEB, AssetNote.ISOLATED, " "))
        .hasMessage("how must not be blank");
    assertThatThrownBy(() -> new Reinfect(WEB, "")).hasMessage("because must not be blank");
    assertThatThrownBy(() -> new EstimateData(WEB, EXTENT, ""))
        .hasMessage("because must not be blank");
    assertThatThrownBy(() -> new Update("")).hasMessage("scope must not be blank");
    assertThatThrownBy(() -> new DataExtent("", 1L, 1L)).hasMessage("what must not be blank");
    assertThatThrownBy(() -> new DataExtent("x", -1L, null))
        .hasMessage("records must not be negative: -1");
    assertThatThrownBy(() -> new DataExtent("x", null, -2L))
        .hasMessage("persons must not be negative: -2");
  }

  @Test
  void every_request_yields_its_one_fact() {
    assertThat(new Note(WEB, AssetNote.ISOLATED, "x").unmet(AFFECTED, asking())).isEmpty();
    assertThat(new Note(WEB, AssetNote.ISOLATED, "x").yields(AFFECTED, asking()))
        .containsExactly(new AssetNoted(WEB, AssetNote.ISOLATED, "x"));
    assertThat(new EstimateData(FILES, EXTENT, "x").unmet(AFFECTED, asking())).isEmpty();
    assertThat(new EstimateData(FILES, EXTENT, "x").yields(AFFECTED, asking()))
        .containsExactly(new DataEstimated(FILES, EXTENT, "x"));
    assertThat(new Reinfect(WEB, "x").yields(AFFECTED, asking()))
        .containsExactly(new AssetReinfected(WEB, "x"));
    assertThat(new Update("x").unmet(AFFECTED, asking())).isEmpty();
    assertThat(new Update("x").yields(AFFECTED, asking()))
        .containsExactly(new ScopeFact.Updated("x"));
  }

  @Test
  void keeps_the_last_event_of_each_note_and_the_state_as_it_is() {
    var noted = new AssetNoted(WEB, AssetNote.ISOLATED, "x").applyTo(AFFECTED, stamp(3));
    noted = new AssetNoted(WEB, AssetNote.IMAGE_TAKEN, "x").applyTo(noted, stamp(4));
    noted = new AssetNoted(WEB, AssetNote.ISOLATED, "again").applyTo(noted, stamp(5));
    var asset = noted.find(WEB).orElseThrow();

    assertThat(asset.notes())
        .isEqualTo(ImmutableMap.of(AssetNote.ISOLATED, 5L, AssetNote.IMAGE_TAKEN, 4L));
    assertThat(asset.has(AssetNote.ISOLATED)).isTrue();
    assertThat(asset.has(AssetNote.IN_PRODUCTION)).isFalse();
    assertThat(asset.state()).isEqualTo(AssetState.AFFECTED);
    assertThat(asset.since()).isEqualTo(1);
  }

  @Test
  void keeps_the_last_estimate_and_finds_assets_by_kind() {
    var less = new DataExtent("addresses", null, 100L);
    var scope = new DataEstimated(FILES, EXTENT, "a guess").applyTo(AFFECTED, stamp(3));
    assertThat(scope.find(FILES).orElseThrow().data()).isEqualTo(EXTENT);
    scope = new DataEstimated(FILES, less, "a count").applyTo(scope, stamp(4));

    assertThat(scope.assets(AssetKind.DATA_SET)).extracting(Asset::data).containsExactly(less);
    assertThat(scope.assets(AssetKind.ACCOUNT)).isEmpty();
    assertThat(less).hasToString("addresses, number of records not known, about 100 persons");
  }

  @Test
  void counts_accounts_and_records_as_they_change() {
    var account = new AssetId("ada@example.org");
    var start =
        after(
            Scope.CONCEPT,
            new AssetAffected(FILES, "host"),
            new AssetAffected(account, "host"),
            new DataEstimated(FILES, EXTENT, "a guess"));
    assertThat(start.accounts()).isZero();
    assertThat(start.records()).isEqualTo(70_000);
    var more =
        new DataEstimated(account, new DataExtent("mails", Long.MAX_VALUE, 1L), "x")
            .applyTo(new AssetAffected(account, "account").applyTo(start, stamp(4)), stamp(5));
    assertThat(more.accounts()).isEqualTo(1);
    assertThat(more.records()).isEqualTo(1_000_000_070_000L);
    var less =
        new DataEstimated(FILES, new DataExtent("addresses", null, null), "x")
            .applyTo(more, stamp(6));
    assertThat(less.records()).isEqualTo(1_000_000_000_000L);
    assertThat(new AssetAffected(account, "host").applyTo(less, stamp(7)).accounts()).isZero();
  }

  @Test
  void an_infected_asset_has_its_whole_way_ahead_again_but_keeps_its_data() {
    var scope =
        after(
            Scope.CONCEPT,
            new AssetAffected(WEB, "host"),
            new DataEstimated(WEB, EXTENT, "x"),
            new AssetNoted(WEB, AssetNote.INTEGRITY_VERIFIED, "x"),
            new AssetAdvanced(WEB, AssetState.CONTAINED, "x"),
            new AssetAdvanced(WEB, AssetState.ERADICATED, "x"),
            new AssetReinfected(WEB, "a scheduled job"));

    assertThat(scope.find(WEB))
        .contains(
            new Asset(
                WEB, AssetKind.HOST, AssetState.AFFECTED, 6, time(6), EXTENT, ImmutableMap.of()));
    assertThat(scope.countBelow(AssetState.CONTAINED)).isEqualTo(1);
  }

  @Test
  void an_asset_that_is_found_again_may_be_of_another_kind() {
    var noted = new AssetNoted(WEB, AssetNote.ISOLATED, "x").applyTo(AFFECTED, stamp(3));
    var again = new AssetAffected(WEB, AssetKind.SERVICE).applyTo(noted, stamp(4));

    assertThat(again.find(WEB))
        .contains(new Asset(WEB, AssetKind.SERVICE, AssetState.AFFECTED, 4, time(4)));
    assertThat(AssetKind.NETWORK).hasToString("network");
  }

  @Test
  void remembers_the_last_update_in_words() {
    assertThat(START.updated()).isZero();
    assertThat(new ScopeFact.Updated("two sites").applyTo(START, stamp(9)).updated()).isEqualTo(9);
  }
}
