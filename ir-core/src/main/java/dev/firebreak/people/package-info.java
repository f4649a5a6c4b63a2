/**
 * Who works on an incident, in which role, and what a role may do.
 *
 * <p>{@link dev.firebreak.people.Team} holds the roles that were given out in one incident, beside
 * those that the plan gives.
 */
@NullMarked
package dev.firebreak.people;

import org.jspecify.annotations.NullMarked;
