/**
 * Reports for people over one incident: its timeline and that of the attackers, how long things
 * took, and its deadlines.
 *
 * <p>{@link dev.firebreak.report.Timeline}, {@link dev.firebreak.report.AttackTimeline}, {@link
 * dev.firebreak.report.Times} and {@link dev.firebreak.report.Deadlines} are pure functions of an
 * {@link dev.firebreak.incident.IncidentRecord}; each is a value, and renders itself as plain text.
 * None shows what evidence holds, or raw alerts.
 */
@NullMarked
package dev.firebreak.report;

import org.jspecify.annotations.NullMarked;
