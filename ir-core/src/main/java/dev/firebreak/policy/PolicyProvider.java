package dev.firebreak.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * Provides policies that a plan names, with the parameters that it gives.
 *
 * <p>An engine is given its providers one by one, by {@code IncidentResponse.Builder.providers};
 * nothing here looks for them. An application may find them in jars with {@link
 * java.util.ServiceLoader}, and may so choose which it trusts. Called once for each place in a plan
 * that names it, when an engine is built.
 */
public interface PolicyProvider {
  /** Returns the name by which plans ask for it. */
  String name();

  /** Returns the version of what it provides. */
  default String version() {
    return "1";
  }

  /** Returns the names of the parameters that it understands; none by default. */
  default ImmutableSet<String> parameters() {
    return ImmutableSet.of();
  }

  /**
   * Returns the policies with its own added, by their {@code with} methods.
   *
   * @param policies those that the engine would run under without it
   * @param parameters what the plan gives, all of them {@linkplain #parameters understood}
   * @throws IllegalArgumentException if a parameter is missing or wrong, with a message that says
   *     which
   */
  Policies provide(Policies policies, ImmutableMap<String, String> parameters);
}
