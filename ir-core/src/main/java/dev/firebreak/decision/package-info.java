/**
 * The log of hard decisions: to leave attackers in place, to shut down, to pay or not, to tell or
 * not; each with its reason and who was asked.
 *
 * <p>Start with {@link dev.firebreak.decision.DecisionLog}. A decision stays as it was taken; who
 * decides anew takes another one about the same, and the last one is in force.
 */
@NullMarked
package dev.firebreak.decision;

import org.jspecify.annotations.NullMarked;
