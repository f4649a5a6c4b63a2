package dev.firebreak.policy;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.firebreak.plan.PolicyReference;
import dev.firebreak.plan.ResponsePlan;

/** Finds the policies that a plan names among those that are provided. */
public final class PlannedPolicies {
  private final ImmutableMap<String, PolicyProvider> providers;

  /**
   * Prepares to look among these.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public PlannedPolicies(Iterable<PolicyProvider> providers) {
    this.providers = Maps.uniqueIndex(providers, PolicyProvider::name);
  }

  /**
   * Returns the policies with those that the plan names, in the order of the plan.
   *
   * @throws IllegalArgumentException if one is not provided, or not in the version that is named,
   *     or does not take a parameter that is given, with its place in the plan
   */
  public Policies of(ResponsePlan plan, Policies policies) {
    var all = policies;
    for (int i = 0; i < plan.policies().size(); i++) {
      all = with(plan.policies().get(i), plan.version() + " /policies/" + i, all);
    }
    return all;
  }

  private Policies with(PolicyReference named, String place, Policies policies) {
    var provider = providers.get(named.policy());
    if (provider == null) {
      throw new IllegalArgumentException(
          place + " names " + named.policy() + ", but there are only " + providers.keySet());
    }
    var version = named.version();
    checkArgument(
        version == null || version.equals(provider.version()),
        "%s names %s in version %s, but there is %s",
        place,
        named.policy(),
        version,
        provider.version());
    var unknown = Sets.difference(named.with().keySet(), provider.parameters());
    checkArgument(
        unknown.isEmpty(),
        "%s gives %s the parameters %s, but it takes only %s",
        place,
        named.policy(),
        unknown,
        provider.parameters());
    try {
      return provider.provide(policies, named.with());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + " " + named.policy() + ": " + e.getMessage(), e);
    }
  }
}
