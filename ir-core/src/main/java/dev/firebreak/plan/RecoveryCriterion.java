package dev.firebreak.plan;

import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.CriterionId;

/**
 * What has to hold before recovery ends.
 *
 * @param text what has to hold
 * @param confirmedBy the role that confirms it
 */
public record RecoveryCriterion(CriterionId id, String text, Role confirmedBy) {
  public RecoveryCriterion {
    Check.text(text, "text");
  }
}
