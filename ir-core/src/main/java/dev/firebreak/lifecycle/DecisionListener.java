package dev.firebreak.lifecycle;

import dev.firebreak.incident.Command;

/**
 * Is told of every decision on a command, refusals too, after it was made and recorded.
 *
 * <p>For one incident the calls come in the order of the decisions, one at a time; for several
 * incidents they may come at once. They are made by a thread that submits commands, when it no
 * longer holds the incident: by that of the command, before its call returns, unless another thread
 * is just telling of that incident, which then goes on with this decision. So a listener that is
 * slow keeps the thread that tells, but no other command; what it has not been told yet is kept in
 * memory. It may call the engine: what comes of that is told after its own call has returned.
 *
 * <p>A runtime exception is logged and skipped: it cannot make a command fail, and the other
 * listeners are still told. Each decision is told once, by the engine that made it, and not again
 * after a crash: what must not be missed is in the journal.
 */
@FunctionalInterface
public interface DecisionListener {
  /** Takes note of a decision. */
  void decided(Command command, Decision decision);
}
