package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment of risks.
 *
 * @param again after what time it is made again
 * @param led what was done to prevent, null if not written down
 */
public record RiskAssessment(String title, LocalDate on, Duration again, @Nullable String led) {
  public RiskAssessment {
    Check.text(title, "title");
    checkArgument(
        !again.isNegative() && !again.isZero(), "again must be positive but was %s", again);
  }
}
