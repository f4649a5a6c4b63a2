package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * A channel on which the team talks.
 *
 * @param use what it is for
 * @param outOfBand whether it works without what may be attacked
 */
public record Channel(String name, String use, boolean outOfBand) {
  public Channel {
    Check.text(name, "name");
    Check.text(use, "use");
  }
}
