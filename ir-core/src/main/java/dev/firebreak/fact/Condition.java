package dev.firebreak.fact;

import com.google.common.collect.ImmutableList;

/**
 * Something that must hold before a request may pass, with a stable code.
 *
 * <p>Each concept lists its own as an enum; a policy brings its own.
 */
public interface Condition {
  /** Returns the stable code, such as {@code action.awaits-approval}. */
  String code();

  /** Returns what must hold, in one sentence. */
  String statement();

  /**
   * Returns a rejection that says how the condition is not met.
   *
   * @param message what is not met, with the values
   * @param facts the events that prove it, by sequence number
   */
  default Rejection unmet(String message, Long... facts) {
    return new Rejection(this, message, ImmutableList.copyOf(facts), ImmutableList.of());
  }
}
