package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.ACKNOWLEDGE;
import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.CONFIRM;
import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static dev.firebreak.lifecycle.Ransomware.TELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commands through the whole engine; long, since one incident is the way to most of its rules. */
class IncidentResponseTest {
  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final Viewer VIEWER = Viewer.of(MANAGER);
  private static final ActionId ACTION = new ActionId("a-1");
  private static final AssetId HOST = new AssetId("web-1");

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<Decision> told = new ArrayList<>();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock)
          .journal(journal)
          .listener((command, decision) -> told.add(decision))
          .build();

  @Test
  void refuses_everything_but_opening_when_there_is_no_incident() {
    assertThat(refusal(HANDLER, new TriageRequest.Acknowledge())).containsExactly("incident.open");
    assertThat(refusal(MANAGER, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "why")))
        .containsExactly("incident.open");
    assertThat(response.incident(ID, VIEWER)).isEmpty();
    assertThat(response.incidents(VIEWER)).isEmpty();
  }

  @Test
  void refuses_to_open_twice() {
    open();
    assertThat(refusal(HANDLER, new IncidentRequest.Open("again"))).containsExactly("incident.new");
  }

  @Test
  void refuses_to_record_what_has_not_happened_yet() {
    open();
    var tomorrow = clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC);
    var decision =
        response.submit(command("c-1", HANDLER, tomorrow, new TriageRequest.Acknowledge()));
    assertThat(codes(decision)).containsExactly("incident.not-ahead");
  }

  @Test
  void tells_every_reason_at_once() {
    open();
    submit(HANDLER, new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", ISOLATE));

    assertThat(refusal(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT)))
        .containsExactly("guard.declared", "guard.actions-finished", "policy.mandatory-steps");
  }

  @Test
  void refuses_containment_until_the_mandatory_step_is_settled() {
    open();
    submit(HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    submit(MANAGER, new TriageRequest.Declare("files are encrypted"));
    var refused = refused(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));

    assertThat(refused.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("policy.mandatory-steps");
              assertThat(rejection.message()).contains("confirm (Confirm the encryption)");
              assertThat(rejection.remedies()).hasSize(2);
            });
    for (Remedy remedy : refused.rejections().get(0).remedies()) {
      assertThat(remedy).isInstanceOf(Remedy.Act.class);
    }

    submit(MANAGER, new PlaybookRequest.WaiveStep(CONFIRM, "seen by everybody"));
    submit(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    assertThat(incident().progress().phase()).isEqualTo(Phase.CONTAINMENT);
  }

  @Test
  void lets_only_entitled_roles_waive_skip_close_and_reopen() {
    open();
    assertThat(refusal(HANDLER, new PlaybookRequest.WaiveStep(CONFIRM, "no time")))
        .containsExactly("guard.entitled");
    submit(HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    submit(HANDLER, new PlaybookRequest.CompleteStep(CONFIRM, "looked"));
    submit(MANAGER, new PlaybookRequest.WaiveStep(ISOLATE, "no host is left"));
    assertThat(refusal(HANDLER, new PhaseRequest.Enter(Phase.RECOVERY, "nothing to contain")))
        .containsExactly("guard.entitled");
    submit(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a drill"));
    var close = new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a drill");
    assertThat(refusal(HANDLER, close)).containsExactly("guard.entitled");
    submit(DEPUTY, close);
    var reopen = new PhaseRequest.Reopen(Phase.IDENTIFICATION, "it was none");
    assertThat(refusal(HANDLER, reopen)).containsExactly("guard.entitled");
    submit(DEPUTY, reopen);
    assertThat(incident().progress().episodes()).hasSize(2);
  }

  @Test
  void offers_no_remedy_where_no_role_is_entitled() {
    var plan = Ransomware.plan("2").roles(ImmutableList.of()).playbooks().build();
    var nobody = IncidentResponse.under(plan, clock).build();
    nobody.submit(ID, HANDLER, new IncidentRequest.Open("odd"));
    var close =
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "crisis team", Handover.to("the crisis team"));
    var refused = (Decision.Refused) nobody.submit(ID, HANDLER, close);
    assertThat(refused.rejections())
        .filteredOn(rejection -> rejection.condition() != GuardCondition.DUTIES_COVERED)
        .hasSize(2)
        .allSatisfy(rejection -> assertThat(rejection.remedies()).isEmpty());
  }

  @Test
  void ends_without_response_only_by_the_verdict() {
    open();
    var close = new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "nothing");
    assertThat(refusal(MANAGER, close)).containsExactly("guard.verdict-fits");
    submit(HANDLER, new TriageRequest.Judge(Verdict.TRUE_POSITIVE, "real"));
    assertThat(refusal(MANAGER, close)).containsExactly("guard.verdict-fits");
    submit(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "not real"));
    submit(MANAGER, close);
    assertThat(incident().progress().disposition()).isEqualTo(Disposition.FALSE_POSITIVE);
    assertThat(refusal(HANDLER, new TriageRequest.Acknowledge())).containsExactly("incident.open");
  }

  @Test
  void refuses_the_requester_and_takes_the_second_person() {
    open();
    submit(MANAGER, new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", ISOLATE));
    assertThat(refusal(STRANGER, new ActionRequest.Approve(ACTION)))
        .containsExactly("action.approver-has-role", "policy.role-table");
    assertThat(refusal(MANAGER, new ActionRequest.Approve(ACTION)))
        .containsExactly("policy.separation-of-duties");
    submit(DEPUTY, new ActionRequest.Approve(ACTION));
    assertThat(incident().actions().find(ACTION).orElseThrow().status())
        .isEqualTo(ActionStatus.READY);
  }

  @Test
  void knows_only_the_steps_of_the_plan() {
    open();
    var other = new StepId("dance");
    assertThat(refusal(HANDLER, new PlaybookRequest.CompleteStep(other, "done")))
        .containsExactly("guard.step-known");
    assertThat(refusal(MANAGER, new PlaybookRequest.WaiveStep(other, "why")))
        .containsExactly("guard.step-known");
    assertThat(refusal(HANDLER, plan(ActionType.REBUILD, ISOLATE)))
        .containsExactly("guard.step-known");
    assertThat(refusal(HANDLER, plan(ActionType.REBUILD, other)))
        .containsExactly("guard.step-known");
    submit(HANDLER, plan(ActionType.REBUILD, null));
  }

  @Test
  void demands_every_asset_to_be_handled_also_one_found_late() {
    openAndContain();
    submit(HANDLER, new ScopeRequest.AddAsset(HOST, "host"));
    assertThat(refusal(HANDLER, PhaseRequest.Enter.next(Phase.ERADICATION)))
        .containsExactly("guard.assets-handled");
    advance(HOST, AssetState.CONTAINED);
    submit(HANDLER, PhaseRequest.Enter.next(Phase.ERADICATION));

    var late = new AssetId("db-1");
    submit(HANDLER, new ScopeRequest.AddAsset(late, "host"));
    advance(HOST, AssetState.ERADICATED);
    var refused = refused(HANDLER, PhaseRequest.Enter.next(Phase.RECOVERY));
    assertThat(refused.message())
        .isEqualTo("guard.assets-handled: db-1 is AFFECTED and not ERADICATED");
    advance(late, AssetState.CONTAINED);
    advance(late, AssetState.ERADICATED);
    submit(HANDLER, PhaseRequest.Enter.next(Phase.RECOVERY));
  }

  @Test
  void going_back_asks_for_a_reason_and_nothing_else() {
    openAndContain();
    submit(HANDLER, new ScopeRequest.AddAsset(HOST, "host"));
    assertThat(refusal(HANDLER, new PhaseRequest.Enter(Phase.IDENTIFICATION, null)))
        .containsExactly("phase.reason-given");
    submit(HANDLER, new PhaseRequest.Enter(Phase.IDENTIFICATION, "another host"));
    assertThat(refusal(HANDLER, PhaseRequest.Enter.next(Phase.IDENTIFICATION)))
        .contains("phase.reachable");
  }

  @Test
  void closes_a_major_incident_only_after_its_review() {
    reachPostIncident();
    submit(HANDLER, new SeverityRequest.Assess(impact(FunctionalImpact.HIGH)));
    var close = new PhaseRequest.Close(Disposition.RESOLVED, "all done");
    assertThat(refusal(MANAGER, close)).containsExactly("guard.review-held");
    var answers = ImmutableMap.of(ReviewQuestion.TOOLS, "a sandbox");
    submit(MANAGER, new ReviewRequest.Hold(ImmutableSet.of(MANAGER, HANDLER), answers, "phishing"));
    submit(MANAGER, close);
    assertThat(incident().progress().open()).isFalse();
  }

  @Test
  void closes_a_minor_incident_without_review_but_one_of_unknown_severity_not() {
    reachPostIncident();
    var close = new PhaseRequest.Close(Disposition.RESOLVED, "all done");
    assertThat(refusal(MANAGER, close)).containsExactly("guard.review-held");
    submit(HANDLER, new SeverityRequest.Assess(impact(FunctionalImpact.LOW)));
    submit(MANAGER, close);
  }

  @Test
  void closes_as_resolved_only_when_every_mandatory_step_is_settled() {
    open();
    var close = new PhaseRequest.Close(Disposition.RESOLVED, "all done");
    assertThat(refusal(MANAGER, close))
        .containsExactly("phase.ends-so", "guard.review-held", "policy.mandatory-steps");
    submit(HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    assertThat(refusal(MANAGER, close))
        .containsExactly(
            "phase.ends-so",
            "guard.review-held",
            "policy.mandatory-steps",
            "policy.mandatory-steps");
    assertThat(refusal(MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "none")))
        .doesNotContain("policy.mandatory-steps");
  }

  @Test
  void overrules_a_severity_only_with_a_level_of_the_plan() {
    open();
    assertThat(refusal(MANAGER, new SeverityRequest.Overrule(new Severity("high", 7), "I say so")))
        .containsExactly("severity.known-level");
    submit(MANAGER, new SeverityRequest.Overrule(new Severity("high", 2), "the press knows"));
    assertThat(incident().assessment().severity()).isEqualTo(new Severity("high", 2));
  }

  @Test
  void runs_clocks_from_their_trigger_to_their_end() {
    open();
    clock.pass("PT20M");
    submit(HANDLER, new TriageRequest.Acknowledge());
    assertThat(clockOf(ACKNOWLEDGE).statusAt(clock.instant())).isEqualTo(Clock.Status.MISSED);

    submit(MANAGER, new TriageRequest.Declare("files are encrypted"));
    var due = clock.instant().plusSeconds(72 * 3600);
    assertThat(clockOf(TELL).due()).isEqualTo(due);
    submit(MANAGER, notice(Audience.MEDIA));
    assertThat(clockOf(TELL).running()).isTrue();
    clock.pass("PT72H");
    submit(MANAGER, notice(Audience.REGULATOR));
    assertThat(clockOf(TELL).statusAt(clock.instant())).isEqualTo(Clock.Status.MET);
  }

  @Test
  void starts_a_clock_of_a_category_when_that_is_known_from_the_earlier_trigger() {
    var plan =
        Ransomware.plan("2")
            .obligations(
                Ransomware.obligation(
                    ACKNOWLEDGE, Milestone.OPENED, "PT15M", Milestone.ACKNOWLEDGED, null, CATEGORY),
                Ransomware.obligation(
                    TELL,
                    Milestone.OPENED,
                    "PT72H",
                    Milestone.NOTIFIED,
                    Audience.REGULATOR,
                    CATEGORY))
            .build();
    var engine = IncidentResponse.under(plan, clock).journal(journal).build();
    var opened = clock.instant();
    engine.submit(ID, HANDLER, new IncidentRequest.Open("files"));
    clock.pass("PT5M");
    engine.submit(ID, HANDLER, new TriageRequest.Acknowledge());
    var acknowledged = clock.instant();
    engine.submit(ID, HANDLER, notice(Audience.REGULATOR));
    clock.pass("PT5M");
    assertThat(engine.incident(ID, VIEWER).orElseThrow().clocks().byObligation()).isEmpty();
    engine.submit(ID, HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));

    var clocks = engine.incident(ID, VIEWER).orElseThrow().clocks();
    assertThat(clocks.find(ACKNOWLEDGE).orElseThrow().started()).isEqualTo(opened);
    assertThat(clocks.find(ACKNOWLEDGE).orElseThrow().stopped()).isEqualTo(acknowledged);
    assertThat(clocks.find(TELL).orElseThrow().stopped()).isEqualTo(acknowledged);
  }

  @Test
  void starts_a_clock_of_a_category_once_when_that_category_is_found_late() {
    var plan =
        Ransomware.plan("2")
            .obligations(
                Ransomware.obligation(
                    TELL,
                    Milestone.CLASSIFIED,
                    "PT72H",
                    Milestone.NOTIFIED,
                    Audience.REGULATOR,
                    CATEGORY))
            .build();
    var engine = IncidentResponse.under(plan, clock).journal(journal).build();
    engine.submit(ID, HANDLER, new IncidentRequest.Open("files"));
    engine.submit(ID, HANDLER, new TriageRequest.Classify(new Category("phishing"), "a mail"));
    assertThat(engine.incident(ID, VIEWER).orElseThrow().clocks().byObligation()).isEmpty();
    var found = clock.pass("PT5M");
    var classify = new TriageRequest.Classify(CATEGORY, "files are encrypted");
    var accepted = (Decision.Accepted) engine.submit(ID, HANDLER, classify);
    assertThat(accepted.events()).filteredOn(e -> e.type().equals("obligation.started")).hasSize(1);
    assertThat(
            engine.incident(ID, VIEWER).orElseThrow().clocks().find(TELL).orElseThrow().started())
        .isEqualTo(found);
  }

  @Test
  void does_not_start_a_clock_again_when_its_trigger_recurs() {
    var plan =
        Ransomware.plan("2")
            .obligations(
                Ransomware.obligation(
                    TELL, Milestone.CLASSIFIED, "PT72H", Milestone.NOTIFIED, Audience.REGULATOR))
            .build();
    var engine = IncidentResponse.under(plan, clock).journal(journal).build();
    var opened = clock.instant();
    engine.submit(ID, HANDLER, new IncidentRequest.Open("files"));
    engine.submit(ID, HANDLER, new TriageRequest.Classify(new Category("phishing"), "a mail"));
    clock.pass("PT5M");
    engine.submit(ID, HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    var tell = engine.incident(ID, VIEWER).orElseThrow().clocks().find(TELL).orElseThrow();
    assertThat(tell.started()).isEqualTo(opened);
  }

  @Test
  void keeps_the_time_and_the_offset_that_the_source_told() {
    open();
    clock.pass("PT1H");
    var told = OffsetDateTime.parse("2026-11-02T02:30:00+01:00");
    var accepted = accepted(command("c-1", HANDLER, told, new TriageRequest.Acknowledge()));
    var stamp = accepted.events().get(0).stamp();
    assertThat(stamp.occurredAtSource()).isEqualTo(told);
    assertThat(stamp.recorded()).isEqualTo(clock.instant());
  }

  @Test
  void answers_an_accepted_command_again_with_what_it_did() {
    open();
    var command = command("c-1", HANDLER, null, new TriageRequest.Acknowledge());
    var first = accepted(command);
    var events = journal.read(ID.stream(), 0).size();
    var again = accepted(command);
    assertThat(again.repeated()).isTrue();
    assertThat(again.events()).isEqualTo(first.events()).isNotEmpty();
    assertThat(journal.read(ID.stream(), 0)).hasSize(events);

    var restarted = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
    assertThat(((Decision.Accepted) restarted.submit(command)).repeated()).isTrue();
  }

  @Test
  void lets_a_refused_command_be_sent_again() {
    open();
    var command = command("c-1", HANDLER, null, new ActionRequest.Start(ACTION));
    assertThat(codes(response.submit(command))).containsExactly("action.known");
    assertThat(journal.read(ID.stream(), 0)).hasSize(events());
    submit(HANDLER, plan(ActionType.PATCH, null));
    assertThat(accepted(command).repeated()).isFalse();
  }

  @Test
  void takes_a_command_with_nothing_to_do() {
    open();
    var classify = new TriageRequest.Classify(CATEGORY, "files are encrypted");
    submit(HANDLER, classify);
    assertThat(accepted(command("c-9", HANDLER, null, classify)).events()).isEmpty();
  }

  @Test
  void does_not_let_callers_choose_the_ids_that_it_gives() {
    var command = command("event:1", HANDLER, null, new TriageRequest.Acknowledge());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> response.submit(command))
        .withMessage("command id event:1 is not for choosing");
  }

  @Test
  void two_engines_on_one_journal_see_each_others_work() {
    open();
    var other = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
    other.submit(ID, HANDLER, new TriageRequest.Acknowledge());
    assertThat(refusal(MANAGER, new TriageRequest.Acknowledge()))
        .containsExactly("triage.not-acknowledged");
    var command = command("c-1", HANDLER, null, new TriageRequest.Declare("x"));
    assertThat(accepted(command).repeated()).isFalse();
    assertThat(((Decision.Accepted) other.submit(command)).repeated()).isTrue();
  }

  @Test
  void keeps_tenants_apart() {
    open();
    var stranger = new Viewer(new Tenant("other"), MANAGER);
    assertThat(response.incident(ID, stranger)).isEmpty();
    assertThat(response.record(ID, stranger)).isEmpty();
    assertThat(response.incidents(stranger)).isEmpty();
    var theirs = new IncidentId(new Tenant("other"), "inc-1");
    response.submit(theirs, HANDLER, new IncidentRequest.Open("theirs"));
    assertThat(response.incidents(VIEWER)).hasSize(1);
    assertThat(response.incidents(stranger))
        .singleElement()
        .satisfies(incident -> assertThat(incident.origin().title()).isEqualTo("theirs"));
  }

  @Test
  void takes_no_commands_for_an_incident_that_it_does_not_fully_understand() {
    open();
    var next = events() + 1;
    var stamp = new Stamp(next, MANAGER, clock.instant(), ZoneOffset.UTC, clock.instant());
    var unknown =
        new Event(
            ID.stream(), new CommandId("c-0"), stamp, new UnknownFact("action.teleported", "{}"));
    journal.append(ImmutableList.of(new Append(ID.stream(), next - 1, ImmutableList.of(unknown))));

    assertThat(refusal(HANDLER, new TriageRequest.Acknowledge()))
        .containsExactly("incident.readable");
    assertThat(response.record(ID, VIEWER).orElseThrow().history()).last().isEqualTo(unknown);
  }

  @Test
  void keeps_the_plan_version_that_an_incident_started_with() {
    open();
    var newer = Ransomware.plan("2").build();
    var upgraded =
        IncidentResponse.under(newer, clock).journal(journal).earlier(Ransomware.plan()).build();
    upgraded.submit(ID, HANDLER, new TriageRequest.Acknowledge());
    assertThat(upgraded.incident(ID, VIEWER).orElseThrow().origin().plan())
        .isEqualTo(Ransomware.plan().version());

    var forgetful = IncidentResponse.under(newer, clock).journal(journal).build();
    assertThat(codes(forgetful.submit(ID, HANDLER, new TriageRequest.Declare("x"))))
        .containsExactly("incident.plan-at-hand");
  }

  @Test
  void tells_listeners_of_refusals_too_and_survives_one_that_throws() {
    var engine =
        IncidentResponse.under(Ransomware.plan(), clock)
            .listener(
                (command, decision) -> {
                  throw new IllegalStateException("listener");
                })
            .listener((command, decision) -> told.add(decision))
            .build();
    engine.submit(ID, HANDLER, new TriageRequest.Acknowledge());
    engine.submit(ID, HANDLER, new IncidentRequest.Open("x"));
    assertThat(told).extracting(Decision::accepted).containsExactly(false, true);
  }

  @Test
  void lets_what_a_policy_throws_stop_the_command() {
    CommandPolicy broken =
        context -> {
          throw new IllegalStateException("no answer");
        };
    var engine =
        IncidentResponse.under(Ransomware.plan(), clock)
            .journal(journal)
            .policies(Policies.STANDARD.withCommand(broken))
            .build();
    assertThatThrownBy(() -> engine.submit(ID, HANDLER, new IncidentRequest.Open("x")))
        .hasMessage("no answer");
    assertThat(journal.read(ID.stream(), 0)).isEmpty();
  }

  @Test
  void gives_roles_in_one_incident_beside_those_of_the_plan() {
    open();
    submit(MANAGER, new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", ISOLATE));
    submit(MANAGER, new PeopleRequest.Assign(Ransomware.MANAGING, STRANGER));
    submit(STRANGER, new ActionRequest.Approve(ACTION));
  }

  private void open() {
    submit(HANDLER, new IncidentRequest.Open("Files are encrypted"));
  }

  private void openAndContain() {
    open();
    submit(HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    submit(MANAGER, new TriageRequest.Declare("files are encrypted"));
    submit(HANDLER, new PlaybookRequest.CompleteStep(CONFIRM, "looked"));
    submit(MANAGER, new PlaybookRequest.WaiveStep(ISOLATE, "no host is left"));
    submit(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
  }

  private void reachPostIncident() {
    openAndContain();
    submit(HANDLER, PhaseRequest.Enter.next(Phase.ERADICATION));
    submit(HANDLER, PhaseRequest.Enter.next(Phase.RECOVERY));
    submit(HANDLER, PhaseRequest.Enter.next(Phase.POST_INCIDENT));
  }

  private void advance(AssetId asset, AssetState to) {
    submit(HANDLER, new ScopeRequest.Advance(asset, to, "by hand"));
  }

  private static ActionRequest.Plan plan(ActionType type, @Nullable StepId step) {
    return new ActionRequest.Plan(ACTION, type, "web-1", step);
  }

  private static CommunicationRequest notice(Audience audience) {
    return new CommunicationRequest.Notify(audience, "them", "it happened", null);
  }

  private static Impact impact(FunctionalImpact functional) {
    return new Impact(functional, InformationImpact.NONE, Recoverability.REGULAR);
  }

  private static Command command(
      String id, Actor actor, @Nullable OffsetDateTime occurred, Request<?> request) {
    return new Command(new CommandId(id), ID, actor, occurred, request);
  }

  private Decision.Accepted accepted(Command command) {
    var decision = response.submit(command);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return (Decision.Accepted) decision;
  }

  private void submit(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).as("%s by %s", request, actor).isInstanceOf(Decision.Accepted.class);
  }

  private Decision.Refused refused(Actor actor, Request<?> request) {
    long before = events();
    var decision = response.submit(ID, actor, request);
    assertThat(decision).as("%s by %s", request, actor).isInstanceOf(Decision.Refused.class);
    assertThat(events()).isEqualTo(before);
    assertThat(told).last().isEqualTo(decision);
    return (Decision.Refused) decision;
  }

  private List<String> refusal(Actor actor, Request<?> request) {
    return codes(refused(actor, request));
  }

  private static List<String> codes(Decision decision) {
    return ((Decision.Refused) decision).rejections().stream().map(Rejection::code).toList();
  }

  private int events() {
    return journal.read(ID.stream(), 0).size();
  }

  private Incident incident() {
    return response.incident(ID, VIEWER).orElseThrow();
  }

  private Clock clockOf(ObligationId id) {
    return incident().clocks().find(id).orElseThrow();
  }
}
