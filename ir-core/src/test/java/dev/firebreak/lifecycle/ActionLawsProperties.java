package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for the actions of any incident, whoever asks for what. */
class ActionLawsProperties {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ImmutableList<Actor> PEOPLE =
      ImmutableList.of(Ransomware.MANAGER, Ransomware.DEPUTY, Ransomware.HANDLER, new Actor("eve"));

  private static ImmutableList<Event> history(long seed) {
    var random = new Random(seed);
    var clock = new TestClock();
    var response = IncidentResponse.under(plan(), clock).build();
    response.submit(ID, Ransomware.HANDLER, new IncidentRequest.Open("encrypted files"));
    for (int i = 0; i < 60; i++) {
      clock.pass("PT" + random.nextInt(20) + "M");
      response.wake(Tenant.SINGLE);
      var id = new ActionId("a" + random.nextInt(3));
      response.submit(ID, PEOPLE.get(random.nextInt(PEOPLE.size())), request(id, random));
    }
    return response.record(ID, Viewer.of(Ransomware.HANDLER)).orElseThrow().history();
  }

  private static ResponsePlan plan() {
    var step =
        new Step(
            Ransomware.ISOLATE,
            Phase.CONTAINMENT,
            "Isolate the hosts",
            Ransomware.HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            Ransomware.MANAGING,
            2,
            Duration.ofMinutes(30));
    return Ransomware.plan("1")
        .obligations()
        .playbooks(
            new Playbook(
                new PlaybookId("r"),
                "R",
                ImmutableSet.of(Ransomware.CATEGORY),
                ImmutableList.of(step)))
        .roles(
            new RoleDefinition(
                Ransomware.MANAGING,
                RoleKind.INCIDENT_MANAGER,
                Ransomware.MANAGER,
                ImmutableList.of(Ransomware.DEPUTY, new Actor("eve")),
                ImmutableSet.of(Authority.CLOSE, Authority.BREAK_GLASS)),
            new RoleDefinition(
                Ransomware.HANDLING,
                RoleKind.HANDLER,
                Ransomware.HANDLER,
                ImmutableList.of(),
                ImmutableSet.of(Authority.BREAK_GLASS)))
        .build();
  }

  private static Request<?> request(ActionId id, Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> new ActionRequest.Plan(id, ActionType.ISOLATE_HOST, "pc", Ransomware.ISOLATE);
      case 2, 3, 4 -> new ActionRequest.Approve(id);
      case 5 -> new ActionRequest.RevokeApproval(id, "a doubt");
      case 6 -> new ActionRequest.BreakGlass(id, "it spreads");
      case 7 -> new ActionRequest.ReviewGlass(id, GlassVerdict.JUSTIFIED, "it did");
      case 8 -> new ActionRequest.Start(id);
      case 9 -> new ActionRequest.Fail(id, "no route");
      case 10 -> new ActionRequest.Retry(id, "the route is back");
      default ->
          new PhaseRequest.Close(
              Disposition.HANDED_OVER, "to the group", Handover.to("the crisis team"));
    };
  }

  /** Who did what in one history, kept once more. */
  private static final class Ledger {
    private final Map<ActionId, Actor> requesters = new HashMap<>();
    private final Map<ActionId, Actor> breakers = new HashMap<>();
    private final SetMultimap<ActionId, Actor> approvers = HashMultimap.create();
    private final Set<ActionId> unreviewed = new HashSet<>();

    void follow(ActionFact fact, Actor actor) {
      var id = fact.action();
      if (fact instanceof ActionFact.Planned) {
        requesters.put(id, actor);
      } else if (fact instanceof ActionFact.Approved) {
        assertThat(requesters.get(id)).isNotEqualTo(actor);
        assertThat(approvers.put(id, actor)).as("%s approves %s once", actor, id).isTrue();
      } else if (fact instanceof ActionFact.ApprovalRevoked) {
        assertThat(approvers.remove(id, actor)).isTrue();
      } else if (fact instanceof ActionFact.ApprovalExpired) {
        approvers.removeAll(id);
      } else if (fact instanceof ActionFact.GlassBroken) {
        breakers.put(id, actor);
        unreviewed.add(id);
      } else if (fact instanceof ActionFact.GlassReviewed) {
        assertThat(actor).isNotEqualTo(requesters.get(id)).isNotEqualTo(breakers.get(id));
        assertThat(unreviewed.remove(id)).isTrue();
      }
    }
  }

  @Property(tries = 300)
  void nobody_approves_what_they_asked_for_or_reviews_what_they_did(@ForAll long seed) {
    var ledger = new Ledger();
    for (Event event : history(seed)) {
      if (event.fact() instanceof ActionFact fact) {
        ledger.follow(fact, event.actor());
      } else if (event.fact() instanceof PhaseFact.Closed) {
        assertThat(ledger.unreviewed).as("not reviewed when the incident is closed").isEmpty();
      }
    }
  }

  @Test
  void random_requests_come_to_everything_about_approvals() {
    var missing =
        new HashSet<Class<?>>(
            Set.of(
                ActionFact.Approved.class,
                ActionFact.ApprovalRevoked.class,
                ActionFact.ApprovalExpired.class,
                ActionFact.GlassBroken.class,
                ActionFact.GlassReviewed.class,
                PhaseFact.Closed.class));
    for (int seed = 0; seed < 500 && !missing.isEmpty(); seed++) {
      history(seed).forEach(event -> missing.remove(event.fact().getClass()));
    }
    assertThat(missing).isEmpty();
  }
}
