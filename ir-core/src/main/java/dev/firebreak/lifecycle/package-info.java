/**
 * The engine: takes commands and alerts, decides, and records.
 *
 * <p>{@link dev.firebreak.lifecycle.IncidentResponse} is the one class that an application holds.
 * It alone knows the clock, the journal and threads; what it decides is decided by pure functions
 * over incident, command, plan and policies.
 */
@NullMarked
package dev.firebreak.lifecycle;

import org.jspecify.annotations.NullMarked;
