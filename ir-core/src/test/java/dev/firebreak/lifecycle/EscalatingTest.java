package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.people.Ask;
import dev.firebreak.people.Authority;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who is asked to take an incident on, and who next, and roles that go from hand to hand. */
class EscalatingTest {
  private static final Actor ADA = Duties.ADA;
  private static final Actor HUGH = new Actor("hugh");
  private static final Role HANDLER = new Role("handler");
  private static final Role MANAGER = new Role("manager");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final TestClock clock = new TestClock();
  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse engine =
      IncidentResponse.under(plan(), clock).notifier(sent::add).build();
  private final Instant start = clock.instant();

  private static ResponsePlan plan() {
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), Duties.LEVELS.get(0));
    return ResponsePlan.builder("ladder", "1")
        .severity(new SeverityMatrix(Duties.LEVELS, ImmutableList.of(row)), Duties.LEVELS.get(2))
        .levelRules(
            new LevelRule(
                Duties.LEVELS.get(2), ImmutableSet.of(MANAGER), ImmutableSet.<Audience>of()))
        .roles(role(MANAGER, RoleKind.INCIDENT_MANAGER, ADA), role(HANDLER, RoleKind.HANDLER, HUGH))
        .escalation(
            ImmutableList.of(
                new EscalationLevel(HANDLER, QUARTER),
                new EscalationLevel(MANAGER, Duration.ofMinutes(30))))
        .build();
  }

  private static RoleDefinition role(Role role, RoleKind kind, Actor holder) {
    return new RoleDefinition(
        role, kind, holder, ImmutableList.of(), ImmutableSet.copyOf(Authority.values()));
  }

  private Decision asks(Actor actor, Request<?> request) {
    return engine.submit(Duties.ID, actor, request);
  }

  private void does(Actor actor, Request<?> request) {
    var decision = asks(actor, request);
    assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
  }

  private List<String> refusal(Actor actor, Request<?> request) {
    return ((Decision.Refused) asks(actor, request))
        .rejections().stream().map(rejection -> rejection.code()).toList();
  }

  private void open() {
    does(HUGH, new IncidentRequest.Open("files"));
  }

  private Incident incident() {
    return engine.incident(Duties.ID, Viewer.of(ADA)).orElseThrow();
  }

  private Ask asked() {
    return Objects.requireNonNull(incident().team().asked());
  }

  private List<String> history(String prefix) {
    return engine.record(Duties.ID, Viewer.of(ADA)).orElseThrow().history().stream()
        .map(event -> event.type())
        .filter(type -> type.startsWith(prefix))
        .toList();
  }

  private void wakeAfter(String duration) {
    clock.pass(duration);
    engine.wake(Tenant.SINGLE);
  }

  @Test
  void asks_the_next_not_before_the_time_to_answer_is_up() {
    open();
    assertThat(asked()).isEqualTo(new Ask(HANDLER, 1, start.plus(QUARTER), 3));
    assertThat(engine.nextDue(Tenant.SINGLE)).contains(start.plus(QUARTER));
    wakeAfter("PT14M59S");
    assertThat(asked().level()).isEqualTo(1);
    assertThat(refusal(Actor.ENGINE, new PeopleRequest.Escalate(1)))
        .containsExactly("people.unanswered");
    assertThat(refusal(HUGH, new PeopleRequest.Escalate(1)))
        .contains("people.unanswered", "policy.role-table");
    wakeAfter("PT1S");
    assertThat(asked().role()).isEqualTo(MANAGER);
    assertThat(asked().answerBy()).isEqualTo(start.plus(Duration.ofMinutes(45)));
  }

  @Test
  void records_that_nobody_answered_once_and_asks_nobody_more() {
    open();
    wakeAfter("PT15M");
    wakeAfter("PT30M");
    wakeAfter("PT30M");
    assertThat(history("people."))
        .containsExactly("people.asked", "people.escalated", "people.asking-ended");
    assertThat(incident().nextDue()).isNull();
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(Reason.CALLED, Reason.ANSWER_AWAITED, Reason.ESCALATED, Reason.UNANSWERED);
    assertThat(sent.get(2).people()).containsExactly(ADA);
  }

  @Test
  void a_late_waking_delays_the_ladder_and_skips_no_level() {
    open();
    wakeAfter("PT5H");
    assertThat(asked().role()).isEqualTo(MANAGER);
    assertThat(asked().answerBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void counts_from_when_the_asking_was_recorded_and_not_from_when_it_happened() {
    var hourAgo = start.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
    var open = new IncidentRequest.Open("files");
    engine.submit(new Command(new CommandId("c"), Duties.ID, HUGH, hourAgo, open));
    engine.wake(Tenant.SINGLE);
    assertThat(asked().level()).isEqualTo(1);
    assertThat(asked().answerBy()).isEqualTo(start.plus(QUARTER));
  }

  @Test
  void ends_with_an_acknowledgement_or_with_closing() {
    open();
    does(HUGH, new TriageRequest.Acknowledge());
    assertThat(incident().team().asked()).isNull();
    wakeAfter("PT1H");
    assertThat(history("people.")).containsExactly("people.asked", "people.asking-ended");
  }

  @Test
  void closing_an_incident_ends_it_and_reopening_begins_it_anew() {
    open();
    does(HUGH, new TriageRequest.Acknowledge());
    does(
        ADA,
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team")));
    does(ADA, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "it is back"));
    assertThat(incident().triage().acknowledged()).isZero();
    assertThat(asked().level()).isEqualTo(1);
    does(
        ADA,
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team")));
    assertThat(incident().team().asked()).isNull();
    assertThat(incident().nextDue()).isNull();
    does(ADA, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "again"));
    does(HUGH, new TriageRequest.Acknowledge());
    assertThat(incident().team().asked()).isNull();
  }

  @Test
  void a_call_asks_anew_when_nobody_had_answered() {
    open();
    wakeAfter("PT15M");
    wakeAfter("PT30M");
    does(ADA, new SeverityRequest.Overrule(Duties.LEVELS.get(2), "it spreads"));
    assertThat(asked().level()).isEqualTo(1);
    assertThat(asked().answerBy()).isEqualTo(clock.instant().plus(QUARTER));
  }

  @Test
  void a_call_does_not_ask_where_somebody_has_it_or_is_asked() {
    open();
    var before = asked();
    does(ADA, new SeverityRequest.Overrule(Duties.LEVELS.get(2), "it spreads"));
    assertThat(asked()).isEqualTo(before);
    does(HUGH, new TriageRequest.Acknowledge());
    does(ADA, new SeverityRequest.Overrule(Duties.LEVELS.get(0), "a drill"));
    does(ADA, new SeverityRequest.Overrule(Duties.LEVELS.get(2), "it spreads"));
    assertThat(incident().team().asked()).isNull();
  }

  @Test
  void a_role_is_handed_over_only_by_who_holds_it() {
    open();
    assertThat(refusal(HUGH, new PeopleRequest.HandOver(MANAGER, Duties.BOB, "all quiet")))
        .containsExactly("people.giver-holds");
    assertThat(refusal(ADA, new PeopleRequest.HandOver(MANAGER, ADA, "all quiet")))
        .containsExactly("people.giver-holds");
  }

  @Test
  void a_role_by_plan_is_the_givers_until_it_is_taken_over() {
    open();
    does(ADA, new PeopleRequest.HandOver(MANAGER, HUGH, "watch the backups"));
    assertThat(refusal(HUGH, new PeopleRequest.TakeOver(HANDLER, ADA)))
        .containsExactly("people.offered");
    assertThat(refusal(ADA, new PeopleRequest.TakeOver(MANAGER, ADA)))
        .containsExactly("people.offered");
    does(ADA, new PeopleRequest.Assign(new Role("handler"), Duties.BOB));
    does(HUGH, new PeopleRequest.TakeOver(MANAGER, ADA));
    assertThat(incident().team().offers()).isEmpty();
    assertThat(refusal(HUGH, new PeopleRequest.TakeOver(MANAGER, ADA)))
        .containsExactly("people.offered");
    // Ada holds it by plan, and not in this incident any more
    assertThat(refusal(ADA, new PeopleRequest.Assign(HANDLER, ADA)))
        .containsExactly("policy.role-table");
    assertThat(sent.get(sent.size() - 1).reason()).isEqualTo(Reason.ROLE_TAKEN);
    sent.clear();
    wakeAfter("PT15M");
    assertThat(sent.get(0).people()).containsExactly(HUGH);
    does(HUGH, new PeopleRequest.HandOver(MANAGER, ADA, "all quiet"));
  }

  @Test
  void effort_adds_up_for_each_person_and_comes_after_closing_too() {
    open();
    does(HUGH, new PeopleRequest.ReportEffort(HUGH, Duration.ofHours(2), "images"));
    does(
        ADA,
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team")));
    does(ADA, new PeopleRequest.ReportEffort(HUGH, QUARTER, "notes"));
    does(ADA, new PeopleRequest.ReportEffort(ADA, QUARTER, "calls"));
    assertThat(incident().team().effort())
        .containsEntry(HUGH, Duration.ofMinutes(135))
        .containsEntry(ADA, QUARTER);
    assertThat(history("people.effort")).hasSize(3);
  }

  @Test
  void the_policy_that_named_the_role_is_kept() {
    open();
    var asked =
        engine.record(Duties.ID, Viewer.of(ADA)).orElseThrow().first(PeopleFact.Asked.class);
    assertThat(((PeopleFact.Asked) asked.orElseThrow().fact()).under())
        .isEqualTo("planned-ladder@1");
  }
}
