package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Played.END;
import static dev.firebreak.lifecycle.Played.ID;
import static dev.firebreak.lifecycle.Played.asked;
import static dev.firebreak.lifecycle.Played.exits;
import static dev.firebreak.lifecycle.Played.id;
import static dev.firebreak.lifecycle.Played.last;
import static dev.firebreak.lifecycle.Played.main;
import static dev.firebreak.lifecycle.Played.playbook;
import static dev.firebreak.lifecycle.Played.step;
import static dev.firebreak.lifecycle.Played.then;
import static dev.firebreak.lifecycle.Played.version;
import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.Unmapped;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import dev.firebreak.report.OpenSteps;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.ScopeRequest;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where the run of a playbook goes on when its incident is moved to another version of the plan.
 */
class MigratingRunsTest {
  private static final Playbook LINE =
      main(ImmutableMap.of("a", then("b"), "b", then("c"), "c", then("end"), "end", END));

  private final Played played = new Played(LINE);

  private ImmutableList<Event> migrate(Playbook... to) {
    return played.migrate(version("2", to), version("1", LINE));
  }

  private static IncidentFact.PlanMigrated migration(List<Event> events) {
    return (IncidentFact.PlanMigrated) events.get(0).fact();
  }

  @Test
  void a_step_that_is_new_behind_the_run_is_owed_and_may_be_done_at_any_time() {
    played.done("a");
    var events =
        migrate(
            main(ImmutableMap.of("a", then("new"), "new", then("b"), "b", then("c"), "c", last())));
    assertThat(events)
        .extracting(Event::fact)
        .contains(new PlaybookFact.StepsOwed(ImmutableSet.of(id("new"))));
    assertThat(played.waiting()).containsExactly("b");
    played.done("b", "c");
    assertThat(played.run().outcome()).isEqualTo(Run.Outcome.COMPLETED);
    assertThat(leaving()).containsExactly("step new (Do new) is neither done nor waived");

    played.done("new");
    assertThat(leaving()).isEmpty();
    assertThat(played.incident().steps().owed()).isEmpty();
  }

  private List<String> leaving() {
    return played.refuse(MANAGER, PhaseRequest.Enter.next(Phase.CONTAINMENT)).stream()
        .filter(each -> each.code().equals("policy.mandatory-steps"))
        .map(Rejection::message)
        .toList();
  }

  @Test
  void a_step_that_is_new_in_a_playbook_that_has_ended_is_owed_too_but_no_optional_one() {
    played.done("a", "b", "c");
    var optional = step("x");
    var longer =
        main(
            ImmutableMap.of(
                "a", then("b"), "b", then("c"), "c", then("d"), "d", then("x"), "x", last()));
    var steps =
        longer.steps().stream()
            .map(
                each ->
                    each.id().equals(optional.id())
                        ? new Step(
                            each.id(),
                            each.phase(),
                            each.title(),
                            each.role(),
                            false,
                            null,
                            null,
                            0)
                        : each)
            .collect(ImmutableList.toImmutableList());
    migrate(
        new Playbook(
            longer.id(),
            longer.title(),
            longer.categories(),
            steps,
            longer.flow(),
            longer.variables()));
    assertThat(played.incident().steps().owed()).containsExactly(id("d"));
    assertThat(leaving()).hasSize(1);
    played.accept(MANAGER, new PlaybookRequest.WaiveStep(id("d"), "done by others"));
    assertThat(leaving()).isEmpty();
  }

