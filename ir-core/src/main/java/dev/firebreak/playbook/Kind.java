package dev.firebreak.playbook;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What values a term of an expression has.
 *
 * @param name what a message calls it
 * @param words the only values that there are, in their order; null if there are others
 * @param ordered whether one may come before another
 */
record Kind(String name, @Nullable ImmutableList<String> words, boolean ordered) {
  static final Kind FLAG = new Kind("true or false", null, false);
  static final Kind NUMBER = new Kind("a number", null, true);
  static final Kind TEXT = new Kind("text", null, false);

  static Kind of(Variable.Type type) {
    return switch (type) {
      case TEXT -> TEXT;
      case NUMBER -> NUMBER;
      case FLAG -> FLAG;
    };
  }

  /** Returns whether values of both can be the same: words are written as text. */
  boolean fits(Kind other) {
    return equals(other)
        || (isWritten() && other.isWritten() && (words == null || other.words == null));
  }

  private boolean isWritten() {
    return equals(TEXT) || words != null;
  }

  /** Returns whether there is such a word, or any will do. */
  boolean has(String word) {
    return words == null || words.contains(word);
  }

  /** Returns what a message says was expected. */
  String expected() {
    return words == null ? name : name + " (" + Joiner.on(", ").join(words) + ")";
  }
}
