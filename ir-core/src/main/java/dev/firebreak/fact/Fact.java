package dev.firebreak.fact;

/**
 * Something that happened, as one concept sees it: an immutable record, named in the past tense.
 *
 * <p>A fact folds itself, so that one without a fold does not compile. Folding is pure: the same
 * state and stamp give the same result, years later. It never refuses; what may not happen is
 * refused before it becomes a fact.
 *
 * @param <S> the state of the concept
 */
public interface Fact<S> {
  /** Returns the concept that the fact belongs to. */
  Concept<S> concept();

  /** Returns the state after this fact. */
  S applyTo(S before, Stamp stamp);
}
