package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Played.END;
import static dev.firebreak.lifecycle.Played.asked;
import static dev.firebreak.lifecycle.Played.exits;
import static dev.firebreak.lifecycle.Played.id;
import static dev.firebreak.lifecycle.Played.known;
import static dev.firebreak.lifecycle.Played.last;
import static dev.firebreak.lifecycle.Played.main;
import static dev.firebreak.lifecycle.Played.playbook;
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
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Tenant;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.ExecutionNumber;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a run goes through every kind of step, and what it answers to who comes too early. */
class PlaybookRunTest {
  private static final Playbook LINE =
      main(ImmutableMap.of("a", then("b"), "b", then("c"), "c", then("end"), "end", END));

  @Test
  void does_not_take_a_step_whose_turn_has_not_come_and_says_for_what_and_whom_it_waits() {
    var played = new Played(LINE);

    assertThat(played.refuse(HANDLER, new PlaybookRequest.CompleteStep(id("c"), "done")))
        .containsExactly(
            GuardCondition.STEP_READY
                .unmet("step c waits for step a of handler", 5L)
                .or(
                    new Remedy.Act(
                        new PlaybookRequest.CompleteStep(
                            id("a"), "what was done", new ExecutionNumber(2)),
                        Remedy.Asker.holding(ImmutableList.of(HANDLING)))));
    assertThat(played.waiting()).containsExactly("a");
  }

