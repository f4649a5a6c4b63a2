package dev.firebreak.phase;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.obligation.ObligationId;

/**
 * To whom an incident is handed over when it ends that way: crisis or continuity management.
 *
 * @param to who takes it over, such as the crisis team
 * @param duties the duties whose clocks still run, and that go over with it
 */
public record Handover(String to, ImmutableSet<ObligationId> duties) {
  public Handover {
    Check.text(to, "to");
  }

  /** Returns that somebody takes over an incident in which no clock of a duty runs. */
  public static Handover to(String successor) {
    return new Handover(successor, ImmutableSet.of());
  }

  /** Returns this, with these duties. */
  public Handover with(ObligationId... running) {
    return new Handover(to, ImmutableSet.copyOf(running));
  }
}
