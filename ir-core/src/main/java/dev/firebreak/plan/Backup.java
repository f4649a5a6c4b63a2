package dev.firebreak.plan;

import dev.firebreak.check.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A backup that recovery may rest on.
 *
 * @param what what is kept
 * @param where where it is kept
 * @param offline whether an intruder cannot reach it
 * @param restored when restoring it was last tried, null if never
 */
public record Backup(String what, String where, boolean offline, @Nullable LocalDate restored) {
  public Backup {
    Check.text(what, "what");
    Check.text(where, "where");
  }
}
