package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionCondition;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionRequest.BreakGlass;
import dev.firebreak.action.ActionRequest.Plan;
import dev.firebreak.action.ActionRequest.ReviewGlass;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.RoleDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakingGlassTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ONE = new ActionId("one");
  private static final Actor OTHER = new Actor("eve");

  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse response =
      IncidentResponse.under(
              Ransomware.plan("1")
                  .roles(
                      new RoleDefinition(
                          MANAGING,
                          RoleKind.INCIDENT_MANAGER,
                          MANAGER,
                          ImmutableList.of(DEPUTY),
                          ImmutableSet.of(Authority.CLOSE)),
                      new RoleDefinition(
                          HANDLING,
                          RoleKind.HANDLER,
                          HANDLER,
                          ImmutableList.of(OTHER),
                          ImmutableSet.of(Authority.BREAK_GLASS)))
                  .obligations()
                  .build(),
              new TestClock())
          .notifier(sent::add)
          .build();

  @BeforeEach
  void plan() {
    accept(HANDLER, new IncidentRequest.Open("encrypted files"));
    accept(HANDLER, new Plan(ONE, ActionType.ISOLATE_HOST, "web-1", ISOLATE));
    sent.clear();
  }

  @Test
  void only_who_has_the_authority_starts_an_action_without_its_approvals() {
    assertThat(refuse(MANAGER, new BreakGlass(ONE, "it spreads")))
        .extracting(Rejection::message)
        .containsExactly(
            "ada may not start an action without its approvals, which takes one of" + " [handler]");
  }

  @Test
  void breaks_no_glass_for_what_may_be_started_as_it_is() {
    var two = new ActionId("two");
    accept(HANDLER, new Plan(two, ActionType.ISOLATE_HOST, "web-2", null));

    assertThat(refuse(HANDLER, new BreakGlass(two, "it spreads")))
        .extracting(Rejection::message)
        .containsExactly("action two is READY and cannot be started without approvals");
    assertThat(refuse(MANAGER, new ReviewGlass(two, GlassVerdict.JUSTIFIED, "it did")))
        .containsExactly(
            ActionCondition.REVIEW_OPEN.unmet("there is nothing to review about two", 4L));
  }

  @Test
  void waits_for_other_actions_in_an_emergency_too() {
    var two = new ActionId("two");
    accept(HANDLER, new Plan(two, ActionType.ISOLATE_HOST, "web-2", ISOLATE).waitingFor(ONE));

    assertThat(refuse(HANDLER, new BreakGlass(two, "it spreads")))
        .extracting(Rejection::code)
        .containsExactly("action.dependencies");
  }

  @Test
  void starts_at_once_and_tells_who_would_have_had_to_approve() {
    var decision = accept(HANDLER, new BreakGlass(ONE, "it spreads"));

    assertThat(decision.events())
        .<Object>extracting(Event::fact)
        .containsExactly(
            new ActionFact.GlassBroken(ONE, "it spreads"), new ActionFact.Started(ONE, "one/1"));
    assertThat(sent)
        .singleElement()
        .satisfies(
            notification -> {
              assertThat(notification.reason()).isEqualTo(Reason.GLASS_BROKEN);
              assertThat(notification.people()).containsExactly(MANAGER, DEPUTY);
            });
  }

  @Test
  void nobody_closes_the_incident_before_somebody_else_has_reviewed_it() {
    accept(OTHER, new BreakGlass(ONE, "it spreads"));
    accept(HANDLER, new ActionRequest.Succeed(ONE, "cut off"));

    assertThat(
            refuse(
                MANAGER,
                new PhaseRequest.Close(
                    Disposition.HANDED_OVER, "to the group", Handover.to("the crisis team"))))
        .containsExactly(
            GuardCondition.GLASS_REVIEWED
                .unmet("eve started one without approvals, and nobody reviewed it", 4L)
                .or(
                    new Remedy.Act(
                        new ReviewGlass(ONE, GlassVerdict.JUSTIFIED, "what the review found"),
                        Remedy.Asker.ANYBODY.but(OTHER).but(HANDLER))));
    assertThat(refuse(OTHER, new ReviewGlass(ONE, GlassVerdict.JUSTIFIED, "I was right")))
        .extracting(Rejection::message)
        .containsExactly(
            "eve started one, which did not wait for its approvals, and cannot review that");
    assertThat(refuse(HANDLER, new ReviewGlass(ONE, GlassVerdict.JUSTIFIED, "I was right")))
        .extracting(Rejection::message)
        .containsExactly(
            "linus asked for one, which did not wait for its approvals, and cannot review that");
    accept(MANAGER, new ReviewGlass(ONE, GlassVerdict.NOT_JUSTIFIED, "it could wait"));
    assertThat(refuse(DEPUTY, new ReviewGlass(ONE, GlassVerdict.JUSTIFIED, "again")))
        .extracting(Rejection::code)
        .containsExactly("action.review-open");
    accept(
        MANAGER,
        new PhaseRequest.Close(
            Disposition.HANDED_OVER, "to the group", Handover.to("the crisis team")));
  }

  @Test
  void a_second_emergency_takes_a_second_review() {
    accept(HANDLER, new BreakGlass(ONE, "it spreads"));
    accept(MANAGER, new ReviewGlass(ONE, GlassVerdict.JUSTIFIED, "it did"));
    accept(HANDLER, new ActionRequest.Fail(ONE, "no route"));
    accept(HANDLER, new ActionRequest.Retry(ONE, "the route is back"));
    var again = response.incident(ID, Viewer.of(HANDLER)).orElseThrow().actions();

    assertThat(again.find(ONE).orElseThrow().status())
        .as("the emergency is over")
        .isEqualTo(ActionStatus.AWAITING_APPROVAL);
    accept(HANDLER, new BreakGlass(ONE, "it spreads again"));
    assertThat(response.incident(ID, Viewer.of(HANDLER)).orElseThrow().actions().unreviewed())
        .hasSize(1);
  }

  private Decision.Accepted accept(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return (Decision.Accepted) decision;
  }

  private ImmutableList<Rejection> refuse(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).rejections();
  }
}
