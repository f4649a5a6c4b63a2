package dev.firebreak.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.firebreak.fact.Concept;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plan in force, and the earlier versions under which incidents still run. */
final class Plans {
  private final PlanIndex inForce;
  private final ImmutableMap<PlanVersion, PlanIndex> byVersion;
  private final Policies policies;
  private final ImmutableMap<PlanVersion, Decider> deciders;
  private final Decider decider; // under the plan in force

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
