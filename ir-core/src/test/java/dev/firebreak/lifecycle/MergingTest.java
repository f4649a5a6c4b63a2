package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.TELL;
import static dev.firebreak.lifecycle.Ransomware.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.alert.AttachedAlert;
import dev.firebreak.alert.Placement;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Family;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.Member;
import dev.firebreak.relation.Relation;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MergingTest {
  private static final Viewer VIEWER = Viewer.of(MANAGER);
  private static final IncidentId A = IncidentId.of("a");
  private static final IncidentId B = IncidentId.of("b");
  private static final IncidentId C = IncidentId.of("c");

  private final TestClock clock = new TestClock();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();

  private void open(IncidentId... ids) {
    for (IncidentId id : ids) {
      accept(id, HANDLER, new IncidentRequest.Open("Files on " + id));
      clock.pass("PT1M");
    }
  }

  private static RelationRequest merge(IncidentId... from) {
    return new RelationRequest.Merge(names(from), "the same attacker");
  }

  private static RelationRequest unmerge(IncidentId... from) {
    return new RelationRequest.Unmerge(names(from), "another attacker after all");
  }

  private static ImmutableSet<String> names(IncidentId... ids) {
    return ImmutableList.copyOf(ids).stream()
        .map(IncidentId::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  private void accept(IncidentId id, Actor actor, Request<?> request) {
    assertThat(response.submit(id, actor, request))
        .as("%s of %s", request, id)
        .isInstanceOf(Decision.Accepted.class);
  }

  private ImmutableList<Rejection> refuse(IncidentId id, Actor actor, Request<?> request) {
    var before = incident(id);
    var decision = response.submit(id, actor, request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(incident(id)).isEqualTo(before);
    return ((Decision.Refused) decision).rejections();
  }

  private Incident incident(IncidentId id) {
    return response.incident(id, VIEWER).orElseThrow();
  }

  @Test
  void refuses_to_merge_with_itself_with_nothing_and_with_what_is_closed_or_merged() {
    open(A, B, C);
    assertThat(refuse(A, MANAGER, merge(A)))
        .extracting(Rejection::code)
        .containsExactly("relation.another");
    assertThat(refuse(A, MANAGER, merge(IncidentId.of("x"), IncidentId.of("y"))))
        .extracting(Rejection::toString)
        .containsExactly(
            "incident.open: x: no open incident x", "incident.open: y: no open incident y");
    accept(A, MANAGER, merge(B));
    assertThat(refuse(C, MANAGER, merge(B)))
        .extracting(Rejection::toString)
        .containsExactly("incident.not-merged: b: b was merged into a");
    assertThat(refuse(B, MANAGER, merge(C)))
        .extracting(Rejection::code)
        .containsExactly("incident.not-merged");
  }

  @Test
  void refuses_who_may_not_merge_once_for_each_incident() {
    open(A, B);
    var rejections = refuse(A, HANDLER, merge(B));
    assertThat(rejections)
        .extracting(Rejection::code)
        .containsExactly("guard.entitled", "guard.entitled");
    assertThat(incident(B).progress().open()).isTrue();
  }

  @Test
  void a_refusal_of_one_leaves_all_as_they_were() {
    open(A, B);
    refuse(A, MANAGER, merge(B, IncidentId.of("x")));
    assertThat(incident(B).progress().open()).isTrue();
    assertThat(incident(B).version()).isEqualTo(incident(A).version());
  }

  @Test
  void what_the_engine_asks_of_others_is_not_for_people_to_ask() {
    open(A, B);
    assertThat(refuse(B, MANAGER, new RelationRequest.BeMerged("a", "me too")))
        .extracting(Rejection::code)
        .containsExactly("relation.together");
    assertThat(refuse(B, MANAGER, new RelationRequest.BeLinked("a", LinkKind.RELATED_TO, "x")))
        .extracting(Rejection::code)
        .containsExactly("relation.together");
  }

  @Test
  void merges_several_at_once_and_tells_where_work_goes_on() {
    open(A, B, C);
    accept(A, MANAGER, merge(B, C));
    assertThat(incident(A).relations().members())
        .extracting(Member::incident)
        .containsExactly("b", "c");
    assertThat(incident(B).progress().disposition()).isEqualTo(Disposition.MERGED);
    assertThat(incident(B).relations().into()).isEqualTo("a");
    assertThat(response.find(IncidentQuery.ALL, VIEWER))
        .extracting(IncidentSummary::id)
        .containsExactly(A);
    assertThat(refuse(B, HANDLER, new TriageRequest.Acknowledge()))
        .singleElement()
        .satisfies(
            rejection -> assertThat(rejection.remedies()).containsExactly(new Remedy.AskIn("a")));
    assertThat(refuse(B, MANAGER, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "why not")))
        .extracting(Rejection::code)
        .containsExactly("incident.not-merged");
  }

  @Test
  void gives_back_what_was_merged_and_keeps_what_was_added_since() {
    open(A, B);
    accept(B, HANDLER, new ScopeRequest.AddAsset(new AssetId("h-1"), "host"));
    var before = incident(B);
    accept(A, MANAGER, merge(B));
    accept(A, HANDLER, new ScopeRequest.AddAsset(new AssetId("h-2"), "host"));
    var family = response.family(A, VIEWER).orElseThrow();
    assertThat(family.items(each -> each.scope().assets()))
        .extracting(Family.Sourced::from)
        .containsExactly(A, B);
    assertThat(family.history()).hasSize((int) (incident(A).version() + incident(B).version()));

    accept(A, MANAGER, unmerge(B));
    var after = incident(B);
    assertThat(after.progress().open()).isTrue();
    assertThat(after.progress().phase()).isEqualTo(before.progress().phase());
    assertThat(after.scope()).isEqualTo(before.scope());
    assertThat(after.clocks()).isEqualTo(before.clocks());
    assertThat(after.relations()).isEqualTo(before.relations());
    assertThat(incident(A).scope().assets()).hasSize(1);
    assertThat(incident(A).relations().isAlone()).isTrue();
    accept(B, HANDLER, new TriageRequest.Acknowledge());
  }

  @Test
  void refuses_to_give_back_what_it_does_not_have() {
    open(A, B);
    assertThat(refuse(A, MANAGER, unmerge(B)))
        .extracting(Rejection::code)
        .contains("relation.member");
  }

  @Test
  void a_merged_incident_can_be_merged_on_and_comes_back_with_its_members() {
    open(A, B, C);
    accept(A, MANAGER, merge(B));
    accept(C, MANAGER, merge(A));
    assertThat(response.family(C, VIEWER).orElseThrow().members()).hasSize(2);
    accept(A, MANAGER, unmerge(B));
    assertThat(incident(B).progress().open()).isTrue();
    accept(C, MANAGER, unmerge(A));
    assertThat(incident(A).progress().open()).isTrue();
  }

  @Test
  void a_command_that_merges_acts_once() {
    open(A, B);
    var command = new Command(new CommandId("m-1"), A, MANAGER, null, merge(B));
    var first = (Decision.Accepted) response.submit(command);
    var again = (Decision.Accepted) response.submit(command);
    assertThat(again.repeated()).isTrue();
    assertThat(again.events()).isEqualTo(first.events());
  }

  @Test
  void the_earliest_trigger_counts_after_a_merge() {
    open(A, B);
    accept(B, HANDLER, new TriageRequest.Declare("files are encrypted"));
    var declared = clock.instant();
    clock.pass("PT10H");
    accept(A, HANDLER, new TriageRequest.Declare("files are encrypted"));
    accept(A, MANAGER, merge(B));
    var merged = incident(A).clocks();
    assertThat(merged.occurrence(Trigger.at(Milestone.DECLARED)).orElseThrow().first())
        .isEqualTo(declared);
    assertThat(merged.find(TELL).orElseThrow().due()).isEqualTo(declared.plusSeconds(72 * 60 * 60));
    assertThat(incident(B).clocks().find(TELL).orElseThrow().running()).isTrue();
    assertThat(incident(B).nextDue()).isNull();
  }

  @Test
  void a_duty_that_only_the_other_has_starts_where_work_goes_on() {
    open(A, B);
    accept(B, HANDLER, new TriageRequest.Declare("files are encrypted"));
    accept(A, MANAGER, merge(B));
    assertThat(incident(A).clocks().find(TELL)).isPresent();
  }

  @Test
  void no_phase_is_left_while_something_is_unfinished_in_a_member() {
    open(A, B);
    accept(A, HANDLER, new TriageRequest.Declare("files are encrypted"));
    accept(B, HANDLER, new ScopeRequest.AddAsset(new AssetId("h-1"), "host"));
    var action = new ActionId("a-1");
    accept(B, HANDLER, new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "h-1", null));
    accept(A, MANAGER, merge(B));
    var rejections = refuse(A, HANDLER, new PhaseRequest.Enter(Phase.CONTAINMENT, null));
    assertThat(rejections)
        .filteredOn(rejection -> rejection.code().equals("guard.actions-finished"))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.message()).startsWith("b: action a-1 is");
              assertThat(rejection.remedies()).singleElement().isInstanceOf(Remedy.Elsewhere.class);
            });
    accept(B, HANDLER, new ActionRequest.Cancel(action, "done by others"));
    accept(B, HANDLER, new ScopeRequest.Advance(new AssetId("h-1"), AssetState.CONTAINED, "off"));
    assertThat(
            ((Decision.Refused)
                    response.submit(A, HANDLER, new PhaseRequest.Enter(Phase.CONTAINMENT, null)))
                .rejections())
        .extracting(Rejection::code)
        .doesNotContain("guard.actions-finished");
  }

  @Test
  void a_decision_that_rests_on_a_member_is_taken_again_when_that_changes_meanwhile() {
    open(A, B);
    var action = new ActionId("a-1");
    accept(B, HANDLER, new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "h-1", null));
    accept(B, HANDLER, new ActionRequest.Start(action));
    accept(B, HANDLER, new ActionRequest.Succeed(action, "ports are down"));
    accept(A, HANDLER, new TriageRequest.Declare("files are encrypted"));
    accept(A, HANDLER, new TriageRequest.Classify(Ransomware.CATEGORY, "a note"));
    accept(A, HANDLER, new PlaybookRequest.CompleteStep(Ransomware.CONFIRM, "so it is"));
    accept(A, MANAGER, merge(B));
    var appends = new ArrayList<String>();
    var other =
        IncidentResponse.under(Ransomware.plan(), clock)
            .journal(
                new WatchedJournal(journal) {
                  @Override
                  void beforeAppend(ImmutableList<Append> all) {
                    all.forEach(each -> appends.add(each.stream().name() + " " + each.adds()));
                    if (appends.size() == 2) {
                      accept(B, HANDLER, new ActionRequest.Undo(action, "the wrong host"));
                    }
                  }
                })
            .build();

    var enter = PhaseRequest.Enter.next(Phase.CONTAINMENT);
    assertThat(((Decision.Refused) other.submit(A, HANDLER, enter)).rejections())
        .extracting(Rejection::toString)
        .containsExactly("guard.actions-finished: b: action a-1 is being undone");
    assertThat(appends).containsExactly("a true", "b false");
    accept(B, HANDLER, new ActionRequest.RollBack(action, "ports are up"));
    assertThat(other.submit(A, HANDLER, enter).accepted()).isTrue();
  }

  @Test
  void what_an_action_of_a_member_would_destroy_is_secured_there() {
    open(A, B);
    var action = new ActionId("a-1");
    accept(B, HANDLER, new ActionRequest.Plan(action, ActionType.DELETE_FILE, "h-1", null));
    accept(A, MANAGER, merge(B));
    var capture =
        (Remedy.Act) refuse(B, HANDLER, new ActionRequest.Start(action)).get(0).remedies().get(0);
    accept(B, HANDLER, capture.request());
    accept(B, HANDLER, new ActionRequest.Start(action));
  }

  @Test
  void alerts_of_a_merged_incident_go_where_work_goes_on() {
    open(A);
    var first = (Receipt.Placed) response.receive(alert(1, "192.0.2.1"));
    accept(A, MANAGER, merge(first.incident()));
    var second = (Receipt.Placed) response.receive(alert(2, "192.0.2.1"));
    assertThat(second.outcome()).isEqualTo(Outcome.JOINED);
    assertThat(second.incident()).isEqualTo(A);
    accept(A, MANAGER, unmerge(first.incident()));
    assertThat(((Receipt.Placed) response.receive(alert(3, "192.0.2.1"))).incident())
        .isEqualTo(first.incident());
    assertThat(incident(A).alerts().all())
        .extracting(AttachedAlert::key)
        .containsExactly(alert(2).key());
  }

  @Test
  void links_both_ways_and_takes_the_link_away_from_both() {
    open(A, B);
    accept(A, HANDLER, new RelationRequest.Link("b", LinkKind.CAUSED_BY, "the same mail"));
    assertThat(incident(A).relations().links())
        .containsExactly(new Relation("b", LinkKind.CAUSED_BY));
    assertThat(incident(B).relations().links())
        .containsExactly(new Relation("a", LinkKind.CAUSE_OF));
    refuse(A, HANDLER, new RelationRequest.Link("x", LinkKind.RELATED_TO, "no such"));
    refuse(A, HANDLER, new RelationRequest.Unlink("b", LinkKind.RELATED_TO, "no such"));
    accept(B, HANDLER, new RelationRequest.Unlink("a", LinkKind.CAUSE_OF, "it was not"));
    assertThat(incident(A).relations().links()).isEmpty();
    assertThat(incident(B).relations().links()).isEmpty();
  }

  @Test
  void a_linked_alert_opens_an_incident_beside_the_other() {
    var first = (Receipt.Placed) response.receive(alert(1, "192.0.2.1"));
    CorrelationPolicy beside =
        context ->
            Placement.link(
                context.candidates().get(0).incident(), context.candidates().get(0).because());
    var engine =
        IncidentResponse.under(Ransomware.plan(), clock)
            .journal(journal)
            .policies(Policies.STANDARD.withCorrelation(beside))
            .build();
    var second = (Receipt.Placed) engine.receive(alert(2, "192.0.2.1"));
    assertThat(second.outcome()).isEqualTo(Outcome.LINKED);
    assertThat(second.incident()).isNotEqualTo(first.incident());
    assertThat(incident(first.incident()).relations().links())
        .containsExactly(new Relation(second.incident().name(), LinkKind.RELATED_TO));
    assertThat(incident(second.incident()).relations().links())
        .containsExactly(new Relation(first.incident().name(), LinkKind.RELATED_TO));
  }

  @Test
  void nothing_is_merged_across_tenants() {
    open(A);
    var other = new IncidentId(new Tenant("other"), "b");
    accept(other, HANDLER, new IncidentRequest.Open("Files"));
    assertThat(refuse(A, MANAGER, merge(other)))
        .extracting(Rejection::code)
        .containsExactly("incident.open");
  }

  @Test
  @Timeout(60)
  void two_engines_that_merge_in_a_circle_at_once_agree_and_do_not_wait_for_ever()
      throws Exception {
    var other = IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
    var threads = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 50; i++) {
        var ids = new IncidentId[] {IncidentId.of("x" + i), IncidentId.of("y" + i)};
        open(ids);
        var calls = new ArrayList<Callable<Decision>>();
        for (var engine : ImmutableList.of(response, other)) {
          calls.add(() -> engine.submit(ids[0], MANAGER, merge(ids[1])));
          calls.add(() -> engine.submit(ids[1], MANAGER, merge(ids[0])));
        }
        int accepted = 0;
        for (Future<Decision> call : threads.invokeAll(calls)) {
          accepted += call.get().accepted() ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(incident(ids[0]).progress().open())
            .isNotEqualTo(incident(ids[1]).progress().open());
      }
    } finally {
      threads.shutdown();
    }
  }
}