  @Test
  void a_place_that_is_not_there_is_told_and_somebody_decides_where_it_goes_on() {
    played.done("a");
    var renamed =
        main(ImmutableMap.of("a", then("b2"), "b2", then("c"), "c", then("end"), "end", END));
    var events = migrate(renamed);

    assertThat(migration(events).unmapped())
        .containsExactly(
            new Unmapped(Unmapped.Kind.STEP, "b", "the run was at it, and it has no such place"));
    assertThat(events.get(1).fact())
        .isInstanceOfSatisfying(
            PlaybookFact.PlaceAwaited.class,
            asked -> {
              assertThat(asked.lost()).containsExactly(id("b"));
              assertThat(asked.role()).isEqualTo(MANAGING);
              assertThat(asked.answers()).containsExactly("a", "b2", "c", "end");
            });
    assertThat(played.waiting()).containsExactly("main");
    assertThat(played.sent)
        .extracting(Notification::reason)
        .last()
        .isEqualTo(Notification.Reason.DECISION_AWAITED);
    assertThat(leaving()).hasSize(2);

    assertThat(played.refuse(HANDLER, new PlaybookRequest.CompleteStep(id("b2"), "x")))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.message())
                    .isEqualTo(
                        "step b2 waits for the decision \"Where does playbook main go on?\" of"
                            + " incident-manager"));
    var way =
        played.response.explain(
            ID, HANDLER, new PlaybookRequest.CompleteStep(id("b2"), "x"), Viewer.of(HANDLER));
    assertThat(way.wayOut()).isNotNull();
    played.decide("main", "b2").done("b2");
    assertThat(played.waiting()).containsExactly("c");
  }

  @Test
  void what_is_passed_by_the_decision_is_owed_and_what_was_done_is_not_done_again() {
    played.done("a");
    migrate(main(ImmutableMap.of("a", then("b2"), "b2", then("c"), "c", then("d"), "d", last())));
    played.decide("main", "a");
    assertThat(played.waiting()).containsExactly("b2");
    assertThat(played.incident().steps().owed()).isEmpty();

    played.migrate(
        version(
            "3",
            main(ImmutableMap.of("a", then("b3"), "b3", then("c"), "c", then("d"), "d", last()))),
        version(
            "2",
            main(ImmutableMap.of("a", then("b2"), "b2", then("c"), "c", then("d"), "d", last()))));
    played.decide("main", "d");
    assertThat(played.waiting()).containsExactly("d");
    assertThat(played.incident().steps().owed()).containsExactly(id("b3"), id("c"));
  }

  @Test
  void takes_neither_a_waiver_nor_a_completion_for_the_decision_on_the_place() {
    var same = main(ImmutableMap.of("main", then("c"), "c", last()));
    migrate(same);
    assertThat(played.waiting()).containsExactly("main");
    assertThat(played.refuse(MANAGER, new PlaybookRequest.CompleteStep(id("main"), "x")))
        .extracting(Rejection::code)
        .containsExactly("playbook.awaited");
    assertThat(played.refuse(MANAGER, new PlaybookRequest.WaiveStep(id("main"), "x")))
        .extracting(Rejection::code)
        .containsExactly("playbook.awaited");
    played.decide("main", "main").done("main");
    assertThat(played.waiting()).containsExactly("c");
  }

  @Test
  void keeps_the_places_in_branches_of_steps_that_stay_and_loses_them_where_they_moved_out() {
    var parallel =
        ImmutableMap.<String, Node>builder()
            .put("all", new Node.Parallel(ImmutableList.of(id("x"), id("y")), exits("z")))
            .put("x", last())
            .put("y", last())
            .put("z", last())
            .buildOrThrow();
    var fresh = new Played(main(parallel));
    var kept =
        ImmutableMap.<String, Node>builder()
            .put("all", new Node.Parallel(ImmutableList.of(id("x"), id("y")), exits("w")))
            .put("x", last())
            .put("y", last())
            .put("w", then("z"))
            .put("z", last())
            .buildOrThrow();
    fresh.migrate(version("2", main(kept)), version("1", main(parallel)));
    assertThat(fresh.waiting()).containsExactly("x", "y");
    var moved =
        ImmutableMap.<String, Node>builder()
            .put("all", new Node.Parallel(ImmutableList.of(id("x")), exits("y")))
            .put("x", last())
            .put("y", then("z"))
            .put("z", last())
            .buildOrThrow();
    fresh.migrate(version("3", main(moved)), version("2", main(kept)));
    assertThat(fresh.waiting()).containsExactly("main");
    fresh.decide("main", "all");
    assertThat(fresh.waiting()).containsExactly("x");
  }

  @Test
  void asks_the_new_question_and_the_new_role_where_the_run_waits() {
    var before =
        ImmutableMap.of(
            "if", new Node.If(asked("Is it so?"), id("a"), id("b"), exits(null)),
            "a", last(),
            "b", last());
    var fresh = new Played(main(before));
    var after =
        ImmutableMap.of(
            "if", new Node.If(asked("Is it really so?"), id("a"), id("b"), exits(null)),
            "a", last(),
            "b", last());
    fresh.migrate(version("2", main(after)), version("1", main(before)));
    assertThat(
            OpenSteps.of(fresh.incident(), version("2", main(after)).build())
                .toText(ZoneOffset.UTC))
        .contains("Is it really so?");
    fresh.decide("if", "yes");
    assertThat(fresh.waiting()).containsExactly("a");
  }

  @Test
  void another_playbook_for_the_category_begins_and_one_that_is_gone_stops() {
    migrate(
        new Playbook(
                new PlaybookId("other"),
                "other",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(step("q")))
            .withFlow(new Flow(id("q"), ImmutableMap.of(id("q"), last()), null)));
    assertThat(played.waiting()).containsExactly("q");
    assertThat(played.run().playbook()).isEqualTo(new PlaybookId("other"));
    var record = played.response.record(ID, Viewer.of(HANDLER)).orElseThrow();
    assertThat(record.all(PlaybookFact.Ended.class)).hasSize(1);
  }

  @Test
  void where_some_of_another_playbook_is_done_somebody_says_where_it_begins() {
    var free =
        new Playbook(
            new PlaybookId("free"),
            "free",
            ImmutableSet.of(CATEGORY),
            ImmutableList.of(step("a"), step("b"), step("c")));
    var fresh = new Played(free);
    fresh.done("b");
    fresh.migrate(version("2", LINE), version("1", free));
    assertThat(fresh.waiting()).containsExactly("main");
    fresh.decide("main", "a").done("a");
    assertThat(fresh.waiting()).containsExactly("c");
  }

  @Test
  void the_branch_for_each_asset_goes_on_where_it_is() {
    var nodes =
        ImmutableMap.<String, Node>of(
            "each", new Node.ForEachAsset(null, id("clean"), exits("z")),
            "clean", last(),
            "z", last());
    var fresh =
        new Played(
            main(
                ImmutableMap.of(
                    "first",
                    then("each"),
                    "each",
                    nodes.get("each"),
                    "clean",
                    last(),
                    "z",
                    last())));
    fresh.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId("pc-1"), AssetKind.HOST));
    fresh.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId("pc-2"), AssetKind.HOST));
    fresh.done("first");
    assertThat(fresh.waiting()).containsExactly("clean", "clean");
    fresh.migrate(
        version("2", main(nodes)),
        version(
            "1",
            main(
                ImmutableMap.of(
                    "first",
                    then("each"),
                    "each",
                    nodes.get("each"),
                    "clean",
                    last(),
                    "z",
                    last()))));
    assertThat(fresh.waiting()).containsExactly("clean", "clean");
    fresh.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId("pc-3"), AssetKind.HOST));
    assertThat(fresh.waiting()).containsExactly("clean", "clean", "clean");
  }

  @Test
  void a_called_playbook_is_kept_while_the_call_is_the_same() {
    var called = playbook("called", ImmutableMap.of("x", then("y"), "y", last()));
    var caller =
        main(
            ImmutableMap.of(
                "call", new Node.Call(new PlaybookId("called"), exits("z")), "z", last()));
    var fresh = new Played(caller, called);
    fresh.migrate(
        version(
            "2",
            caller,
            playbook("called", ImmutableMap.of("w", then("x"), "x", then("y"), "y", last()))),
        version("1", caller, called));
    assertThat(fresh.waiting()).containsExactly("x");
    assertThat(fresh.incident().steps().owed()).containsExactly(id("w"));
    fresh.migrate(
        version("3", caller, playbook("called", ImmutableMap.of("y", last()))),
        version(
            "2",
            caller,
            playbook("called", ImmutableMap.of("w", then("x"), "x", then("y"), "y", last()))));
    assertThat(fresh.waiting()).containsExactly("main");
    assertThat(fresh.decide("main", "call").waiting()).containsExactly("y");
  }
}
