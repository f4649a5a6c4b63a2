package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.triage.Category;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for some categories of incident.
 *
 * @param categories the categories that it is for; none if other playbooks call it
 * @param steps its steps, in the order in which they are told
 * @param flow when they are done; null if they may be in any order, but for what a step comes after
 * @param variables its variables
 */
public record Playbook(
    PlaybookId id,
    String title,
    ImmutableSet<Category> categories,
    ImmutableList<Step> steps,
    @Nullable Flow flow,
    ImmutableList<Variable> variables) {
  public Playbook {
    Check.text(title, "title");
  }

  /** Describes a playbook whose steps may be done in any order. */
  public Playbook(
      PlaybookId id, String title, ImmutableSet<Category> categories, ImmutableList<Step> steps) {
    this(id, title, categories, steps, null, ImmutableList.of());
  }

  /** Returns this playbook with a flow. */
  public Playbook withFlow(Flow flow, Variable... variables) {
    return new Playbook(id, title, categories, steps, flow, ImmutableList.copyOf(variables));
  }
}
