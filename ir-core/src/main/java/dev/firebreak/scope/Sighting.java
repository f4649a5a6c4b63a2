package dev.firebreak.scope;

import dev.firebreak.check.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What threat intelligence says: an observable of this incident was seen elsewhere.
 *
 * @param by who says so, such as a feed or another team
 * @param at when it was seen there, as they say
 * @param reference where they say so, such as a report's number or address; null if nowhere
 */
public record Sighting(Observable observable, String by, Instant at, @Nullable String reference) {
  public Sighting {
    Check.text(by, "who says so");
    if (reference != null) {
      Check.text(reference, "reference");
    }
  }
}
