package dev.firebreak.fact;

import dev.firebreak.check.Check;

/**
 * Names one command, so that sending it again never acts twice.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}; unique within an incident
 */
public record CommandId(String value) {
  public CommandId {
    Check.identifier(value, "command id");
  }

  private static final String BY_EVENT = "event:";

  /** Returns the id of a command that nobody named: that of its first event in the history. */
  public static CommandId ofEvent(long sequence) {
    return new CommandId(BY_EVENT + sequence);
  }

  /** Returns whether it was made by {@link #ofEvent}, so that nobody may choose it. */
  public boolean isOfEvent() {
    return value.startsWith(BY_EVENT);
  }

  @Override
  public String toString() {
    return value;
  }
}
