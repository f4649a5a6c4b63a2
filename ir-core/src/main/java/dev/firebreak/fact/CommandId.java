package dev.firebreak.fact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import dev.firebreak.check.Check;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names one command, so that sending it again never acts twice.
 *
 * <p>Immutable. Of a command that nobody named, only the number of its first event is kept, since
 * there may be one for each event.
 */
public final class CommandId {
  private static final String BY_EVENT = "event:";
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final int MOST_DIGITS = 18; // of which every number fits

  private final @Nullable String name; // null if it is that of an event
  private final long event; // 0 if it has a name

  private CommandId(@Nullable String name, long event) {
    this.name = name;
    this.event = event;
  }

  /**
   * Takes the name of a command.
   *
   * @param value 1..128 letters, digits or {@code . _ : @ + -}; unique within an incident
   */
  public CommandId(String value) {
    this.event = eventIn(Check.identifier(value, "command id"));
    this.name = event == 0 ? value : null;
  }

  /** Returns the id of a command that nobody named: that of its first event in the history. */
  public static CommandId ofEvent(long sequence) {
    checkArgument(sequence > 0, "sequence must be positive but was %s", sequence);
    return new CommandId(null, sequence);
  }

  /** Returns the number in a text that {@link #value} makes of one, 0 in any other. */
  private static long eventIn(String value) {
    if (!value.startsWith(BY_EVENT)) {
      return 0;
    }
    var digits = value.substring(BY_EVENT.length());
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.charAt(0) != '0'
            && DIGIT.matchesAllOf(digits);
    return isNumber ? Long.parseLong(digits) : 0;
  }

  /** Returns the name. */
  public String value() {
    return name == null ? BY_EVENT + event : name;
  }

  /**
   * Returns whether it is of the form that {@link #ofEvent} makes, so that nobody may choose it.
   */
  public boolean isOfEvent() {
    return name == null || name.startsWith(BY_EVENT);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CommandId that
            && event == that.event
            && Objects.equals(name, that.name));
  }

  @Override
  public int hashCode() {
    return name == null ? Long.hashCode(event) : name.hashCode();
  }

  @Override
  public String toString() {
    return value();
  }
}
