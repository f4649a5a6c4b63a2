package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;
import java.util.Set;
import java.util.stream.Stream;

/** Finds whom a remedy means, among the people of a plan and of an incident. */
final class Candidates {
  private Candidates() {}

  /** Returns who holds one of the roles, by plan or by assignment, and is not left out. */
  static ImmutableSet<Actor> of(Remedy.Asker asker, Incident incident, ResponsePlan plan) {
    var planned = plan.roles().stream().flatMap(role -> role.holders().stream());
    var assigned = incident.team().roles().keySet().stream();
    return Stream.concat(planned, assigned)
        .filter(who -> asker.includes(who, rolesOf(who, incident, plan)))
        .collect(toImmutableSet());
  }

  private static Set<Role> rolesOf(Actor who, Incident incident, ResponsePlan plan) {
    return incident.team().rolesOf(who, plan.rolesOf(who));
  }
}
