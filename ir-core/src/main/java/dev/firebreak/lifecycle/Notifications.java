package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.action.ActionFact;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.RoleKind;
import dev.firebreak.people.Team;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import java.util.function.BiFunction;

/** Who has to know of an event: a function of the event, the incident after it, and its plan. */
final class Notifications {
  /** Whom a fact is for. */
  private record Addressees(ImmutableSet<Role> roles, ImmutableSet<Actor> people) {}

  /** Why a kind of fact has to be known, and by whom. */
  private record Rule(Reason reason, BiFunction<Fact<?>, ResponsePlan, Addressees> addressees) {
    static <F extends Fact<?>> Rule of(
        Class<F> kind, Reason reason, BiFunction<F, ResponsePlan, Addressees> addressees) {
      return new Rule(reason, (fact, plan) -> addressees.apply(kind.cast(fact), plan));
    }
  }

  private static final ImmutableMap<Class<?>, Rule> RULES = rules();

  private Notifications() {}

  private static ImmutableMap<Class<?>, Rule> rules() {
    var rules = ImmutableMap.<Class<?>, Rule>builder();
    on(PhaseFact.EpisodeStarted.class, Reason.CALLED, (fact, plan) -> managers(plan), rules);
    on(ActionFact.Failed.class, Reason.ACTION_FAILED, (fact, plan) -> managers(plan), rules);
    on(
        ActionFact.Planned.class,
        Reason.APPROVAL_AWAITED,
        (fact, plan) -> roles(fact.approval().by()),
        rules);
    on(ObligationFact.Reminded.class, Reason.DEADLINE_NEAR, (fact, plan) -> managers(plan), rules);
    on(ObligationFact.Missed.class, Reason.DEADLINE_MISSED, (fact, plan) -> managers(plan), rules);
    on(PeopleFact.Assigned.class, Reason.ROLE_GIVEN, (fact, plan) -> person(fact.to()), rules);
    on(PeopleFact.Released.class, Reason.ROLE_TAKEN, (fact, plan) -> person(fact.from()), rules);
    return rules.buildOrThrow();
  }

  private static <F extends Fact<?>> void on(
      Class<F> kind,
      Reason reason,
      BiFunction<F, ResponsePlan, Addressees> addressees,
      ImmutableMap.Builder<Class<?>, Rule> rules) {
    rules.put(kind, Rule.of(kind, reason, addressees));
  }

  private static Addressees managers(ResponsePlan plan) {
    return roles(
        plan.roles().stream()
            .filter(definition -> definition.kind() == RoleKind.INCIDENT_MANAGER)
            .map(RoleDefinition::role)
            .collect(toImmutableSet()));
  }

  private static Addressees roles(ImmutableSet<Role> roles) {
    return new Addressees(roles, ImmutableSet.of());
  }

  private static Addressees person(Actor person) {
    return new Addressees(ImmutableSet.of(), ImmutableSet.of(person));
  }

  /** Returns the notifications of all events, in their order. */
  static ImmutableList<Notification> of(
      ImmutableList<Event> events, Incident after, ResponsePlan plan) {
    var notifications = ImmutableList.<Notification>builder();
    for (Event event : events) {
      var rule = RULES.get(event.fact().getClass());
      if (rule != null) {
        var to = rule.addressees().apply(event.fact(), plan);
        var people = people(to, after.team(), plan, event.actor());
        if (!people.isEmpty() || !to.roles().isEmpty()) {
          notifications.add(new Notification(after.id(), event, rule.reason(), to.roles(), people));
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
        people.addAll(definition.holders());
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
