/**
 * For the tests of embedders and vendors: given/when/then, contract checks, a virtual clock.
 *
 * <p>{@link dev.firebreak.testkit.Scenario} tests a plan and its policies: given what was done,
 * when something is asked, then it is refused or accepted. {@link
 * dev.firebreak.testkit.JournalContract} checks an implementation of a journal, {@link
 * dev.firebreak.testkit.PolicyContract} a policy. {@link dev.firebreak.testkit.SeededIncidents}
 * makes plans, incidents and requests from a seed, for properties of your own. {@link
 * dev.firebreak.testkit.VirtualClock} tells the time that a test sets.
 *
 * <p>All of it is plain Java: what does not hold is an {@link AssertionError} with a sentence, so
 * that any test framework can use it, or none.
 */
@NullMarked
package dev.firebreak.testkit;

import org.jspecify.annotations.NullMarked;
