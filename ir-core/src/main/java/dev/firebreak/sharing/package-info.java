/**
 * Who may know: how far something may be shared, who needs to know, and to whom it may be told.
 *
 * <p>{@link dev.firebreak.sharing.Tlp} says how far; {@link dev.firebreak.sharing.NeedToKnow} is a
 * second test beside it, since a mark is no access control.
 */
@NullMarked
package dev.firebreak.sharing;

import org.jspecify.annotations.NullMarked;
