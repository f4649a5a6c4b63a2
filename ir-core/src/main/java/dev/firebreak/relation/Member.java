package dev.firebreak.relation;

/**
 * An incident that was merged into another.
 *
 * @param incident its name
 * @param version the sequence number of its last event before the merge
 * @param since the sequence number of the event of the merge in the other incident: what came after
 *     was added since, and stays there
 */
public record Member(String incident, long version, long since) {}