  @Test
  void does_not_take_a_step_twice_nor_one_on_another_way() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "if", new Node.If(asked("Is it so?"), id("a"), id("b"), exits("c")),
                    "a", last(),
                    "b", last(),
                    "c", last())));
    assertThat(codes(played.refuse(HANDLER, done("b")))).containsExactly("guard.step-ready");
    assertThat(played.refuse(HANDLER, done("b")).get(0).remedies())
        .containsExactly(
            new Remedy.Act(
                new PlaybookRequest.Decide(
                    id("if"), "yes", "what speaks for it", new ExecutionNumber(2)),
                Remedy.Asker.holding(ImmutableList.of(MANAGING))));

    played.decide("if", "yes").done("a");

    assertThat(codes(played.refuse(HANDLER, done("a")))).containsExactly("playbook.not-settled");
    assertThat(played.refuse(HANDLER, done("b")))
        .containsExactly(
            GuardCondition.STEP_READY.unmet(
                "step b is not on the way that was taken, or was passed"));
  }

  @Test
  void takes_no_decision_of_somebody_else_nor_one_that_is_no_answer() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "if",
                    new Node.If(asked("Is it so?"), id("a"), null, exits(null)),
                    "a",
                    last())));

    assertThat(codes(played.refuse(HANDLER, new PlaybookRequest.Decide(id("if"), "maybe", "x"))))
        .containsExactly("playbook.answer-fits", "playbook.decider-has-role");
    assertThat(codes(played.refuse(MANAGER, new PlaybookRequest.FailStep(id("if"), "x", null))))
        .containsExactly("playbook.awaited");
    assertThat(codes(played.refuse(MANAGER, new PlaybookRequest.Decide(id("a"), "yes", "x"))))
        .containsExactly("playbook.awaited");
    assertThat(
            codes(
                played.refuse(
                    MANAGER,
                    new PlaybookRequest.Decide(id("if"), "yes", "x", new ExecutionNumber(9)))))
        .containsExactly("playbook.one-meant");
    assertThat(played.run().waiting())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.waits())
                    .isEqualTo(
                        new Execution.Waits.Answer(
                            MANAGING, "Is it so?", ImmutableSet.of("yes", "no"))));
  }

  @Test
  void goes_from_step_to_step_and_tells_each_who_does_it() {
    var played = new Played(LINE).done("a");
    assertThat(played.waiting()).containsExactly("b");
    played.done("b", "c");

    assertThat(played.run().running()).isFalse();
    assertThat(played.run().outcome()).isEqualTo(Run.Outcome.COMPLETED);
    assertThat(played.sent)
        .extracting(Notification::reason)
        .filteredOn(reason -> reason == Notification.Reason.STEP_READY)
        .hasSize(3);
  }

  @Test
  void begins_when_the_incident_is_classified_and_ends_when_it_is_of_another_category() {
    var other =
        new Playbook(
                new PlaybookId("other"),
                "Other",
                ImmutableSet.of(new Category("fraud")),
                ImmutableList.of(Played.step("x")))
            .withFlow(new Flow(id("x"), ImmutableMap.of(id("x"), last()), null));
    var played = new Played(LINE, other).done("a");

    var events =
        played.accept(HANDLER, new TriageRequest.Classify(new Category("fraud"), "no note"));

    assertThat(events)
        .extracting(Event::type)
        .containsExactly(
            "triage.classified", "playbook.ended", "playbook.started", "playbook.step-ready");
    assertThat(played.incident().steps().done()).containsExactly(id("a"));
    assertThat(codes(played.refuse(HANDLER, done("b")))).containsExactly("guard.step-ready");
    played.done("x");
    played.accept(HANDLER, new TriageRequest.Classify(new Category("spam"), "no fraud"));
    assertThat(played.run().running()).isFalse();
  }

  @Test
  void survives_a_restart() {
    var played = new Played(LINE).done("a");
    played.response = played.engine(LINE);
    assertThat(played.waiting()).containsExactly("b");
    assertThat(played.done("b", "c").run().outcome()).isEqualTo(Run.Outcome.COMPLETED);
  }

  @Test
  void a_step_that_was_waived_before_its_turn_is_passed_over() {
    var played = new Played(LINE);
    played.accept(MANAGER, new PlaybookRequest.WaiveStep(id("b"), "no need"));
    assertThat(played.done("a").waiting()).containsExactly("c");
    played.accept(MANAGER, new PlaybookRequest.WaiveStep(id("c"), "no need"));
    assertThat(played.run().outcome()).isEqualTo(Run.Outcome.COMPLETED);
  }

  @Test
  void a_failure_goes_where_the_step_says_or_outwards() {
    var nodes =
        ImmutableMap.<String, Node>of(
            "all", new Node.Parallel(ImmutableList.of(id("a"), id("b")), to("good", "bad")),
            "a", new Node.Do(new Exits(null, id("a2"))),
            "a2", last(),
            "b", last(),
            "good", last(),
            "bad", last());

    var caught = new Played(main(nodes)).fail("a").done("a2", "b");
    assertThat(caught.waiting()).containsExactly("good");
    var outwards = new Played(main(nodes)).fail("b");
    assertThat(outwards.waiting()).as("the other branch is not stopped").containsExactly("a");
    assertThat(outwards.done("a").waiting()).containsExactly("bad");
    var out = new Played(LINE).fail("a");
    assertThat(out.run().outcome()).isEqualTo(Run.Outcome.FAILED);
  }

  @Test
  void a_failure_that_gets_out_of_the_playbook_is_an_exception() {
    var called =
        playbook("called", ImmutableMap.of("x", then("y"), "y", last(), "mend", last()), "mend");
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "call", new Node.Call(new PlaybookId("called"), to("good", "bad")),
                    "good", last(),
                    "bad", last())),
            called);

    assertThat(played.fail("x").waiting()).containsExactly("mend");
    assertThat(played.done("mend").waiting()).containsExactly("bad");
    var again =
        new Played(
            main(
                ImmutableMap.of(
                    "call", new Node.Call(new PlaybookId("called"), to("good", "bad")),
                    "good", last(),
                    "bad", last())),
            called);
    assertThat(again.done("x", "y").waiting()).containsExactly("good");
    var twice = new Played(playbook("main", ImmutableMap.of("x", last(), "mend", last()), "mend"));
    assertThat(twice.fail("x").fail("mend").run().outcome()).isEqualTo(Run.Outcome.FAILED);
  }

  @Test
  void a_parallel_step_waits_for_all_branches_and_knows_which_came_first() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "all", new Node.Parallel(ImmutableList.of(id("a"), id("b")), exits("c")),
                    "a", then("a2"),
                    "a2", last(),
                    "b", last(),
                    "c", last())));
    assertThat(played.waiting()).containsExactly("a", "b");
    assertThat(played.done("b", "a").waiting()).containsExactly("a2");
    assertThat(played.done("a2").waiting()).containsExactly("c");
  }

  @Test
  void a_branch_that_failed_first_is_not_forgotten_while_others_end_well() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "all",
                    new Node.Parallel(
                        ImmutableList.of(id("a"), id("b"), id("c")), to("good", "bad")),
                    "a",
                    last(),
                    "b",
                    last(),
                    "c",
                    last(),
                    "good",
                    last(),
                    "bad",
                    last())));
    assertThat(played.fail("a").done("b", "c").waiting()).containsExactly("bad");
  }

  @Test
  void a_condition_over_facts_needs_nobody_and_one_that_is_not_known_somebody() {
    var playbook =
        main(
            ImmutableMap.of(
                "wait", then("if"),
                "if", new Node.If(known("severity = 'high'"), id("a"), id("b"), exits(null)),
                "a", last(),
                "b", last()));

    assertThat(new Played(playbook).done("wait").waiting()).containsExactly("if");
    assertThat(new Played(playbook).done("wait").decide("if", "no").waiting()).containsExactly("b");
    var rated = new Played(playbook);
    rated.accept(
        HANDLER,
        new SeverityRequest.Assess(
            new Impact(FunctionalImpact.HIGH, InformationImpact.NONE, Recoverability.REGULAR)));
    assertThat(rated.done("wait").waiting()).containsExactly("a");
  }

  @Test
  void a_loop_goes_round_while_the_answer_is_yes_and_fails_at_its_bound() {
    var playbook =
        main(
            ImmutableMap.of(
                "while", new Node.While(asked("Is there more?"), id("a"), 2, to("good", "bad")),
                "a", last(),
                "good", last(),
                "bad", last()));

    assertThat(new Played(playbook).decide("while", "no").waiting()).containsExactly("good");
    var bound = new Played(playbook).decide("while", "yes").done("a").decide("while", "yes");
    assertThat(bound.waiting()).containsExactly("a");
    assertThat(bound.done("a").waiting()).containsExactly("bad");
    var failed = new Played(playbook).decide("while", "yes").fail("a");
    assertThat(failed.waiting()).containsExactly("bad");
  }

  @Test
  void a_loop_over_facts_ends_by_itself() {
    var counted = new Variable("left", Variable.Type.NUMBER, "2", false, false);
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "while", new Node.While(known("$left > 0"), id("a"), 9, exits("b")),
                    "a", last(),
                    "b", last()),
                counted));
    played.accept(HANDLER, new PlaybookRequest.SetVariable("left", "1"));
    assertThat(played.done("a").waiting()).containsExactly("a");
    played.accept(HANDLER, new PlaybookRequest.SetVariable("left", "0"));
    assertThat(played.done("a").waiting()).containsExactly("b");
    var endless =
        new Played(
            main(
                ImmutableMap.of(
                    "while",
                    new Node.While(known("true"), id("end"), 50, to("a", "b")),
                    "a",
                    last(),
                    "b",
                    last(),
                    "end",
                    END)));
    assertThat(endless.waiting()).containsExactly("b");
  }

  @Test
  void a_switch_takes_the_case_that_is_the_value() {
    var nodes =
        ImmutableMap.of(
            "switch",
                new Node.Switch(
                    known("$kind"),
                    ImmutableMap.of("disk", id("a"), "mail", id("b")),
                    null,
                    exits("c")),
            "a", last(),
            "b", last(),
            "c", last());

    assertThat(new Played(main(nodes, kind("mail"))).waiting()).containsExactly("b");
    assertThat(new Played(main(nodes, kind("web"))).waiting()).containsExactly("c");
    var unknown = new Played(main(nodes, kind(null)));
    assertThat(unknown.waiting()).containsExactly("switch");
    assertThat(unknown.decide("switch", "disk").waiting()).containsExactly("a");
    assertThat(new Played(main(nodes, kind(null))).decide("switch", "otherwise").waiting())
        .containsExactly("c");
  }

  @Test
  void refuses_a_value_that_a_variable_does_not_take() {
    var played =
        new Played(
            main(
                ImmutableMap.of("a", last()),
                new Variable("n", Variable.Type.NUMBER, null, false, false),
                new Variable("fixed", Variable.Type.TEXT, "x", true, false)));

    assertThat(
            List.of(set(played, "n", "many"), set(played, "fixed", "y"), set(played, "other", "z")))
        .containsExactly(
            "$n takes a NUMBER only", "$fixed is constant", "no variable $other in playbook main");
    played.done("a");
    assertThat(set(played, "n", "1")).isEqualTo("no playbook runs");
  }

  @Test
  void a_called_playbook_gets_what_it_is_handed_and_has_variables_of_its_own() {
    var called =
        playbook(
            "called",
            ImmutableMap.of(
                "if", new Node.If(known("$n > 5"), id("x"), id("y"), exits(null)),
                "x", last(),
                "y", last()),
            new Variable("n", Variable.Type.NUMBER, "0", false, true));
    var main =
        main(
            ImmutableMap.of("a", then("call"), "call", call("called", null)),
            new Variable("n", Variable.Type.NUMBER, "7", false, false));

    assertThat(new Played(main, called).done("a").waiting()).containsExactly("x");
    var changed = new Played(main, called);
    changed.accept(HANDLER, new PlaybookRequest.SetVariable("n", "3"));
    assertThat(changed.done("a").waiting()).containsExactly("y");
  }

  @Test
  void repeats_a_branch_for_each_asset_also_for_one_that_is_found_meanwhile() {
    var playbook =
        main(
            ImmutableMap.of(
                "wait", then("each"),
                "each", new Node.ForEachAsset(AssetKind.HOST, id("clean"), exits("report")),
                "clean", then("test"),
                "test", last(),
                "report", last()));
    var played = new Played(playbook);
    host(played, "h-1");
    host(played, "h-2");
    played.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId("bob"), AssetKind.ACCOUNT));
    played.done("wait");
    assertThat(played.waiting()).containsExactly("clean", "clean");
    assertThat(codes(played.refuse(HANDLER, done("clean")))).containsExactly("playbook.one-meant");
    host(played, "h-3");
    assertThat(played.run().waiting())
        .extracting(each -> String.valueOf(played.run().assetOf(each)))
        .containsExactly("h-1", "h-2", "h-3");

    for (Execution each : played.run().waiting()) {
      played.accept(HANDLER, new PlaybookRequest.CompleteStep(id("clean"), "clean", each.id()));
    }
    assertThat(played.waiting()).containsExactly("test", "test", "test");
    for (Execution each : played.run().waiting()) {
      played.accept(HANDLER, new PlaybookRequest.CompleteStep(id("test"), "fine", each.id()));
    }
    assertThat(played.waiting()).containsExactly("report");
    assertThat(new Played(playbook).done("wait").waiting()).containsExactly("report");
  }

  @Test
  void reaches_milestones_on_the_way() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "start", new Node.Start(id("m")),
                    "m", new Node.Milestone("All hosts are known", id("a")),
                    "a", last())));
    assertThat(played.waiting()).containsExactly("a");
    assertThat(played.incident().steps().milestones()).containsExactly(id("m"));
  }

  @Test
  void a_step_that_is_not_done_in_time_has_failed() {
    var slow = Played.step("a").within(Duration.ofHours(1));
    var playbook =
        new Playbook(
                new PlaybookId("main"),
                "Main",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(slow, Played.step("b")))
            .withFlow(
                new Flow(
                    id("a"),
                    ImmutableMap.of(
                        id("a"), new Node.Do(new Exits(null, id("b"))), id("b"), last()),
                    null));
    var played = new Played(playbook);
    assertThat(played.response.nextDue(Tenant.SINGLE))
        .contains(Ransomware.START.plus(Duration.ofHours(1)));
    assertThat(
            codes(
                played.refuse(
                    Actor.ENGINE,
                    new PlaybookRequest.TimeOutStep(id("a"), new ExecutionNumber(2)))))
        .containsExactly("playbook.due");
    played.clock.pass("PT1H");
    played.response.wake(Tenant.SINGLE);

    assertThat(played.waiting()).containsExactly("b");
    assertThat(played.response.nextDue(Tenant.SINGLE)).isEmpty();
  }

  @Test
  void an_action_does_the_step_it_was_planned_for_or_fails_it() {
    var isolate =
        new Step(
            id("a"),
            Phase.IDENTIFICATION,
            "Isolate",
            HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            null,
            0);
    var playbook =
        new Playbook(
                new PlaybookId("main"),
                "Main",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(isolate, Played.step("b"), Played.step("c")))
            .withFlow(
                new Flow(
                    id("a"),
                    ImmutableMap.of(
                        id("a"),
                        new Node.Do(new Exits(id("b"), id("c"))),
                        id("b"),
                        last(),
                        id("c"),
                        last()),
                    null));
    var action = new ActionId("one");
    var plan = new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "h-1", id("a"));

    var good = new Played(playbook);
    good.accept(HANDLER, plan);
    good.accept(HANDLER, new ActionRequest.Start(action));
    good.accept(HANDLER, new ActionRequest.Succeed(action, "off the net"));
    assertThat(good.waiting()).containsExactly("b");
    var bad = new Played(playbook);
    bad.accept(HANDLER, plan);
    bad.accept(HANDLER, new ActionRequest.Start(action));
    bad.accept(HANDLER, new ActionRequest.Fail(action, "no route"));
    assertThat(bad.waiting()).containsExactly("c");
    var early = new Played(main(ImmutableMap.of("x", then("a"), "a", last())));
    assertThat(
            codes(
                early.refuse(
                    HANDLER, new ActionRequest.Plan(action, ActionType.COLLECT, "h-1", id("a")))))
        .contains("guard.step-ready");
  }

  @Test
  void a_lead_adds_a_step_that_may_be_done_and_need_not() {
    var played = new Played(LINE);
    var add = new PlaybookRequest.AddStep(id("call"), Phase.CONTAINMENT, "Call the bank", HANDLING);

    assertThat(codes(played.refuse(HANDLER, add))).containsExactly("policy.role-table");
    assertThat(
            codes(
                played.refuse(
                    MANAGER,
                    new PlaybookRequest.AddStep(id("a"), Phase.CONTAINMENT, "x", HANDLING))))
        .containsExactly("playbook.new-step");
    played.accept(MANAGER, add);
    assertThat(codes(played.refuse(MANAGER, add))).containsExactly("playbook.new-step");
    played.done("call");
    assertThat(played.incident().steps().hasSettled(id("call"))).isTrue();
    assertThat(played.waiting()).containsExactly("a");
  }

  @Test
  void only_mandatory_steps_that_may_still_come_keep_a_phase() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "if", new Node.If(asked("Is it so?"), id("a"), id("b"), exits("c")),
                    "a", last(),
                    "b", last(),
                    "c", last())));
    played.accept(HANDLER, new TriageRequest.Declare("the criterion"));
    assertThat(missing(played)).hasSize(3);
    played.decide("if", "yes");
    assertThat(missing(played))
        .containsExactly(
            "step a (Do a) is neither done nor waived", "step c (Do c) is neither done nor waived");
    played.done("a", "c");
    played.accept(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
  }

  @Test
  void a_mandatory_step_whose_turn_has_not_come_may_be_waived_but_not_done() {
    var played = new Played(LINE);
    played.accept(HANDLER, new TriageRequest.Declare("the criterion"));

    assertThat(played.refuse(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT)))
        .extracting(each -> each.remedies().size())
        .containsExactly(2, 1, 1);
  }

  @Test
  void a_run_that_failed_leaves_its_mandatory_steps_to_be_waived() {
    var played = new Played(LINE).fail("a");
    played.accept(HANDLER, new TriageRequest.Declare("the criterion"));

    assertThat(missing(played)).hasSize(3);
    for (String step : List.of("a", "b", "c")) {
      played.accept(MANAGER, new PlaybookRequest.WaiveStep(id(step), "done by hand"));
    }
    played.accept(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
  }

  @Test
  void ends_with_the_incident_and_begins_anew_with_it() {
    var played = new Played(LINE);
    played.accept(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a test file"));
    played.accept(MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "nothing happened"));
    assertThat(played.run().outcome()).isEqualTo(Run.Outcome.STOPPED);
    played.accept(MANAGER, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "it did"));
    assertThat(played.waiting()).containsExactly("a");
  }

  @Test
  void without_a_flow_a_step_waits_only_for_those_before_it() {
    var played =
        new Played(
            new Playbook(
                new PlaybookId("main"),
                "Main",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(
                    Played.step("a"),
                    Played.step("b").after(id("a")),
                    Played.step("c").after(id("b")))));
    assertThat(played.refuse(HANDLER, done("c")))
        .containsExactly(
            GuardCondition.STEP_READY
                .unmet("step c waits for step a of handler")
                .or(
                    new Remedy.Act(
                        new PlaybookRequest.CompleteStep(id("a"), "what was done"),
                        Remedy.Asker.holding(ImmutableList.of(HANDLING)))));
    played.done("a", "b", "c");
    assertThat(played.run().running()).isFalse();
  }

  @Test
  void tells_what_happened_in_order() {
    var played =
        new Played(
            main(
                ImmutableMap.of(
                    "if",
                    new Node.If(known("assets = 0"), id("a"), null, exits("end")),
                    "a",
                    last(),
                    "end",
                    END)));
    played.done("a");
    assertThat(played.journal.read(Played.ID.stream(), 3))
        .extracting(Event::fact)
        .containsExactly(
            new PlaybookFact.Started(new PlaybookId("main"), new ExecutionNumber(1)),
            new PlaybookFact.BranchTaken(
                id("if"), new ExecutionNumber(2), new ExecutionNumber(1), "yes", "assets = 0"),
            new PlaybookFact.StepReady(
                id("a"), new ExecutionNumber(3), new ExecutionNumber(2), HANDLING, null),
            new PlaybookFact.StepDone(id("a"), "done", new ExecutionNumber(3)),
            new PlaybookFact.Left(id("if"), new ExecutionNumber(2), false, null),
            new PlaybookFact.Ended(
                new PlaybookId("main"), Run.Outcome.COMPLETED, "it came to its end"));
  }

  private static Exits to(String good, String bad) {
    return new Exits(id(good), id(bad));
  }

  private static Node call(String playbook, String next) {
    return new Node.Call(new PlaybookId(playbook), exits(next));
  }

  private static Variable kind(String value) {
    return new Variable("kind", Variable.Type.TEXT, value, false, false);
  }

  private static void host(Played played, String name) {
    played.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId(name), AssetKind.HOST));
  }

  private static String set(Played played, String name, String value) {
    return played.refuse(HANDLER, new PlaybookRequest.SetVariable(name, value)).get(0).message();
  }

  private static PlaybookRequest done(String step) {
    return new PlaybookRequest.CompleteStep(id(step), "done");
  }

  private static List<String> missing(Played played) {
    return played.refuse(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT)).stream()
        .map(Rejection::message)
        .toList();
  }

  private static List<String> codes(List<Rejection> rejections) {
    return rejections.stream().map(Rejection::code).toList();
  }
}
