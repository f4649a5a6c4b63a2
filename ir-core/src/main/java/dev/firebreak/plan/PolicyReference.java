package dev.firebreak.plan;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * A policy that a plan names, and that whoever embeds the engine provides.
 *
 * @param policy its name
 * @param version the version that the plan was approved with, null if any will do
 * @param with its parameters, as text
 */
public record PolicyReference(
    String policy, @Nullable String version, ImmutableMap<String, String> with) {
  public PolicyReference {
    Check.identifier(policy, "policy");
    if (version != null) {
      Check.text(version, "version");
    }
    with.keySet().forEach(name -> Check.identifier(name, "parameter"));
  }
}
