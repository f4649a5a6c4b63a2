/** Structure-sharing collections for state that grows without bound. */
@NullMarked
package dev.firebreak.persistent;

import org.jspecify.annotations.NullMarked;
