package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What the expressions of one playbook may name besides what every incident has.
 *
 * @param levels the levels of severity, least first
 * @param variables the types of the variables, by name
 */
public record Vocabulary(
    ImmutableList<String> levels, ImmutableMap<String, Variable.Type> variables) {}
