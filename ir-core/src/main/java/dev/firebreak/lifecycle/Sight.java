package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.sharing.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * Who may know that there is an incident: every answer and every command asks this.
 *
 * <p>What is merged is seen only by who may see all of it, so the most restrictive rule wins.
 */
final class Sight {
  private final Histories histories;
  private final Plans plans;

  Sight(Histories histories, Plans plans) {
    this.histories = histories;
    this.plans = plans;
  }

  /** Returns whether the viewer may see the incident, as it was read last or as it is now. */
  boolean maySee(IncidentId id, Viewer viewer) {
    return id.tenant().equals(viewer.tenant())
        && maySee(histories.tracked(id).incident(), viewer.actor());
  }

  /** Returns whether somebody of its tenant may see the incident. */
  boolean maySee(Incident incident, Actor actor) {
    var relations = incident.relations();
    if (relations.isAlone() && relations.into() == null) {
      return sees(incident, actor);
    }
    if (actor.equals(Actor.ENGINE)) {
      return true;
    }
    var head = histories.head(incident);
    if (!sees(head, actor)) {
      return false;
    }
    for (Incident member : histories.members(head)) {
      if (!sees(member, actor)) {
        return false;
      }
    }
    return true;
  }

  private boolean sees(Incident incident, Actor actor) {
    var sharing = incident.sharing();
    if (sharing.isOpen() || actor.equals(Actor.ENGINE)) {
      return true;
    }
    var plan = plans.of(incident);
    ImmutableSet<Role> roles =
        plan == null ? incident.team().rolesOf(actor) : plan.rolesOf(actor, incident);
    var known = sharing.needToKnow();
    if (known != null) {
      return known.includes(actor, roles);
    }
    return sharing.tlp() == Tlp.RED ? isGiven(incident, actor, roles, plan) : !roles.isEmpty();
  }

  /** Returns whether a red incident was given to somebody: who works in it, or leads. */
  private static boolean isGiven(
      Incident incident, Actor actor, ImmutableSet<Role> roles, @Nullable PlanIndex plan) {
    return !incident.team().rolesOf(actor).isEmpty()
        || (plan != null && roles.stream().anyMatch(plan::leads));
  }
}
