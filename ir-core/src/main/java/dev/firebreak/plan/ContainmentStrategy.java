package dev.firebreak.plan;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.playbook.PlaybookId;

/**
 * How incidents of a playbook are contained, and why so.
 *
 * @param text how
 * @param criteria by what that way was chosen
 */
public record ContainmentStrategy(
    PlaybookId playbook, String text, ImmutableSet<Criterion> criteria) {
  public ContainmentStrategy {
    Check.text(text, "text");
  }

  /** By what a way to contain is chosen. */
  public enum Criterion {
    /** What may be harmed or stolen. */
    DAMAGE,
    /** What evidence has to be kept. */
    EVIDENCE,
    /** Which services have to go on. */
    AVAILABILITY,
    /** What time and people it takes. */
    EFFORT,
    /** How well it works. */
    EFFECTIVENESS,
    /** How long it may last. */
    DURATION
  }
}
