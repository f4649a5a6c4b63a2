package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How evidence is kept.
 *
 * @param retention how long after the end of the incident
 * @param weighed what was weighed when that was decided
 * @param rules how evidence is taken and kept, null if not written down
 */
public record EvidencePolicy(
    Duration retention, ImmutableSet<Concern> weighed, @Nullable String rules) {
  public EvidencePolicy {
    checkArgument(!retention.isNegative(), "retention must not be negative but was %s", retention);
  }

  /** What speaks for a longer or a shorter time. */
  public enum Concern {
    PROSECUTION,
    DATA_RETENTION,
    COST
  }
}
