package dev.firebreak.evidence;

import dev.firebreak.fact.Actor;

/**
 * A legal hold: nothing on the source, and nothing taken from it, may be destroyed.
 *
 * @param source what is held, such as a host
 * @param by who ordered it
 * @param reason why
 * @param since the sequence number of the event
 */
public record LegalHold(String source, Actor by, String reason, long since) {}
