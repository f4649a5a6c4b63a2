package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.fact.Role;
import java.time.Duration;

/**
 * One level of the escalation ladder.
 *
 * @param to the role that is asked
 * @param respondsWithin after what time without an answer the next level is asked
 */
public record EscalationLevel(Role to, Duration respondsWithin) {
  public EscalationLevel {
    checkArgument(
        respondsWithin.compareTo(Duration.ZERO) > 0,
        "respondsWithin must be positive but was %s",
        respondsWithin);
  }
}
