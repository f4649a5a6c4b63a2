package dev.firebreak.people;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;

/**
 * A role that its holder wants to hand over, and that nobody has taken over yet.
 *
 * @param from who holds it, until it is taken over
 * @param to who is to take it over
 * @param note what the receiver has to know
 * @param since the sequence number of the event
 */
public record Offer(Role role, Actor from, Actor to, String note, long since) {}
