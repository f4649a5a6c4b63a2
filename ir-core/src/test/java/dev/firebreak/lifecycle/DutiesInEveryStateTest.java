package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.policy.Policies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Separation of duties in every state that four people with two roles can bring an action to, with
 * two approvals to be given: breadth first until there is no other, against a model.
 */
class DutiesInEveryStateTest {
  private static final int APPROVALS = 2;
  private static final int PEOPLE = 4;
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ACTION = new ActionId("a-1");
  private static final StepId STEP = new StepId("isolate-all");
  private static final Decider DECIDER = new Decider(Policies.STANDARD);
  private static final PlanIndex PLAN = plan();

  /** What somebody may do; the manager gives and takes the roles. */
  private enum Deed {
    GIVE_MANAGING,
    GIVE_HANDLING,
    TAKE_MANAGING,
    TAKE_HANDLING,
    PLAN,
    APPROVE,
    START,
    CANCEL
  }

  /** The model: one person, as far as duties go. */
  private record Person(boolean manages, boolean handles, boolean asked, boolean approved) {
    Person after(Deed deed) {
      return switch (deed) {
        case GIVE_MANAGING -> new Person(true, handles, asked, approved);
        case TAKE_MANAGING -> new Person(false, handles, asked, approved);
        case GIVE_HANDLING -> new Person(manages, true, asked, approved);
        case TAKE_HANDLING -> new Person(manages, false, asked, approved);
        case PLAN -> new Person(manages, handles, true, approved);
        case APPROVE -> new Person(manages, handles, asked, true);
        case START, CANCEL -> this;
      };
    }
  }

  /** The model: everybody, and where the action stands, null before it is planned. */
  private record Model(ImmutableList<Person> people, @Nullable ActionStatus status) {
    boolean allows(Deed deed, int who) {
      var person = people.get(who);
      var responds = person.manages() || person.handles();
      return switch (deed) {
        case GIVE_MANAGING, GIVE_HANDLING -> true;
        case TAKE_MANAGING -> person.manages();
        case TAKE_HANDLING -> person.handles();
        case PLAN -> responds && status == null;
        case APPROVE ->
            person.manages()
                && !person.asked()
                && !person.approved()
                && status == ActionStatus.AWAITING_APPROVAL;
        case START -> responds && status == ActionStatus.READY;
        case CANCEL ->
            responds && (status == ActionStatus.AWAITING_APPROVAL || status == ActionStatus.READY);
      };
    }

    Model after(Deed deed, int who) {
      var all = new ArrayList<>(people);
      all.set(who, people.get(who).after(deed));
      var enough = all.stream().filter(Person::approved).count() >= APPROVALS;
      var next =
          switch (deed) {
            case PLAN -> ActionStatus.AWAITING_APPROVAL;
            case APPROVE -> enough ? ActionStatus.READY : status;
            case START -> ActionStatus.RUNNING;
            case CANCEL -> ActionStatus.CANCELLED;
            case GIVE_MANAGING, GIVE_HANDLING, TAKE_MANAGING, TAKE_HANDLING -> status;
          };
      return new Model(ImmutableList.copyOf(all), next);
    }

    /** Returns the same for all states that differ only in who is who. */
    String essence() {
      return status + " " + people.stream().map(Person::toString).sorted().toList();
    }
  }

  @Test
  void are_separated_in_every_state_and_as_the_model_says() {
    Map<String, Model> seen = new HashMap<>();
    var start = new Model(nobody(), null);
    var incidents = new HashMap<String, Incident>();
    seen.put(start.essence(), start);
    incidents.put(start.essence(), opened());
    var level = List.of(start.essence());
    int compared = 0;
    while (!level.isEmpty()) {
      var next = new ArrayList<String>();
      for (String state : level) {
        var model = seen.get(state);
        for (int who = 0; who < PEOPLE; who++) {
          for (Deed deed : Deed.values()) {
            var decided = decide(incidents.get(state), deed, who);
            compared++;
            assertThat(decided.decision().accepted())
                .as("%s by %s in %s", deed, who, model)
                .isEqualTo(model.allows(deed, who));
            var after = model.allows(deed, who) ? model.after(deed, who) : model;
            assertThat(modelOf(decided.after())).as("after %s by %s", deed, who).isEqualTo(after);
            if (seen.putIfAbsent(after.essence(), after) == null) {
              incidents.put(after.essence(), decided.after());
              next.add(after.essence());
            }
          }
        }
      }
      level = next;
    }
    assertThat(seen.values()).anyMatch(model -> model.status() == ActionStatus.RUNNING);
    assertThat(compared).isGreaterThan(10_000);
  }

