/**
 * Alerts of sensors: what they say, which are the same, and which belong together.
 *
 * <p>An {@link dev.firebreak.alert.Alert} is what a reader makes of a sensor's own format; it keeps
 * the raw bytes. {@link dev.firebreak.alert.Intake} is the memory of a tenant's alerts and says
 * where the next one belongs; {@link dev.firebreak.alert.AttachedAlerts} are those of one incident.
 */
@NullMarked
package dev.firebreak.alert;

import org.jspecify.annotations.NullMarked;
