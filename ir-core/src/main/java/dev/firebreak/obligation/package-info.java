/**
 * Duties with a deadline, and the clocks that run for them in an incident.
 *
 * <p>An {@link dev.firebreak.obligation.Obligation} stands in the plan: what starts it, how long it
 * runs, what ends it. A {@link dev.firebreak.obligation.Clock} is one that has started. Due
 * instants are part of the state: nothing counts down, so a restart neither loses nor doubles one.
 */
@NullMarked
package dev.firebreak.obligation;

import org.jspecify.annotations.NullMarked;
