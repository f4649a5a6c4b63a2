package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.triage.Category;

/**
 * What is to be done for some categories of incident.
 *
 * @param categories the categories that it is for
 * @param steps its steps, in the order in which they are told
 */
public record Playbook(
    PlaybookId id, String title, ImmutableSet<Category> categories, ImmutableList<Step> steps) {
  public Playbook {
    Check.text(title, "title");
  }
}
