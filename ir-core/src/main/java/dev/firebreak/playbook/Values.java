package dev.firebreak.playbook;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Compares what expressions are about; what cannot be compared is not known (null). */
final class Values {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final int MOST_DIGITS = 18;

  private Values() {}

  /** Returns the whole number that the text is, null if it is none of at most 18 digits. */
  static @Nullable Long numberOf(String text) {
    var digits = text.startsWith("-") ? text.substring(1) : text;
    return digits.isEmpty() || digits.length() > MOST_DIGITS || !DIGITS.matchesAllOf(digits)
        ? null
        : (Long) Long.parseLong(text);
  }

  static boolean isEquality(String how) {
    return how.equals("=") || how.equals("!=");
  }

  /** Returns what a value says, if it says true or false; a variable holds text. */
  static @Nullable Boolean flag(@Nullable Object value) {
    return value instanceof Boolean flag
        ? flag
        : value instanceof String text ? (Boolean) Variable.Type.FLAG.read(text) : null;
  }

  /**
   * Returns whether the comparison holds.
   *
   * @param order the words of which one comes before another, null if they are no such words
   */
  static @Nullable Boolean compare(
      @Nullable Object left,
      String how,
      @Nullable Object right,
      @Nullable ImmutableList<String> order) {
    if (left == null || right == null) {
      return null;
    }
    if (order != null) {
      int one = order.indexOf(left);
      int other = order.indexOf(right);
      return (one < 0 || other < 0) ? null : ordered(one, how, other);
    }
    if (left instanceof Long || right instanceof Long) {
      var one = number(left);
      var other = number(right);
      return (one == null || other == null) ? null : ordered(one, how, other);
    }
    if (left instanceof Boolean || right instanceof Boolean) {
      var one = flag(left);
      var other = flag(right);
      return (one == null || other == null) ? null : equality(how, one.equals(other));
    }
    var one = number(left);
    var other = number(right);
    return isEquality(how)
        ? equality(how, left.equals(right))
        : (one == null || other == null) ? null : ordered(one, how, other);
  }

  private static @Nullable Long number(Object value) {
    return value instanceof Long number
        ? number
        : value instanceof String text ? (Long) Variable.Type.NUMBER.read(text) : null;
  }

  private static @Nullable Boolean equality(String how, boolean same) {
    return isEquality(how) ? how.equals("=") == same : null;
  }

  private static @Nullable Boolean ordered(long left, String how, long right) {
    int order = Long.compare(left, right);
    return switch (how) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> null;
    };
  }
}
