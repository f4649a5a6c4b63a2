package dev.firebreak.relation;

/**
 * A relation to another incident of the tenant.
 *
 * @param to the name of the other incident
 * @param kind what this incident is to the other
 */
public record Relation(String to, LinkKind kind) {}
