package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How evidence is kept.
 *
 * @param retention how long after the end of the incident
 * @param weighed what was weighed when that was decided
 * @param rules how evidence is taken and kept, null if not written down
 * @param captureFirst which kinds are secured before an action destroys them, empty if none is;
 *     null if not written down, which demands {@link #USUALLY_CAPTURED}
 */
public record EvidencePolicy(
    Duration retention,
    ImmutableSet<Concern> weighed,
    @Nullable String rules,
    @Nullable ImmutableSet<Volatility> captureFirst) {
  /**
   * What is secured first where no plan says otherwise: memory and disks.
   *
   * <p>In the order of volatility, registers and caches go before them; but they live too short for
   * a responder to keep, and what of them matters is in an image of the memory. Temporary files are
   * in that image or on the disk. So memory and disks are what can be asked for, and what cases
   * rest on.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc3227#section-2.1">RFC 3227, section 2.1</a>
   */
  public static final ImmutableSet<Volatility> USUALLY_CAPTURED =
      ImmutableSet.of(Volatility.MEMORY, Volatility.DISK);

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
