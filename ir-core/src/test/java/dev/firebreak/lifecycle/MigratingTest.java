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
import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.incident.Unmapped;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
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
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an incident that is moved to another version of its plan. */
class MigratingTest {
  private static final Playbook LINE =
      main(ImmutableMap.of("a", then("b"), "b", then("c"), "c", then("end"), "end", END));
  private static final Impact IMPACT =
      new Impact(FunctionalImpact.LOW, InformationImpact.NONE, Recoverability.REGULAR);

  private final Played played = new Played(LINE);

  private static ResponsePlan.Builder version(String version, Playbook... playbooks) {
    return Ransomware.plan(version).obligations().playbooks(playbooks);
  }

  private static PlanVersion named(String version) {
    return new PlanVersion(version("1").build().version().plan(), version);
  }

  /** Lets an engine take over in which other versions are at hand, too. */
  private void atHand(ResponsePlan first, ResponsePlan... more) {
    var builder = IncidentResponse.under(first, played.clock).journal(played.journal);
    for (ResponsePlan plan : more) {
      builder.earlier(plan);
    }
    played.response = builder.notifier(played.sent::add).build();
  }

  private ImmutableList<Event> migrate(ResponsePlan.Builder to, ResponsePlan.Builder from) {
    var next = to.build();
    atHand(next, from.build());
    return played.accept(MANAGER, new IncidentRequest.MigratePlan(next.version(), "it is better"));
  }

  private ImmutableList<Event> migrate(Playbook... to) {
    return migrate(version("2", to), version("1", LINE));
  }

  private static IncidentFact.PlanMigrated migration(List<Event> events) {
    return (IncidentFact.PlanMigrated) events.get(0).fact();
  }

  private static List<Class<?>> kinds(List<Event> events) {
    return events.stream().<Class<?>>map(event -> event.fact().getClass()).toList();
  }

  @Test
  void refuses_a_version_that_is_not_at_hand_and_says_which_are() {
    atHand(version("1", LINE).build(), version("2", LINE).build());
    var unmet = played.refuse(MANAGER, new IncidentRequest.MigratePlan(named("9"), "why not"));

    assertThat(unmet).extracting(Rejection::code).containsExactly("incident.plan-fits");
    assertThat(unmet.get(0).remedies())
        .containsExactly(new Remedy.AskFor(new IncidentRequest.MigratePlan(named("2"), "why not")));
    var explained =
        played.response.explain(
            ID,
            HANDLER,
            new IncidentRequest.MigratePlan(named("9"), "why not"),
            Viewer.of(HANDLER));
    assertThat(explained.wayOut()).isNotNull();
    assertThat(explained.wayOut().asker()).isEqualTo(MANAGER);
    assertThat(explained.wayOut().request())
        .isEqualTo(new IncidentRequest.MigratePlan(named("2"), "why not"));
  }

