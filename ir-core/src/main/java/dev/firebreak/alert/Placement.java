package dev.firebreak.alert;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.scope.Observable;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert belongs, and why.
 *
 * @param outcome what is to become of it
 * @param incident the name of the incident that it belongs to, null where one is to be opened
 * @param because what decided, for people
 * @param binds the observables that lead to that incident from now on
 */
public record Placement(
    Outcome outcome, @Nullable String incident, String because, ImmutableSet<Observable> binds) {

  /** What may become of an alert. */
  public enum Outcome {
    /** It has been received before, by source and reference. */
    DUPLICATE,
    /** It repeats one that was received a short time before. */
    REPEATED,
    /** It belongs to an open incident. */
    JOINED,
    /** It is the first of an incident. */
    OPENED
  }
}
