/**
 * Response actions: what is done, to which target, by whom, who approved it, and how it came out.
 *
 * <p>{@link dev.firebreak.action.Actions} holds those of one incident; {@link
 * dev.firebreak.action.ActionStatus} has the table of what may follow what.
 */
@NullMarked
package dev.firebreak.action;

import org.jspecify.annotations.NullMarked;
