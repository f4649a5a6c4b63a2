package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.firebreak.action.ActionCatalogue;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.triage.Category;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan, and what every command asks of it. */
final class PlanIndex {
  private static final ImmutableSet<RoleKind> LEADING =
      Sets.immutableEnumSet(RoleKind.INCIDENT_MANAGER, RoleKind.INCIDENT_LEAD);

  private final ResponsePlan plan;
  private final ImmutableSetMultimap<Actor, Role> rolesByActor;
  private final DutyIndex duties;
  private final ImmutableMap<StepId, Step> steps;
  private final ImmutableMap<StepId, Node> nodes;
  private final ImmutableMap<PlaybookId, Playbook> playbooks;
  private final ImmutableSetMultimap<Authority, Role> entitled;
  private final ImmutableSet<Role> leading;
  private final ActionCatalogue catalogue;

  PlanIndex(ResponsePlan plan) {
    this.plan = plan;
    var roles = ImmutableSetMultimap.<Actor, Role>builder();
    for (RoleDefinition definition : plan.roles()) {
      definition.holders().forEach(holder -> roles.put(holder, definition.role()));
    }
    this.rolesByActor = roles.build();
    this.catalogue = plan.catalogue();
    this.duties = new DutyIndex(plan.obligations());
    this.steps =
        plan.playbooks().stream()
            .flatMap(playbook -> playbook.steps().stream())
            .collect(toImmutableMap(Step::id, step -> step));
    this.nodes =
        plan.playbooks().stream()
            .map(Playbook::flow)
            .filter(Objects::nonNull)
            .flatMap(flow -> flow.nodes().entrySet().stream())
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.playbooks = Maps.uniqueIndex(plan.playbooks(), Playbook::id);
    var entitled = ImmutableSetMultimap.<Authority, Role>builder();
    for (RoleDefinition definition : plan.roles()) {
      definition.authorities().forEach(authority -> entitled.put(authority, definition.role()));
    }
    this.entitled = entitled.build();
    this.leading =
        plan.roles().stream()
            .filter(definition -> LEADING.contains(definition.kind()))
            .map(RoleDefinition::role)
            .collect(toImmutableSet());
  }

  ResponsePlan plan() {
    return plan;
  }

  /** Returns the roles that the actor holds in the incident, by plan or by assignment. */
  ImmutableSet<Role> rolesOf(Actor actor, Incident incident) {
    return incident.team().rolesOf(actor, rolesByActor.get(actor));
  }

  /** Returns whether a playbook has a flow. */
  boolean hasFlows() {
    return !nodes.isEmpty();
  }

  /** Returns whether the plan says what follows by itself from what happens. */
  boolean hasRules() {
    return hasFlows() || !plan.obligations().isEmpty() || !plan.levelRules().isEmpty();
  }

  /** Returns the step of that id, null if there is none. */
  @Nullable Step step(StepId id) {
    return steps.get(id);
  }

  /** Returns whether the step may be done at any time. */
  boolean isFree(Step step) {
    return step.after().isEmpty() && !nodes.containsKey(step.id());
  }

  /** Returns whether there is a step of that id, also one that nobody does. */
  boolean hasStep(StepId id) {
    return steps.containsKey(id) || nodes.containsKey(id);
  }

  /** Returns whether a flow says when it is the turn of the step. */
  boolean isInFlow(StepId id) {
    return nodes.containsKey(id);
  }

  /** Returns the point of a flow that is there, because a run has come to it. */
  Node node(StepId id) {
    return requireNonNull(nodes.get(id), () -> "no step " + id + " in " + plan.version());
  }

  /** Returns the point of a flow of that id, null if there is none. */
  @Nullable Node findNode(StepId id) {
    return nodes.get(id);
  }

  /** Returns the playbook of that id, null if there is none. */
  @Nullable Playbook playbook(PlaybookId id) {
    return playbooks.get(id);
  }

  /** Returns the playbook with a flow for the category, null if there is none. */
  @Nullable PlaybookId flowFor(@Nullable Category category) {
    var playbook = category == null ? null : plan.playbookFor(category).orElse(null);
    return playbook == null || playbook.flow() == null ? null : playbook.id();
  }

  /** Returns the flow of a playbook that is there, because it runs. */
  Flow flow(PlaybookId id) {
    var playbook = playbooks.get(id);
    var flow = playbook == null ? null : playbook.flow();
    return requireNonNull(flow, () -> "no flow of " + id + " in " + plan.version());
  }

  /** Returns what is known of a type of action, null if nothing is. */
  @Nullable ActionProfile profile(ActionType type) {
    return catalogue.find(type).orElse(null);
  }

  /** Returns the roles that may decide this. */
  ImmutableSet<Role> entitledTo(Authority authority) {
    return entitled.get(authority);
  }

  /** Returns whether who holds the role leads the response. */
  boolean leads(Role role) {
    return leading.contains(role);
  }

  /** Returns the obligations. */
  DutyIndex duties() {
    return duties;
  }
}
