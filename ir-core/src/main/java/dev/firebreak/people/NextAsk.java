package dev.firebreak.people;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A policy's answer to who is asked next to take an incident on.
 *
 * @param step who, null if there is nobody left
 * @param under the policy that answered, with its version
 */
public record NextAsk(@Nullable Step step, String under) {
  /**
   * Who is asked.
   *
   * @param respondsWithin after what time without an answer the next is asked
   */
  public record Step(Role role, Duration respondsWithin) {
    public Step {
      checkArgument(
          respondsWithin.compareTo(Duration.ZERO) > 0,
          "respondsWithin must be positive but was %s",
          respondsWithin);
    }
  }

  public NextAsk {
    Check.text(under, "under");
  }
}
