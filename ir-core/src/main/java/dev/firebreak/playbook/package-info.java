/**
 * Playbooks: what is to be done for a category of incident, step by step and phase by phase, and
 * how far one incident has come with it.
 *
 * <p>{@link dev.firebreak.playbook.Playbook} stands in the plan. Its {@link
 * dev.firebreak.playbook.Step}s say what is to be done; its {@link dev.firebreak.playbook.Flow}
 * says when, with conditions that are {@link dev.firebreak.playbook.Expression}s or decisions of
 * people. {@link dev.firebreak.playbook.StepProgress} is a part of an incident: it knows what was
 * done, and by its {@link dev.firebreak.playbook.Run} what waits for whom.
 */
@NullMarked
package dev.firebreak.playbook;

import org.jspecify.annotations.NullMarked;