  private static Decider.Decided decide(Incident incident, Deed deed, int who) {
    return switch (deed) {
      case GIVE_MANAGING -> decide(incident, MANAGER, new PeopleRequest.Assign(MANAGING, of(who)));
      case GIVE_HANDLING -> decide(incident, MANAGER, new PeopleRequest.Assign(HANDLING, of(who)));
      case TAKE_MANAGING -> decide(incident, MANAGER, release(MANAGING, who));
      case TAKE_HANDLING -> decide(incident, MANAGER, release(HANDLING, who));
      case PLAN ->
          decide(
              incident,
              of(who),
              new ActionRequest.Plan(ACTION, ActionType.ISOLATE_HOST, "web-1", STEP));
      case APPROVE -> decide(incident, of(who), new ActionRequest.Approve(ACTION));
      case START -> decide(incident, of(who), new ActionRequest.Start(ACTION));
      case CANCEL -> decide(incident, of(who), new ActionRequest.Cancel(ACTION, "not now"));
    };
  }

  private static Request<?> release(Role role, int who) {
    return new PeopleRequest.Release(role, of(who), "another shift");
  }

  private static Decider.Decided decide(Incident incident, Actor actor, Request<?> request) {
    var id = CommandId.ofEvent(incident.version() + 1);
    var command = new Command(id, ID, actor, null, request);
    return DECIDER.decide(incident, command, ImmutableList.of(), PLAN, null, Ransomware.START);
  }

  private static Model modelOf(Incident incident) {
    var action = incident.actions().find(ACTION);
    var people = ImmutableList.<Person>builder();
    for (int who = 0; who < PEOPLE; who++) {
      var person = of(who);
      var roles = incident.team().rolesOf(person);
      people.add(
          new Person(
              roles.contains(MANAGING),
              roles.contains(HANDLING),
              action.isPresent() && action.get().requester().equals(person),
              action.isPresent() && action.get().approvers().contains(person)));
    }
    return new Model(people.build(), action.map(each -> each.status()).orElse(null));
  }

  private static Actor of(int who) {
    return new Actor("person-" + who);
  }

  private static ImmutableList<Person> nobody() {
    var nobody = new Person(false, false, false, false);
    return ImmutableList.of(nobody, nobody, nobody, nobody);
  }

  private static Incident opened() {
    var blank = Incident.blank(ID, Concepts.STANDARD);
    return decide(blank, MANAGER, new IncidentRequest.Open("files are encrypted")).after();
  }

  private static PlanIndex plan() {
    var step =
        new Step(
            STEP,
            Phase.CONTAINMENT,
            "Isolate all",
            HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            MANAGING,
            APPROVALS);
    return new PlanIndex(
        Ransomware.plan("2")
            .playbooks(
                new Playbook(
                    new PlaybookId("ransomware"),
                    "Ransomware",
                    ImmutableSet.of(Ransomware.CATEGORY),
                    ImmutableList.of(step)))
            .roles(
                new RoleDefinition(
                    MANAGING,
                    RoleKind.INCIDENT_MANAGER,
                    MANAGER,
                    ImmutableList.of(),
                    ImmutableSet.of()),
                new RoleDefinition(
                    HANDLING, RoleKind.HANDLER, null, ImmutableList.of(), ImmutableSet.of()))
            .build());
  }
}
