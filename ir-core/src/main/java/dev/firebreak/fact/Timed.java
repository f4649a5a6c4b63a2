package dev.firebreak.fact;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a concept in which something is to happen by itself at a given time.
 *
 * <p>What is due is part of the state and not a running timer: a restart, a sleep or a step of the
 * clock delays it, and never loses or doubles it. The engine says when it is due next, and asks for
 * it when it is woken.
 */
public interface Timed {
  /** Returns when something is due next, null if nothing is to come. */
  @Nullable Instant nextDue();

  /**
   * Returns what the engine is to ask for once that time has come, earliest first; empty before.
   *
   * <p>The state after one of these is accepted no longer holds it due.
   */
  ImmutableList<? extends Request<?>> dueBy(Instant now);
}
