package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A duty of the plan: something to be reached within a time after something else.
 *
 * @param title what has to be done
 * @param source what demands it, such as a regulation with its article, or the organisation itself
 * @param starts what starts the clock
 * @param within how long it runs, in elapsed time
 * @param ends what ends it
 * @param recipient who has to be told, given just when it ends with {@link Milestone#NOTIFIED}
 * @param categories the categories of incident that it is for; empty for all
 */
public record Obligation(
    ObligationId id,
    String title,
    String source,
    Milestone starts,
    Duration within,
    Milestone ends,
    @Nullable Audience recipient,
    ImmutableSet<Category> categories) {
  public Obligation {
    Check.text(title, "title");
    Check.text(source, "source");
    checkArgument(
        within.compareTo(Duration.ZERO) > 0, "within must be positive but was %s", within);
    checkArgument(starts != ends, "an obligation cannot start and end with %s", starts);
    checkArgument(
        (recipient != null) == (ends == Milestone.NOTIFIED),
        "an obligation names a recipient just when it ends with NOTIFIED");
  }

  /**
   * Returns whether it is for incidents of the category, by its name or by that of its class.
   *
   * @param category null while it is not known
   */
  public boolean isFor(@Nullable Category category) {
    return categories.isEmpty() || (category != null && category.isAmong(categories));
  }
}
