package dev.firebreak.incident;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of an incident, by somebody.
 *
 * @param id its own name: sent again under the same id, it never acts twice
 * @param incident which incident
 * @param actor who asks
 * @param occurred when what is asked to be recorded happened, null for now
 * @param request what is asked
 */
public record Command(
    CommandId id,
    IncidentId incident,
    Actor actor,
    @Nullable OffsetDateTime occurred,
    Request<?> request) {}
