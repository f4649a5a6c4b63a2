package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.phase.Phase;
import dev.firebreak.severity.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of open incidents shows of one.
 *
 * @param title what it is about, in a few words
 * @param severity the severity in force, null before it is assessed
 * @param opened when it was opened, or reopened last
 * @param due when the first of its running clocks is due, which may have passed; null if none runs
 * @param owners who acknowledged it last, and who was given a role in it that leads: one of the
 *     kinds {@link dev.firebreak.people.RoleKind#INCIDENT_MANAGER} and {@link
 *     dev.firebreak.people.RoleKind#INCIDENT_LEAD}
 */
public record IncidentSummary(
    IncidentId id,
    String title,
    Phase phase,
    @Nullable Severity severity,
    Instant opened,
    @Nullable Instant due,
    ImmutableSet<Actor> owners) {}
