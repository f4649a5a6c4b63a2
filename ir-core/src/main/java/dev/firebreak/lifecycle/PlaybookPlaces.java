package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.ExecutionNumber;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Outlook;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places of a playbook at which somebody may have it go on. */
final class PlaybookPlaces {
  private final PlanIndex plan;

  PlaybookPlaces(PlanIndex plan) {
    this.plan = plan;
  }

  /** Returns the steps of a flow that are in no branch of another step. */
  static ImmutableSet<StepId> of(Flow flow) {
    var exception = flow.exception();
    var starts =
        exception == null
            ? ImmutableList.of(flow.start())
            : ImmutableList.of(flow.start(), exception);
    return from(starts, flow.nodes()::get);
  }

  /** Returns these steps and what comes after them, without their branches. */
  static ImmutableSet<StepId> from(
      Collection<StepId> starts, Function<StepId, @Nullable Node> nodes) {
    Set<StepId> seen = new LinkedHashSet<>();
    Deque<StepId> open = new ArrayDeque<>(starts);
    for (var id = open.poll(); id != null; id = open.poll()) {
      var node = nodes.apply(id);
      if (node != null && seen.add(id)) {
        var exits = node.exits();
        Stream.of(exits.after(false), exits.after(true))
            .filter(Objects::nonNull)
            .forEach(open::add);
      }
    }
    return ImmutableSet.copyOf(seen);
  }

  /** Returns that somebody has to say where the playbook goes on; null if there is nobody. */
  PlaybookFact.@Nullable PlaceAwaited awaited(
      PlaybookId playbook, ExecutionNumber execution, ImmutableSet<StepId> lost) {
    var role = decider(playbook);
    return role == null
        ? null
        : new PlaybookFact.PlaceAwaited(
            playbook,
            execution,
            lost,
            "Where does playbook " + playbook + " go on?",
            role,
            of(plan.flow(playbook)).stream()
                .map(StepId::value)
                .collect(ImmutableSet.toImmutableSet()));
  }

  /** Returns who leads, best somebody who is named; otherwise who has work in the playbook. */
  private @Nullable Role decider(PlaybookId playbook) {
    var leading = plan.plan().roles().stream().filter(each -> plan.leads(each.role())).toList();
    return Stream.of(
            leading.stream().filter(each -> !each.holders().isEmpty()).map(RoleDefinition::role),
            leading.stream().map(RoleDefinition::role),
            all(playbook).map(Step::role))
        .flatMap(some -> some)
        .findFirst()
        .orElse(null);
  }

  /** Returns the steps of a playbook and of those that it calls. */
  ImmutableSet<StepId> steps(PlaybookId playbook) {
    return all(playbook).map(Step::id).collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the mandatory ones of these that are not settled. */
  ImmutableSet<StepId> mandatory(PlaybookId playbook, Incident incident) {
    return all(playbook)
        .filter(Step::mandatory)
        .map(Step::id)
        .filter(step -> !incident.hasSettled(step))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the mandatory ones that the playbook does not come to from a place. */
  ImmutableSet<StepId> owedAt(StepId place, PlaybookId playbook, Incident incident) {
    var run = incident.steps().run();
    var ahead = Outlook.of(run, plan.plan().playbooks()).ahead(place);
    return mandatory(playbook, incident).stream()
        .filter(step -> !ahead.contains(step))
        .collect(ImmutableSet.toImmutableSet());
  }

  private Stream<Step> all(PlaybookId playbook) {
    Set<PlaybookId> seen = new LinkedHashSet<>();
    Deque<PlaybookId> open = new ArrayDeque<>(ImmutableList.of(playbook));
    for (var id = open.poll(); id != null; id = open.poll()) {
      var one = plan.playbook(id);
      if (one != null && seen.add(id)) {
        open.addAll(calls(one));
      }
    }
    return seen.stream()
        .map(plan::playbook)
        .filter(Objects::nonNull)
        .flatMap(each -> each.steps().stream());
  }

  private static ImmutableList<PlaybookId> calls(Playbook playbook) {
    var flow = playbook.flow();
    return flow == null
        ? ImmutableList.of()
        : ImmutableList.copyOf(
            Iterables.transform(
                Iterables.filter(flow.nodes().values(), Node.Call.class), Node.Call::playbook));
  }
}
