package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.CONFIRM;
import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ExplainingTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ACTION = new ActionId("a-1");
  private static final ActionRequest.Plan PLAN =
      new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", ISOLATE);
  private static final PhaseRequest.Enter CONTAIN = PhaseRequest.Enter.next(Phase.CONTAINMENT);

  private final TestClock clock = new TestClock();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock).build();

  @Test
  void names_who_else_may_approve_and_the_event_that_proves_it() {
    does(MANAGER, new IncidentRequest.Open("files"), PLAN);
    var explanation = explain(MANAGER, new ActionRequest.Approve(ACTION));
    assertThat(explanation.wayOut())
        .isEqualTo(new WayOut(null, ImmutableList.of(), DEPUTY, new ActionRequest.Approve(ACTION)));
    assertThat(explanation.toText())
        .isEqualTo(
            """
            ada asks for Approve[action=a-1] in a
              refused by policy.separation-of-duties: ada asked for a-1 and cannot approve it
                rule: %s
                proof: event 5, action.planned by ada at 2026-11-02T01:00:00Z
              it would pass if
                - grace asks in the place of ada
            """
                .formatted(CommandPolicy.separationOfDuties().explain()));
  }

  @Test
  void lists_every_act_that_is_missing_and_no_other() {
    does(HANDLER, new IncidentRequest.Open("files"), new TriageRequest.Acknowledge());
    var way = explain(HANDLER, CONTAIN).wayOut();
    assertThat(way).isNotNull();
    assertThat(way.acts())
        .extracting(act -> act.request().getClass().getSimpleName())
        .containsExactly("Declare", "Classify", "CompleteStep");
    way.acts().forEach(act -> does(act.by(), act.request()));
    does(HANDLER, CONTAIN);
  }

  @Test
  void names_somebody_with_the_role() {
    does(HANDLER, new IncidentRequest.Open("files"), PLAN);
    does(MANAGER, new ActionRequest.Approve(ACTION));
    var start = new ActionRequest.Start(ACTION);
    var way = explain(STRANGER, start).wayOut();
    assertThat(way).isEqualTo(new WayOut(null, ImmutableList.of(), MANAGER, start));
  }

  @Test
  void puts_the_request_differently_where_that_is_enough() {
    does(
        HANDLER,
        new IncidentRequest.Open("files"),
        new TriageRequest.Declare("so"),
        new TriageRequest.Classify(CATEGORY, "so"),
        new PlaybookRequest.CompleteStep(CONFIRM, "so"),
        CONTAIN);
    var back = PhaseRequest.Enter.next(Phase.IDENTIFICATION);
    assertThat(explain(HANDLER, back).wayOut())
        .isEqualTo(
            new WayOut(
                null,
                ImmutableList.of(),
                HANDLER,
                new PhaseRequest.Enter(Phase.IDENTIFICATION, "why")));
  }

  @Test
  void waits_where_time_is_all_that_is_missing() {
    does(HANDLER, new IncidentRequest.Open("files"));
    var later = clock.instant().plus(Duration.ofHours(1));
    var command =
        new Command(
            new CommandId("c"),
            ID,
            HANDLER,
            later.atOffset(ZoneOffset.UTC),
            new TriageRequest.Acknowledge());
    var explanation = response.explain(command, Viewer.of(HANDLER));
    assertThat(explanation.wayOut())
        .isEqualTo(new WayOut(later, ImmutableList.of(), HANDLER, command.request()));
    assertThat(explanation.toText()).contains("one waits until 2026-11-02T02:00:00Z");
  }

  @Test
  void says_that_nothing_lifts_it() {
    does(HANDLER, new IncidentRequest.Open("files"));
    var explanation = explain(HANDLER, new IncidentRequest.Open("again"));
    assertThat(explanation.wayOut()).isNull();
    assertThat(explanation.toText())
        .endsWith("nothing lifts it:\n    - incident.new: the incident has been opened\n");
    var close = new PhaseRequest.Close(Disposition.RESOLVED, "over");
    assertThat(explain(MANAGER, close).deadEnds())
        .extracting(rejection -> rejection.code())
        .containsExactly("phase.ends-so");
  }

  @Test
  void gives_up_where_more_is_missing_than_it_looks_for() {
    does(HANDLER, new IncidentRequest.Open("files"), new TriageRequest.Declare("so"));
    for (int i = 0; i < 60; i++) {
      does(HANDLER, new ScopeRequest.AddAsset(new AssetId("h-" + i), "host"));
    }
    does(
        HANDLER,
        new TriageRequest.Classify(CATEGORY, "so"),
        new PlaybookRequest.CompleteStep(CONFIRM, "so"),
        CONTAIN);
    var explanation = explain(HANDLER, PhaseRequest.Enter.next(Phase.ERADICATION));
    assertThat(explanation.wayOut()).isNull();
    assertThat(explanation.toText()).endsWith("more is missing than is looked for here\n");
  }

  @Test
  void has_nothing_to_say_about_what_would_pass() {
    var explanation = explain(HANDLER, new IncidentRequest.Open("files"));
    assertThat(explanation.refused()).isFalse();
    assertThat(explanation.toText()).endsWith("it would pass\n");
  }

  @Test
  void tells_somebody_of_another_tenant_what_it_tells_of_no_incident() {
    does(HANDLER, new IncidentRequest.Open("files"), PLAN);
    var approve = new ActionRequest.Approve(ACTION);
    var viewer = new Viewer(new Tenant("other"), MANAGER);
    var nothing = IncidentResponse.under(Ransomware.plan(), clock).build();
    assertThat(response.explain(ID, MANAGER, approve, viewer).toText())
        .isEqualTo(nothing.explain(ID, MANAGER, approve, Viewer.of(MANAGER)).toText())
        .contains("incident.open: no open incident");
  }

  @Test
  void records_nothing() {
    does(HANDLER, new IncidentRequest.Open("files"));
    var before = response.incident(ID, Viewer.of(HANDLER));
    explain(HANDLER, CONTAIN);
    assertThat(response.incident(ID, Viewer.of(HANDLER))).isEqualTo(before);
  }

  private Explanation explain(Actor actor, Request<?> request) {
    return response.explain(ID, actor, request, Viewer.of(actor));
  }

  private void does(Actor actor, Request<?>... requests) {
    for (Request<?> request : requests) {
      var decision = response.submit(ID, actor, request);
      assertThat(decision.accepted()).as("%s", decision).isTrue();
    }
  }
}
