package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.obligation.Due;
import java.time.Instant;

/** Several policies of when something is due, of which the earliest answer counts. */
record EarliestOf(ImmutableList<DuePolicy> parts) implements DuePolicy {
  private static final Composition HOW = Composition.EARLIEST;

  EarliestOf {
    HOW.of(parts);
  }

  @Override
  public String name() {
    return HOW.name(parts);
  }

  @Override
  public String version() {
    return Composition.version(parts);
  }

  @Override
  public String explain() {
    return HOW.explain(parts);
  }

  @Override
  public Due due(Context context) {
    Instant earliest = null;
    for (DuePolicy part : parts) {
      var at = part.due(context).at();
      if (at != null && (earliest == null || at.isBefore(earliest))) {
        earliest = at;
      }
    }
    return new Due(earliest, label());
  }
}
