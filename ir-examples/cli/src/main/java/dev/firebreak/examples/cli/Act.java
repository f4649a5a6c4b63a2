package dev.firebreak.examples.cli;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import java.time.Duration;

/**
 * One thing that somebody does in the demonstration.
 *
 * @param after how long after the one before
 * @param by who does it
 * @param says what the screen says that it is
 * @param asks the request
 * @param passes whether the engine is to accept it
 */
record Act(Duration after, Actor by, String says, Request<?> asks, boolean passes) {
  static Act passes(String after, String by, String says, Request<?> asks) {
    return new Act(Duration.parse(after), new Actor(by), says, asks, true);
  }

  static Act isRefused(String after, String by, String says, Request<?> asks) {
    return new Act(Duration.parse(after), new Actor(by), says, asks, false);
  }
}
