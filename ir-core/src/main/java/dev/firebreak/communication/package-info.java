/** What was said about an incident, to whom and when, and what was decided not to be said. */
@NullMarked
package dev.firebreak.communication;

import org.jspecify.annotations.NullMarked;
