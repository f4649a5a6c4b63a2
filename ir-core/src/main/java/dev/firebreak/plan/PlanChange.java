package dev.firebreak.plan;

import dev.firebreak.check.Check;
import java.time.LocalDate;

/**
 * A change of the plan, in its history.
 *
 * @param version the version that it led to
 * @param text what was changed
 */
public record PlanChange(String version, LocalDate on, String text) {
  public PlanChange {
    Check.text(version, "version");
    Check.text(text, "text");
  }
}
