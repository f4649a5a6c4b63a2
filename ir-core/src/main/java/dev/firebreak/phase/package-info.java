/**
 * The phases of incident response, the legal moves between them, and how an incident ends.
 *
 * <p>{@link dev.firebreak.phase.Move} is the table of what may follow what; {@link
 * dev.firebreak.phase.Progress} is where one incident stands. What must be done before a phase is
 * left spans several concepts and is decided above them.
 */
@NullMarked
package dev.firebreak.phase;

import org.jspecify.annotations.NullMarked;
