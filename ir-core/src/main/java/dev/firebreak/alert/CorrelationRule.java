package dev.firebreak.alert;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.scope.Observable;
import java.time.Duration;

/**
 * How a plan wants alerts to be brought together.
 *
 * @param window how far apart two alerts with the same fingerprint may be, by the sensors' time,
 *     for the later one to be a repetition; every repetition moves the window on
 * @param shared the values of observables that say nothing, because many share them: addresses of
 *     resolvers, proxies and the like
 */
public record CorrelationRule(Duration window, ImmutableSet<String> shared) {
  /** Repetitions within an hour, and nothing that is shared. */
  public static final CorrelationRule DEFAULT =
      new CorrelationRule(Duration.ofHours(1), ImmutableSet.of());

  public CorrelationRule {
    checkArgument(!window.isNegative(), "window must not be negative but was %s", window);
  }

  boolean tells(Observable observable) {
    return !shared.contains(observable.value());
  }
}
