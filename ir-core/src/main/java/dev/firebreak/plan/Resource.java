package dev.firebreak.plan;

import dev.firebreak.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * A tool or another thing that the team needs.
 *
 * @param use what it is for
 * @param where where it is, null if not written down
 */
public record Resource(String name, String use, @Nullable String where) {
  public Resource {
    Check.text(name, "name");
    Check.text(use, "use");
  }
}
