package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.alert.AlertFact;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.people.AskingEnd;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.RoleKind;
import dev.firebreak.people.Team;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.sharing.Audience;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who has to know of an event: a function of the event, the incident after it, and its plan. */
final class Notifications {
  /** Whom a fact is for. */
  private record Addressees(ImmutableSet<Role> roles, ImmutableSet<Actor> people) {}

  /** Why a kind of fact has to be known, and by whom. */
  private record Rule(Reason reason, BiFunction<Fact<?>, Asked, Addressees> addressees) {
    static <F extends Fact<?>> Rule of(
        Class<F> kind, Reason reason, BiFunction<F, Asked, Addressees> addressees) {
      return new Rule(reason, (fact, asked) -> addressees.apply(kind.cast(fact), asked));
    }
  }

  /** What a fact alone does not tell. */
  private record Asked(Incident after, ResponsePlan plan) {
    Addressees managers() {
      return roles(
          plan.roles().stream()
              .filter(definition -> definition.kind() == RoleKind.INCIDENT_MANAGER)
              .map(RoleDefinition::role)
              .collect(toImmutableSet()));
    }

    /** Returns who manages the incident, and who has to agree before the audience is told. */
    Addressees tellers(Audience audience) {
      var approvers =
          plan.communications().stream()
              .filter(rule -> rule.audience() == audience)
              .map(CommunicationRule::approver)
              .filter(Objects::nonNull)
              .collect(toImmutableSet());
      return roles(Sets.union(managers().roles(), approvers).immutableCopy());
    }

    /** Returns who manages, and who would have had to approve the action. */
    Addressees managersAndApprovers(ActionId id) {
      var approvers = after.actions().find(id).map(action -> action.approval().by());
      return roles(
          Sets.union(managers().roles(), approvers.orElse(ImmutableSet.of())).immutableCopy());
    }

    /** Returns who may approve the action, if it waits for that. */
    Addressees approvers(ActionId id) {
      return after
          .actions()
          .find(id)
          .filter(action -> action.status() == ActionStatus.AWAITING_APPROVAL)
          .map(action -> roles(action.approval().by()))
          .orElse(NOBODY);
    }
  }

  private static final Addressees NOBODY = new Addressees(ImmutableSet.of(), ImmutableSet.of());

  private static final ImmutableListMultimap<Class<?>, Rule> RULES = rules();

  private Notifications() {}

  private static ImmutableListMultimap<Class<?>, Rule> rules() {
    var rules = ImmutableListMultimap.<Class<?>, Rule>builder();
    on(PhaseFact.EpisodeStarted.class, Reason.CALLED, (fact, asked) -> asked.managers(), rules);
    actions(rules);
    on(
        ObligationFact.Reminded.class,
        Reason.DEADLINE_NEAR,
        (fact, asked) -> asked.managers(),
        rules);
    on(
        ObligationFact.Missed.class,
        Reason.DEADLINE_MISSED,
        (fact, asked) -> asked.managers(),
        rules);
    on(
        PlaybookFact.StepReady.class,
        Reason.STEP_READY,
        (fact, asked) -> roles(ImmutableSet.of(fact.role())),
        rules);
    on(
        PlaybookFact.DecisionAwaited.class,
        Reason.DECISION_AWAITED,
        (fact, asked) -> roles(ImmutableSet.of(fact.role())),
        rules);
    on(
        PlaybookFact.PlaceAwaited.class,
        Reason.DECISION_AWAITED,
        (fact, asked) -> role(fact.role()),
        rules);
    on(
        AlertFact.Reported.class,
        Reason.REPORT_RECEIVED,
        (fact, asked) -> person(fact.reporter()),
        rules);
    on(PeopleFact.Assigned.class, Reason.ROLE_GIVEN, (fact, asked) -> person(fact.to()), rules);
    on(PeopleFact.Released.class, Reason.ROLE_TAKEN, (fact, asked) -> person(fact.from()), rules);
    levels(rules);
    asking(rules);
    return rules.build();
  }

  private static void asking(ImmutableListMultimap.Builder<Class<?>, Rule> rules) {
    on(PeopleFact.Asked.class, Reason.ANSWER_AWAITED, (fact, asked) -> role(fact.role()), rules);
    on(PeopleFact.Escalated.class, Reason.ESCALATED, (fact, asked) -> role(fact.to()), rules);
    on(
        PeopleFact.AskingEnded.class,
        Reason.UNANSWERED,
        (fact, asked) -> fact.how() == AskingEnd.UNANSWERED ? asked.managers() : NOBODY,
        rules);
    on(
        PeopleFact.HandOverOffered.class,
        Reason.ROLE_OFFERED,
        (fact, asked) -> person(fact.to()),
        rules);
    on(PeopleFact.HandedOver.class, Reason.ROLE_TAKEN, (fact, asked) -> person(fact.from()), rules);
  }

