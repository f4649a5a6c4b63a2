package dev.firebreak.lifecycle;

import dev.firebreak.incident.Command;

/**
 * Is told of every decision, refusals too, after it was made and recorded.
 *
 * <p>Called on the thread of the command, one call after another for one incident. It should return
 * soon. What it throws is logged and skipped: it cannot make a command fail.
 */
@FunctionalInterface
public interface DecisionListener {
  /** Takes note of a decision. */
  void decided(Command command, Decision decision);
}
