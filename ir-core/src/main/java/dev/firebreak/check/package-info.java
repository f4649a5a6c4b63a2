/**
 * The checks that constructors share: identifiers, free text, limits.
 *
 * <p>Not exported. A value type calls these once, in its constructor; code further in trusts it.
 */
@NullMarked
package dev.firebreak.check;

import org.jspecify.annotations.NullMarked;
