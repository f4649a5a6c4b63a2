package dev.firebreak.action;

import dev.firebreak.fact.Actor;

/**
 * How an action came to be started without its approvals.
 *
 * @param by who started it
 * @param reason why it could not wait
 * @param event the sequence number of the event
 * @param reviewed whether somebody else has looked at it since
 */
public record BrokenGlass(Actor by, String reason, long event, boolean reviewed) {
  BrokenGlass afterReview() {
    return new BrokenGlass(by, reason, event, true);
  }
}