  private static void levels(ImmutableListMultimap.Builder<Class<?>, Rule> rules) {
    on(PeopleFact.Called.class, Reason.ROLE_CALLED, (fact, asked) -> role(fact.role()), rules);
    on(
        PeopleFact.StoodDown.class,
        Reason.ROLE_STOOD_DOWN,
        (fact, asked) -> role(fact.role()),
        rules);
    on(
        CommunicationFact.Owed.class,
        Reason.NOTICE_OWED,
        (fact, asked) -> asked.tellers(fact.audience()),
        rules);
    on(
        CommunicationFact.NoLongerOwed.class,
        Reason.NOTICE_NO_LONGER_OWED,
        (fact, asked) -> asked.tellers(fact.audience()),
        rules);
  }

  private static void actions(ImmutableListMultimap.Builder<Class<?>, Rule> rules) {
    on(
        ActionFact.Planned.class,
        Reason.APPROVAL_AWAITED,
        (fact, asked) -> asked.approvers(fact.action()),
        rules);
    on(
        ActionFact.Planned.class,
        Reason.ACTION_GIVEN,
        (fact, asked) -> fact.terms() == null ? NOBODY : person(fact.terms().assignee()),
        rules);
    on(
        ActionFact.Unblocked.class,
        Reason.APPROVAL_AWAITED,
        (fact, asked) -> asked.approvers(fact.action()),
        rules);
    on(
        ActionFact.ApprovalExpired.class,
        Reason.APPROVAL_AWAITED,
        (fact, asked) -> asked.approvers(fact.action()),
        rules);
    on(ActionFact.Assigned.class, Reason.ACTION_GIVEN, (fact, asked) -> person(fact.to()), rules);
    on(
        ActionFact.Reminded.class,
        Reason.ACTION_DUE,
        (fact, asked) -> fact.assignee() == null ? asked.managers() : person(fact.assignee()),
        rules);
    on(
        ActionFact.GlassBroken.class,
        Reason.GLASS_BROKEN,
        (fact, asked) -> asked.managersAndApprovers(fact.action()),
        rules);
    on(ActionFact.UndoFailed.class, Reason.ACTION_FAILED, (fact, asked) -> asked.managers(), rules);
    on(ActionFact.Failed.class, Reason.ACTION_FAILED, (fact, asked) -> asked.managers(), rules);
    on(
        ActionFact.TimedOut.class,
        Reason.ACTION_TIMED_OUT,
        (fact, asked) -> asked.managers(),
        rules);
  }

  private static <F extends Fact<?>> void on(
      Class<F> kind,
      Reason reason,
      BiFunction<F, Asked, Addressees> addressees,
      ImmutableListMultimap.Builder<Class<?>, Rule> rules) {
    rules.put(kind, Rule.of(kind, reason, addressees));
  }

  private static Addressees role(Role role) {
    return roles(ImmutableSet.of(role));
  }

  private static Addressees roles(ImmutableSet<Role> roles) {
    return new Addressees(roles, ImmutableSet.of());
  }

  private static Addressees person(@Nullable Actor person) {
    return person == null ? NOBODY : new Addressees(ImmutableSet.of(), ImmutableSet.of(person));
  }

  /**
   * Returns the notifications of all events, in their order.
   *
   * @param maySee tells who may see the incident: nobody else is told
   */
  static ImmutableList<Notification> of(
      ImmutableList<Event> events, Incident after, ResponsePlan plan, Predicate<Actor> maySee) {
    var notifications = ImmutableList.<Notification>builder();
    var asked = new Asked(after, plan);
    for (Event event : events) {
      for (Rule rule : RULES.get(event.fact().getClass())) {
        var to = rule.addressees().apply(event.fact(), asked);
        var meant = people(to, after.team(), plan, event.actor());
        var people = meant.stream().filter(maySee).collect(toImmutableSet());
        var roles = people.size() < meant.size() ? ImmutableSet.<Role>of() : to.roles();
        if (!people.isEmpty() || !roles.isEmpty()) {
          notifications.add(new Notification(after.id(), event, rule.reason(), roles, people));
        }
      }
    }
    return notifications.build();
  }

  /** Returns who is meant, without who did it: they know. */
  private static ImmutableSet<Actor> people(
      Addressees to, Team team, ResponsePlan plan, Actor doer) {
    var people = ImmutableSet.<Actor>builder().addAll(to.people());
    for (RoleDefinition definition : plan.roles()) {
      if (to.roles().contains(definition.role())) {
        for (Actor holder : definition.holders()) {
          if (!team.hasHandedOver(holder, definition.role())) {
            people.add(holder);
          }
        }
      }
    }
    team.roles()
        .forEach(
            (actor, held) -> {
              if (held.stream().anyMatch(to.roles()::contains)) {
                people.add(actor);
              }
            });
    return Sets.difference(people.build(), ImmutableSet.of(doer)).immutableCopy();
  }
}
