package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;
import java.util.Collections;
import java.util.stream.Stream;

/** Finds whom a remedy means, among the people of a plan and of an incident. */
final class Candidates {
  private Candidates() {}

  /** Returns who holds one of the roles, by plan or by assignment, and is not left out. */
  static ImmutableSet<Actor> of(Remedy.Asker asker, Incident incident, ResponsePlan plan) {
    var planned = plan.roles().stream().flatMap(role -> role.holders().stream());
    var assigned = incident.team().roles().keySet().stream();
    return Stream.concat(planned, assigned)
        .filter(who -> !asker.except().contains(who))
        .filter(who -> asker.holding().isEmpty() || holdsOne(who, asker, incident, plan))
        .collect(toImmutableSet());
  }

  private static boolean holdsOne(
      Actor who, Remedy.Asker asker, Incident incident, ResponsePlan plan) {
    var held = incident.team().rolesOf(who, plan.rolesOf(who));
    return !Collections.disjoint(held, asker.holding());
  }
}
