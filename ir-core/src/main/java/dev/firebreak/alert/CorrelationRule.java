package dev.firebreak.alert;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.scope.Observable;
import java.time.Duration;
import java.util.List;

/**
 * How a plan wants alerts to be brought together.
 *
 * @param window how far apart two alerts with the same fingerprint may be, by the sensors' time,
 *     for the later one to be a repetition; every repetition moves the window on
 * @param shared the values of observables that say nothing, because many share them: addresses of
 *     resolvers, proxies and the like
 * @param remembered how long what alerts said is kept in memory, by the sensors' time, and at most
 *     twice as long; what an older one shares with an incident is not seen any more, but that it
 *     was received before always is
 */
public record CorrelationRule(Duration window, ImmutableSet<String> shared, Duration remembered) {
  private static final Placement FIRST = Placement.open("shares nothing with an open incident");

  /** Repetitions within an hour, nothing that is shared, and a memory of 30 days. */
  public static final CorrelationRule DEFAULT =
      new CorrelationRule(Duration.ofHours(1), ImmutableSet.of(), Duration.ofDays(30));

  public CorrelationRule {
    checkArgument(!window.isNegative(), "window must not be negative but was %s", window);
    checkArgument(
        !remembered.isNegative() && !remembered.isZero() && remembered.compareTo(window) >= 0,
        "remembered must be positive and not shorter than the window, but was %s",
        remembered);
  }

  /** Returns a rule with a memory of 30 days, or of the window if that is longer. */
  public CorrelationRule(Duration window, ImmutableSet<String> shared) {
    this(window, shared, Comparators.max(window, Duration.ofDays(30)));
  }

  boolean tells(Observable observable) {
    return shared.isEmpty() || !shared.contains(observable.value());
  }

  /**
   * Returns where an alert belongs: it repeats one of the same fingerprint, or joins the incident
   * that most of its observables lead to, the first if several are equal; otherwise it opens one.
   */
  public Placement choose(List<Candidate> candidates) {
    Candidate best = null;
    for (int i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      if (candidate.repeats() != null) {
        return Placement.repeat(candidate.incident(), candidate.because());
      }
      if (best == null || candidate.shared().size() > best.shared().size()) {
        best = candidate;
      }
    }
    return best == null ? FIRST : Placement.join(best.incident(), best.because());
  }
}
