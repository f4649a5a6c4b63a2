package dev.firebreak.decision;

import dev.firebreak.fact.Actor;
import java.time.Instant;

/**
 * A decision in the log.
 *
 * @param by who took it
 * @param at when
 * @param since the sequence number of its event
 */
public record LoggedDecision(
    DecisionId id, HardDecision decision, Actor by, Instant at, long since) {}
