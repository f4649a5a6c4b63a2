package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.ENTITLED;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.Authority;
import dev.firebreak.people.PeopleRequest;
import java.util.Collections;

/** Collects what is not met for one request, beside what that is judged by. */
final class Unmet {
  final Incident incident;
  final ImmutableList<Incident> members;
  final Asking by;
  final PlanIndex plan;
  private ImmutableList<Rejection> all;

  /**
   * Starts with what was found before.
   *
   * @param members those that are merged into the incident, if it is to move on
   */
  Unmet(
      Incident incident,
      ImmutableList<Incident> members,
      Asking by,
      PlanIndex plan,
      ImmutableList<Rejection> before) {
    this.incident = incident;
    this.members = members;
    this.by = by;
    this.plan = plan;
    this.all = before;
  }

  ImmutableList<Rejection> all() {
    return all;
  }

  void add(Rejection rejection) {
    all = Decider.and(all, ImmutableList.of(rejection));
  }

  void replace(ImmutableList<Rejection> by) {
    all = by;
  }

  /** Adds that the asker must hold a role that may decide this. */
  void entitled(Authority authority, String what) {
    var roles = plan.entitledTo(authority);
    if (Collections.disjoint(roles, by.roles())) {
      add(
          roles.isEmpty()
              ? ENTITLED.unmet("no role of " + plan.plan().version() + " may " + what)
              : ENTITLED
                  .unmet(by.actor() + " may not " + what + ", which takes one of " + roles)
                  .or(new Remedy.AskAs(Remedy.Asker.holding(roles)))
                  .or(
                      new Remedy.Act(
                          new PeopleRequest.Assign(roles.iterator().next(), by.actor()),
                          Remedy.Asker.ANYBODY)));
    }
  }
}
