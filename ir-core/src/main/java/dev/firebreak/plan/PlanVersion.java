package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * One version of one plan; an incident keeps the one that it started with.
 *
 * @param plan the plan's name
 * @param version the version's name, such as {@code 2026.1}
 */
public record PlanVersion(String plan, String version) {
  public PlanVersion {
    Check.identifier(plan, "plan");
    Check.identifier(version, "version");
  }

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PlanVersion that
            && plan.equals(that.plan)
            && version.equals(that.version));
  }

  @Override
  public int hashCode() {
    return 31 * plan.hashCode() + version.hashCode();
  }

  @Override
  public String toString() {
    return plan + " " + version;
  }
}
