package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.sharing.NeedToKnow;
import dev.firebreak.sharing.SharingRequest;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is explained about several incidents at once. */
class ExplainingSeveralTest {
  private static final IncidentId A = IncidentId.of("a");
  private static final IncidentId B = IncidentId.of("b");
  private static final IncidentId C = IncidentId.of("c");

  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), new TestClock()).build();

  @Test
  void names_who_may_merge_in_all_of_them() {
    open(A, B);
    var way = wayOut(A, HANDLER, merge("b"));
    assertThat(way).isEqualTo(new WayOut(null, ImmutableList.of(), MANAGER, merge("b")));
    follow(A, way);
  }

  @Test
  void reopens_what_is_closed_before_it_is_merged() {
    open(A, B);
    accept(B, HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "no"));
    accept(B, MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a test"));
    var way = wayOut(A, MANAGER, merge("b"));
    assertThat(way.acts())
        .containsExactly(
            new WayOut.Act(MANAGER, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "why"), "b"));
    assertThat(explain(A, MANAGER, merge("b")).toText()).contains(" in b\n");
    follow(A, way);
  }

  @Test
  void merges_the_one_that_something_was_merged_into() {
    open(A, B, C);
    accept(C, MANAGER, merge("b"));
    var way = wayOut(A, MANAGER, merge("b"));
    assertThat(way).isEqualTo(new WayOut(null, ImmutableList.of(), MANAGER, merge("c")));
    follow(A, way);
  }

  @Test
  void leaves_out_what_is_wrong_of_several() {
    open(A, B);
    assertThat(wayOut(A, MANAGER, merge("a", "b")).request()).isEqualTo(merge("b"));
    accept(A, MANAGER, merge("b"));
    var both = new RelationRequest.Unmerge(ImmutableSet.of("b", "x"), "not so");
    assertThat(explain(A, MANAGER, both).reasons())
        .extracting(reason -> reason.rejection().code())
        .contains("relation.member");
  }

  @Test
  void takes_away_the_link_that_is_there() {
    open(A, B);
    accept(A, HANDLER, new RelationRequest.Link("b", LinkKind.CAUSED_BY, "the same mail"));
    var way = wayOut(A, HANDLER, new RelationRequest.Unlink("b", LinkKind.RELATED_TO, "no"));
    assertThat(way.request()).isEqualTo(new RelationRequest.Unlink("b", LinkKind.CAUSED_BY, "no"));
    follow(A, way);
  }

  @Test
  void opens_nothing_in_order_to_merge_it() {
    open(A);
    var explanation = explain(A, MANAGER, merge("x"));
    assertThat(explanation.wayOut()).isNull();
    assertThat(explanation.deadEnds())
        .extracting(Object::toString)
        .containsExactly("incident.open: x: no open incident x");
  }

  @Test
  void asks_where_work_goes_on_of_what_is_merged() {
    open(A, B);
    accept(A, MANAGER, merge("b"));
    var way = wayOut(B, HANDLER, new TriageRequest.Acknowledge());
    assertThat(way)
        .isEqualTo(
            new WayOut(null, ImmutableList.of(), HANDLER, new TriageRequest.Acknowledge(), "a"));
    assertThat(explain(B, HANDLER, new TriageRequest.Acknowledge()).toText())
        .contains("it is asked of a instead");
    follow(B, way);
  }

  @Test
  void finishes_in_a_member_what_keeps_the_other_in_its_phase() {
    open(A, B);
    var action = new ActionId("a-1");
    accept(B, HANDLER, new ActionRequest.Plan(action, ActionType.ISOLATE_HOST, "h-1", null));
    accept(A, MANAGER, merge("b"));
    var way = wayOut(A, HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    assertThat(way.acts())
        .contains(
            new WayOut.Act(HANDLER, new ActionRequest.Cancel(action, "why it is not done"), "b"));
    follow(A, way);
  }

  @Test
  void what_the_viewer_may_not_see_is_as_if_it_was_not_there() {
    open(A, B);
    accept(
        B,
        MANAGER,
        new SharingRequest.Restrict(
            new NeedToKnow(ImmutableSet.of(), ImmutableSet.of(MANAGER)), "a case of the police"));
    var seen = response.explain(A, MANAGER, merge("b"), Viewer.of(HANDLER)).toText();
    assertThat(seen).contains("incident.open: b: no open incident b");
    assertThat(explain(A, MANAGER, merge("b")).refused()).isFalse();
  }

  @Test
  void names_who_takes_over_what_is_handed_over() {
    open(A);
    var close = new PhaseRequest.Close(Disposition.HANDED_OVER, "the data centre burns");
    var way = wayOut(A, MANAGER, close);
    assertThat(((PhaseRequest.Close) way.request()).handover()).isNotNull();
    follow(A, way);
  }

  private static RelationRequest merge(String... from) {
    return new RelationRequest.Merge(ImmutableSet.copyOf(from), "the same attacker");
  }

  private void open(IncidentId... ids) {
    for (IncidentId id : ids) {
      accept(id, HANDLER, new IncidentRequest.Open("Files on " + id));
    }
  }

  private Explanation explain(IncidentId id, Actor actor, Request<?> request) {
    return response.explain(id, actor, request, Viewer.of(actor));
  }

  private WayOut wayOut(IncidentId id, Actor actor, Request<?> request) {
    var explanation = explain(id, actor, request);
    assertThat(explanation.wayOut()).as(explanation.toText()).isNotNull();
    return requireNonNull(explanation.wayOut());
  }

  private void follow(IncidentId id, WayOut way) {
    way.acts().forEach(act -> accept(in(id, act.elsewhere()), act.by(), act.request()));
    accept(in(id, way.elsewhere()), way.asker(), way.request());
  }

  private static IncidentId in(IncidentId id, @Nullable String elsewhere) {
    return elsewhere == null ? id : IncidentId.of(elsewhere);
  }

  private void accept(IncidentId id, Actor actor, Request<?> request) {
    assertThat(response.submit(id, actor, request))
        .as("%s of %s", request, id)
        .isInstanceOf(Decision.Accepted.class);
  }
}
