/**
 * What every concept is made of: facts, the requests that lead to them, and why a request may fail.
 *
 * <p>A {@link dev.firebreak.fact.Concept} names one part of an incident (its actions, its evidence,
 * its scope …). A {@link dev.firebreak.fact.Request} says which conditions must hold and which
 * {@link dev.firebreak.fact.Fact}s follow; a fact folds itself into the state of its concept. An
 * {@link dev.firebreak.fact.Event} is a fact with its envelope: who, when, and which command caused
 * it.
 *
 * <p>Start with {@code Concept}. Nothing here knows incidents, plans, policies, clocks or storage.
 */
@NullMarked
package dev.firebreak.fact;

import org.jspecify.annotations.NullMarked;
