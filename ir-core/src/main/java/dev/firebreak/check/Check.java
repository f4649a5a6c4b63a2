package dev.firebreak.check;

import com.google.common.base.CharMatcher;

/** Checks of text that comes from outside. */
public final class Check {
  /** The longest identifier, in characters. */
  public static final int MAX_IDENTIFIER = 128;

  /** The longest free text, in characters. */
  public static final int MAX_TEXT = 16_384;

  private static final CharMatcher ALPHANUMERIC =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .precomputed();
  private static final CharMatcher IDENTIFIER =
      ALPHANUMERIC.or(CharMatcher.anyOf("._:@+-")).precomputed();

  private Check() {}

  /**
   * Returns the identifier if it starts with an ASCII letter or digit and holds only those and
   * {@code . _ : @ + -}.
   *
   * @param what the noun that the message uses
   * @throws IllegalArgumentException if it does not, or is longer than {@link #MAX_IDENTIFIER}
   */
  public static String identifier(String value, String what) {
    if (value.isEmpty()
        || value.length() > MAX_IDENTIFIER
        || !ALPHANUMERIC.matches(value.charAt(0))
        || !IDENTIFIER.matchesAllOf(value)) {
      throw new IllegalArgumentException(
          what
              + " must be 1.."
              + MAX_IDENTIFIER
              + " letters, digits or . _ : @ + - and start with a letter or digit but was "
              + quote(value));
    }
    return value;
  }

  /**
   * Returns the text if it is not blank.
   *
   * @param what the noun that the message uses
   * @throws IllegalArgumentException if it is blank or longer than {@link #MAX_TEXT}
   */
  public static String text(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    if (value.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          what + " must have at most " + MAX_TEXT + " characters but has " + value.length());
    }
    return value;
  }

  /**
   * Returns the name of a command, such as {@code action.approve}, or of all commands of a concept,
   * {@code action.*}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static String commands(String value) {
    int dot = value.indexOf('.');
    if (dot <= 0 || dot != value.lastIndexOf('.') || dot == value.length() - 1) {
      throw new IllegalArgumentException(
          "a command is named such as action.approve, or action.*, but was " + quote(value));
    }
    identifier(value.substring(0, dot), "concept");
    if (!value.endsWith(".*")) {
      identifier(value.substring(dot + 1), "command");
    }
    return value;
  }

  private static String quote(String value) {
    var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
    return '"' + CharMatcher.javaIsoControl().replaceFrom(shown, '?') + '"';
  }
}
