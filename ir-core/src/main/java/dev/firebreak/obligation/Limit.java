package dev.firebreak.obligation;

/**
 * A second time limit for an obligation: the earlier of both counts, unless this one was over
 * before the clock started.
 *
 * @param from what it counts from, when that first occurred
 * @param within how long it is
 */
public record Limit(Trigger from, Period within) {}
