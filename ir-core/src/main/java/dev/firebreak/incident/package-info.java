/**
 * Incidents: the parts of which one is composed, and the commands that it takes.
 *
 * <p>An {@link dev.firebreak.incident.Incident} is the fold of its history over its concepts; it is
 * never changed but by events. A {@link dev.firebreak.incident.Command} asks for one thing, by one
 * actor.
 */
@NullMarked
package dev.firebreak.incident;

import org.jspecify.annotations.NullMarked;
