package dev.firebreak.severity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;

/**
 * From which NCISS score on an incident has which severity; below the least of them, it has the
 * lowest of the plan.
 *
 * <p>The numbers are the plan's own: those that CISA uses were not found.
 *
 * @param from the least score of each severity, from 0 to 100; a worse one begins later
 */
public record NcissScale(ImmutableMap<Severity, Double> from) {
  public NcissScale {
    checkArgument(!from.isEmpty(), "an NCISS scale needs a severity");
    from.forEach(
        (severity, score) ->
            checkArgument(
                score >= 0 && score <= 100,
                "%s must begin at a score within 0..100 but was %s",
                severity,
                score));
    from.forEach(
        (severity, score) ->
            from.forEach(
                (worse, higher) ->
                    checkArgument(
                        worse.rank() <= severity.rank() || higher > score,
                        "%s must begin after %s",
                        worse,
                        severity)));
  }

  /**
   * Returns the severity of a score.
   *
   * @param lowest the severity below all of these
   */
  public Severity of(double score, Severity lowest) {
    var severity = lowest;
    for (var entry : from.entrySet()) {
      if (score >= entry.getValue() && entry.getKey().atLeast(severity)) {
        severity = entry.getKey();
      }
    }
    return severity;
  }
}
