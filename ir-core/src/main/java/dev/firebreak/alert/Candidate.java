package dev.firebreak.alert;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open incident to which an alert may belong.
 *
 * @param incident the name of the incident
 * @param shared the observables of the alert that lead to it, in the order of the alert; those that
 *     the plan holds to say nothing are not among them
 * @param repeats when the last alert with the same fingerprint was observed that belongs to it,
 *     null if there was none within the window of the plan
 */
public record Candidate(
    String incident, ImmutableSet<Observable> shared, @Nullable Instant repeats) {
  private static final int NAMED = 5;

  /** Returns what speaks for it, in a few words; at most five observables are named. */
  public String because() {
    if (repeats != null) {
      return "repeats one observed at " + repeats;
    }
    var named = "shares " + Joiner.on(", ").join(Iterables.limit(shared, NAMED));
    int more = shared.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
