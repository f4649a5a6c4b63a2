package dev.firebreak.fact;

import com.google.common.collect.ImmutableList;

/**
 * Something asked of one concept: what must hold, and what follows if it does.
 *
 * <p>Both methods are pure. What a request needs from the plan or a policy arrives in {@link
 * Asking}.
 *
 * @param <S> the state of the concept
 */
public interface Request<S> {
  /** Returns the concept that is asked. */
  Concept<S> concept();

  /** Returns every condition that does not hold; empty if the request may pass. */
  ImmutableList<Rejection> unmet(S state, Asking by);

  /**
   * Returns what follows, given that nothing is {@linkplain #unmet unmet}; empty if there is
   * nothing to do.
   */
  ImmutableList<Fact<S>> yields(S state, Asking by);

  /**
   * Returns whether it may be asked of a closed incident too.
   *
   * <p>Most may not. A duty that outlives the incident, or taking it up again, may.
   */
  default boolean afterClosing() {
    return false;
  }

  /**
   * Returns whether it may be asked of an incident that was merged into another one.
   *
   * <p>Most may not, since work goes on there. What brings something to an end that was begun
   * before may.
   */
  default boolean afterMerging() {
    return false;
  }
}
