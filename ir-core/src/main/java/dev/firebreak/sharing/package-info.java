/** To whom something may be told. */
@NullMarked
package dev.firebreak.sharing;

import org.jspecify.annotations.NullMarked;
