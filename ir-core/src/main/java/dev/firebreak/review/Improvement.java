package dev.firebreak.review;

import dev.firebreak.fact.Actor;
import java.time.LocalDate;

/**
 * Something to be made better because of an incident.
 *
 * @param owner who sees to it
 * @param due the last day on which it is in time
 * @param since the sequence number of the event that opened it
 */
public record Improvement(ImprovementId id, String title, Actor owner, LocalDate due, long since) {}
