package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import dev.firebreak.obligation.Milestone;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A figure by which the response is measured: the time between two milestones, or a count.
 *
 * @param from where the time starts, null for a count
 * @param to where the time ends, null for a count
 * @param target the longest time that is wanted, null if none was set
 */
public record Metric(
    String name, @Nullable Milestone from, @Nullable Milestone to, @Nullable Duration target) {
  public Metric {
    Check.text(name, "name");
    checkArgument(
        (from == null) == (to == null), "metric %s has both from and to, or neither", name);
    checkArgument(target == null || from != null, "metric %s is a count and has no target", name);
  }
}
