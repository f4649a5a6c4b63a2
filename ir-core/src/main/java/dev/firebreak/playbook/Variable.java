package dev.firebreak.playbook;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import dev.firebreak.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a playbook: each run of the playbook has its own value of it.
 *
 * @param name 1..128 letters, digits or {@code _ . -}, as it follows the dollar sign
 * @param type what values it takes
 * @param value the value at the start, written as text; null if it is not known then
 * @param constant whether nobody may change it
 * @param external whether a playbook that calls this one hands its own value of that name in
 */
public record Variable(
    String name, Type type, @Nullable String value, boolean constant, boolean external) {
  private static final CharMatcher NAME =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("_.-"))
          .precomputed();

  /** What values a variable takes. */
  public enum Type {
    /** Any text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG;

    /** Returns whether the text is a value of this type. */
    public boolean takes(String value) {
      return read(value) != null;
    }

    /** Returns the value that the text is, null if it is none. */
    @Nullable Object read(String value) {
      return switch (this) {
        case TEXT -> value;
        case NUMBER -> Values.numberOf(value);
        case FLAG ->
            value.equals("true") ? Boolean.TRUE : value.equals("false") ? Boolean.FALSE : null;
      };
    }
  }

  public Variable {
    checkArgument(
        !name.isEmpty() && name.length() <= Check.MAX_IDENTIFIER && NAME.matchesAllOf(name),
        "variable must be 1..%s letters, digits or _ . - but was %s",
        Check.MAX_IDENTIFIER,
        name);
    checkArgument(value == null || type.takes(value), "$%s takes no %s", name, value);
  }

  static boolean isInName(char c) {
    return NAME.matches(c);
  }
}