  @Test
  void refuses_another_plan_and_who_does_not_lead() {
    var other = new PlanVersion("another", "1");
    assertThat(played.refuse(MANAGER, new IncidentRequest.MigratePlan(other, "x")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("another 1 is another plan"));
    atHand(version("2", LINE).build(), version("1", LINE).build());
    assertThat(played.refuse(HANDLER, new IncidentRequest.MigratePlan(named("2"), "x")))
        .extracting(Rejection::code)
        .containsExactly("policy.role-table");
  }

  @Test
  void refuses_once_the_incident_is_closed_and_has_nothing_to_do_under_the_same_version() {
    assertThat(played.accept(MANAGER, new IncidentRequest.MigratePlan(named("1"), "x"))).isEmpty();
    assertThat(Incident.blank(ID, Concepts.STANDARD).origin().plan()).isNull();
  }

  @Test
  void loses_nothing_while_its_version_is_not_at_hand() {
    var before = played.incident();
    atHand(version("2", LINE).build());
    assertThat(played.refuse(MANAGER, new IncidentRequest.MigratePlan(named("2"), "x")))
        .extracting(Rejection::code)
        .containsExactly("incident.plan-at-hand");
    assertThat(played.incident()).isEqualTo(before);
    atHand(version("2", LINE).build(), version("1", LINE).build());
    played.done("a");
  }

  @Test
  void keeps_what_was_done_and_tells_the_differences_and_who_moved_it_when() {
    played.done("a");
    var longer =
        main(
            ImmutableMap.of(
                "a", then("b"), "b", then("c"), "c", then("d"), "d", then("end"), "end", END));
    var events = migrate(longer);

    assertThat(kinds(events)).containsExactly(IncidentFact.PlanMigrated.class);
    var migration = migration(events);
    assertThat(migration.from()).isEqualTo(named("1"));
    assertThat(migration.to()).isEqualTo(named("2"));
    assertThat(migration.unmapped()).isEmpty();
    assertThat(migration.changes())
        .anySatisfy(
            change -> assertThat(change.toString()).startsWith("+ /playbooks/main/steps/d"));
    assertThat(events.get(0).actor()).isEqualTo(MANAGER);
    assertThat(played.incident().origin().plan()).isEqualTo(named("2"));
    assertThat(played.done("b", "c").waiting()).containsExactly("d");
    var record = played.response.record(ID, Viewer.of(HANDLER)).orElseThrow();
    long moved = events.get(0).sequence();
    assertThat(record.planAt(moved - 1)).isEqualTo(named("1"));
    assertThat(record.planAt(moved)).isEqualTo(named("2"));
    assertThat(record.planAt(moved + 1)).isEqualTo(named("2"));
  }

  @Test
  void an_engine_that_reads_the_journal_anew_comes_to_the_same_incident() {
    played.done("a");
    migrate(main(ImmutableMap.of("a", then("c"), "c", last())));
    played.decide("main", "c").done("c");
    var incident = played.incident();
    atHand(version("1", LINE).build(), version("2", LINE).build());
    assertThat(played.incident()).isEqualTo(incident);
    assertThat(Incident.blank(ID, Concepts.STANDARD).after(played.journal.read(ID.stream(), 0)))
        .isEqualTo(incident);
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

    migrate(
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
    move(fresh, version("2", main(kept)), version("1", main(parallel)));
    assertThat(fresh.waiting()).containsExactly("x", "y");
    var moved =
        ImmutableMap.<String, Node>builder()
            .put("all", new Node.Parallel(ImmutableList.of(id("x")), exits("y")))
            .put("x", last())
            .put("y", then("z"))
            .put("z", last())
            .buildOrThrow();
    move(fresh, version("3", main(moved)), version("2", main(kept)));
    assertThat(fresh.waiting()).containsExactly("main");
    fresh.decide("main", "all");
    assertThat(fresh.waiting()).containsExactly("x");
  }

  private static void move(Played played, ResponsePlan.Builder to, ResponsePlan.Builder from) {
    var next = to.build();
    played.response =
        IncidentResponse.under(next, played.clock)
            .journal(played.journal)
            .earlier(from.build())
            .build();
    played.accept(MANAGER, new IncidentRequest.MigratePlan(next.version(), "it is better"));
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
    move(fresh, version("2", main(after)), version("1", main(before)));
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
    move(fresh, version("2", LINE), version("1", free));
    assertThat(fresh.waiting()).containsExactly("main");
    fresh.decide("main", "a").done("a");
    assertThat(fresh.waiting()).containsExactly("c");
  }

  @Test
  void an_action_goes_on_and_is_told_where_its_step_is_not_there() {
    var isolate =
        new Step(
            id("cut"),
            Phase.CONTAINMENT,
            "Cut it",
            HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            null,
            0);
    var free =
        new Playbook(
            new PlaybookId("free"), "free", ImmutableSet.of(CATEGORY), ImmutableList.of(isolate));
    var fresh = new Played(free);
    fresh.accept(
        HANDLER,
        new ActionRequest.Plan(new ActionId("x"), ActionType.ISOLATE_HOST, "pc-1", id("cut")));
    fresh.accept(HANDLER, new ActionRequest.Start(new ActionId("x")));
    move(fresh, version("2"), version("1", free));
    var record = fresh.response.record(ID, Viewer.of(HANDLER)).orElseThrow();
    var fact =
        (IncidentFact.PlanMigrated)
            record.last(IncidentFact.PlanMigrated.class).orElseThrow().fact();
    assertThat(fact.unmapped())
        .containsExactly(
            new Unmapped(Unmapped.Kind.ACTION, "x", "it goes on, and its step cut is not there"));
    fresh.accept(HANDLER, new ActionRequest.Succeed(new ActionId("x"), "cut off"));
    assertThat(fresh.incident().actions().find(new ActionId("x")).orElseThrow().status())
        .isEqualTo(ActionStatus.SUCCEEDED);
  }

  /** Returns a duty that is called like others of its kind. */
  private static Obligation duty(int hours) {
    return Obligation.builder("tell")
        .title("Tell them")
        .source("own rule")
        .starts(Trigger.at(Milestone.CLASSIFIED))
        .tells(Audience.REGULATOR)
        .within(Period.of(Duration.ofHours(hours)))
        .build();
  }

  @Test
  void a_clock_becomes_tighter_but_never_looser_and_a_new_one_counts_from_what_has_happened() {
    var classified = played.clock.instant();
    played.clock.pass("PT1H");
    var none = version("1", LINE);
    var ten = version("2", LINE).obligations(duty(10));
    var thirty = version("3", LINE).obligations(duty(30));
    var five = version("4", LINE).obligations(duty(5));
    migrate(ten, none);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(10)));
    migrate(thirty, ten);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(10)));
    var events = migrate(five, thirty);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(5)));
    assertThat(events)
        .extracting(Event::fact)
        .hasAtLeastOneElementOfType(ObligationFact.Corrected.class);
  }

  private Instant due() {
    return played.incident().clocks().find(new ObligationId("tell")).map(Clock::due).orElseThrow();
  }

  @Test
  void a_clock_whose_duty_is_gone_runs_on_until_the_notice_that_names_it() {
    migrate(version("2", LINE).obligations(duty(10)), version("1", LINE));
    var events = migrate(version("3", LINE), version("2", LINE).obligations(duty(10)));
    assertThat(migration(events).unmapped())
        .containsExactly(
            new Unmapped(Unmapped.Kind.CLOCK, "tell", "its clock runs on, and it is not there"));
    assertThat(played.incident().clocks().find(new ObligationId("tell")).map(Clock::running))
        .contains(true);
    played.clock.pass("PT11H");
    var told =
        played.accept(
            MANAGER,
            new CommunicationRequest.Notify(
                Audience.REGULATOR,
                "what we know",
                "mail",
                null,
                ImmutableSet.of(new ObligationId("tell"))));
    assertThat(kinds(told)).contains(ObligationFact.Missed.class, ObligationFact.Fulfilled.class);
    assertThat(played.incident().clocks().find(new ObligationId("tell")).map(Clock::running))
        .contains(false);
  }

  @Test
  void severity_is_rated_by_the_new_matrix_and_its_rules_call_whom_they_call() {
    played.accept(HANDLER, new SeverityRequest.Assess(IMPACT));
    var before = played.incident().assessment().severity();
    var levels = SeverityMatrix.levels("mild", "grave");
    var strict =
        new SeverityMatrix(
            levels,
            ImmutableList.of(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(1))));
    var next =
        version("2", LINE)
            .severity(strict, levels.get(1))
            .levelRules(new LevelRule(levels.get(1), ImmutableSet.of(MANAGING), ImmutableSet.of()));
    migrate(next, version("1", LINE));
    assertThat(before).isNotEqualTo(levels.get(1));
    assertThat(played.incident().assessment().severity()).isEqualTo(levels.get(1));
    assertThat(played.incident().team().called()).containsKey(MANAGING);
  }

  @Test
  void what_was_given_or_set_and_is_not_there_any_more_is_told() {
    var scribe = new Role("scribe");
    var more =
        ImmutableList.<RoleDefinition>builder()
            .addAll(version("1").build().roles())
            .add(
                new RoleDefinition(
                    scribe, RoleKind.SCRIBE, null, ImmutableList.of(), ImmutableSet.of()))
            .build();
    atHand(version("1", LINE).roles(more).build());
    played.accept(MANAGER, new PeopleRequest.Assign(scribe, new Actor("sam")));
    played.accept(
        MANAGER, new SeverityRequest.Overrule(worst(), "it is worse than it looks", null));
    played.done("a");
    var levels = SeverityMatrix.levels("mild");
    var mild =
        new SeverityMatrix(
            levels,
            ImmutableList.of(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0))));
    var events =
        migrate(
            version("2", main(ImmutableMap.of("b", then("c"), "c", last())))
                .severity(mild, levels.get(0)),
            version("1", LINE).roles(more));
    assertThat(migration(events).unmapped())
        .extracting(Unmapped::what)
        .containsExactly(Unmapped.Kind.STEP, Unmapped.Kind.ROLE, Unmapped.Kind.SEVERITY);
    assertThat(played.incident().assessment().severity()).isEqualTo(worst());
    assertThat(played.waiting()).containsExactly("b");
    assertThat(played.incident().steps().done()).containsExactly(id("a"));
  }

  private static Severity worst() {
    var levels = version("1").build().severity().levels();
    return levels.get(levels.size() - 1);
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
    move(
        fresh,
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
    move(
        fresh,
        version(
            "2",
            caller,
            playbook("called", ImmutableMap.of("w", then("x"), "x", then("y"), "y", last()))),
        version("1", caller, called));
    assertThat(fresh.waiting()).containsExactly("x");
    assertThat(fresh.incident().steps().owed()).containsExactly(id("w"));
    move(
        fresh,
        version("3", caller, playbook("called", ImmutableMap.of("y", last()))),
        version(
            "2",
            caller,
            playbook("called", ImmutableMap.of("w", then("x"), "x", then("y"), "y", last()))));
    assertThat(fresh.waiting()).containsExactly("main");
    assertThat(fresh.decide("main", "call").waiting()).containsExactly("y");
  }
}
