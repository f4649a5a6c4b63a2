package dev.firebreak.execution;

import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionType;
import dev.firebreak.incident.IncidentId;

/**
 * What is to be done, or undone.
 *
 * @param target to what, such as a host or an account
 * @param key under which it has its effect at most once; no other execution of any incident has it
 * @param undo whether what the action did is to be undone
 */
public record Execution(
    IncidentId incident,
    ActionId action,
    ActionType type,
    String target,
    String key,
    boolean undo) {}
