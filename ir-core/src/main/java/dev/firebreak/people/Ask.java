package dev.firebreak.people;

import dev.firebreak.fact.Role;
import java.time.Instant;

/**
 * A role that was asked to take the incident on, and has not answered yet.
 *
 * @param level how far the question has climbed, from 1
 * @param answerBy when the next level is asked
 * @param since the sequence number of the event
 */
public record Ask(Role role, int level, Instant answerBy, long since) {}
