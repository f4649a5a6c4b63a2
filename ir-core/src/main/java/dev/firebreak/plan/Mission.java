package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * What the team is there for.
 *
 * @param text what it is there for, in a sentence or two
 * @param strategy how it goes about that, null if not written down
 * @param goals what it wants to reach
 * @param roadmap how it becomes better, null if not written down
 * @param organisation how it fits into the organisation, null if not written down
 */
public record Mission(
    String text,
    @Nullable String strategy,
    ImmutableList<String> goals,
    @Nullable String roadmap,
    @Nullable String organisation) {
  public Mission {
    Check.text(text, "text");
  }
}
