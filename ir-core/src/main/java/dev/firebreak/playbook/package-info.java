/**
 * Playbooks: what is to be done for a category of incident, step by step and phase by phase, and
 * how far one incident has come with it.
 *
 * <p>{@link dev.firebreak.playbook.Playbook} stands in the plan; {@link
 * dev.firebreak.playbook.StepProgress} is a part of an incident.
 */
@NullMarked
package dev.firebreak.playbook;

import org.jspecify.annotations.NullMarked;
