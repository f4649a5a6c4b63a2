package dev.firebreak.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.firebreak.fact.Concept;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plan in force, and the earlier versions under which incidents still run. */
final class Plans {
  private final PlanIndex inForce;
  private final ImmutableMap<PlanVersion, PlanIndex> byVersion;
  private final Policies policies;
  private final ImmutableMap<PlanVersion, Decider> deciders;
  private final Decider decider; // under the plan in force
  private final ConcurrentMap<Between, ImmutableList<PlanDifference.Change>> changes =
      new ConcurrentHashMap<>();

  /** Two versions of a plan. */
  private record Between(PlanVersion from, PlanVersion to) {}

  /**
   * Prepares the plans.
   *
   * @throws IllegalArgumentException if two have the same version, or one has a rule for a command
   *     that the concepts do not have, or names a policy that is not provided
   */
  Plans(
      ResponsePlan inForce,
      List<ResponsePlan> earlier,
      Concepts concepts,
      Function<ResponsePlan, Policies> policies) {
    checkCommands(inForce, concepts);
    earlier.forEach(plan -> checkCommands(plan, concepts));
    this.inForce = new PlanIndex(inForce);
    var all = ImmutableMap.<PlanVersion, PlanIndex>builder().put(inForce.version(), this.inForce);
    earlier.forEach(plan -> all.put(plan.version(), new PlanIndex(plan)));
    this.byVersion = all.buildOrThrow();
    this.policies = policies.apply(inForce);
    this.deciders =
        ImmutableMap.copyOf(
            Maps.transformValues(
                byVersion,
                plan ->
                    new Decider(
                        plan == this.inForce ? this.policies : policies.apply(plan.plan()))));
    this.decider = requireNonNull(deciders.get(inForce.version()));
  }

  private static void checkCommands(ResponsePlan plan, Concepts concepts) {
    for (CommandRule rule : plan.commands()) {
      checkArgument(
          concepts.all().stream().anyMatch(concept -> has(concept, rule)),
          "%s has a rule for %s, which is no command",
          plan.version(),
          rule.command());
    }
  }

  private static boolean has(Concept<?> concept, CommandRule rule) {
    return rule.isForAll()
        ? concept.name().equals(rule.concept()) && !concept.requests().isEmpty()
        : concept.requests().containsKey(rule.command());
  }

  /** Returns the policies of the plan in force. */
  Policies policies() {
    return policies;
  }

  /** Returns what decides under one of these plans, by the policies that it names. */
  Decider decider(PlanIndex plan) {
    return plan == inForce ? decider : requireNonNull(deciders.get(plan.plan().version()));
  }

  /**
   * Returns a move to another version of a plan.
   *
   * @param reached when the incident first came to which milestone
   */
  PlanMigration migration(
      PlanIndex from, PlanVersion to, ImmutableMap<Milestone, Instant> reached) {
    var own = from.plan().version();
    var atHand =
        byVersion.keySet().stream()
            .filter(each -> each.plan().equals(own.plan()) && !each.equals(own))
            .collect(toImmutableList());
    var target = atHand.contains(to) ? byVersion.get(to) : null;
    return new PlanMigration(
        side(from),
        target == null ? null : side(target),
        atHand,
        target == null ? ImmutableList.of() : changes(from.plan(), target.plan()),
        reached);
  }

  private PlanMigration.Side side(PlanIndex plan) {
    return new PlanMigration.Side(plan, decider(plan).policies());
  }

  private ImmutableList<PlanDifference.Change> changes(ResponsePlan from, ResponsePlan to) {
    return changes.computeIfAbsent(
        new Between(from.version(), to.version()), any -> RunningChanges.between(from, to));
  }

  ResponsePlan inForce() {
    return inForce.plan();
  }

  /** Returns the plan under which the incident runs, or would; null if it is not at hand. */
  @Nullable PlanIndex of(Incident incident) {
    var pinned = incident.origin().plan();
    return pinned == null || pinned.equals(inForce.plan().version())
        ? inForce
        : byVersion.get(pinned);
  }
}
