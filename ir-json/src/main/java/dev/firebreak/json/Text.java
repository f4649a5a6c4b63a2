package dev.firebreak.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** What a string in a document may be, on the way in and on the way out. */
final class Text {
  /** The longest string, in characters: that of a raw alert. */
  static final int MAX_LENGTH = 1 << 20;

  private Text() {}

  /** Writes a string. */
  static void write(String text, JsonGenerator to) {
    check(text, to);
    to.writeString(text);
  }

  /** Writes the name of a member. */
  static void writeName(String name, JsonGenerator to) {
    check(name, to);
    to.writeName(name);
  }

  private static void check(String text, JsonGenerator to) {
    var problem = problemOf(text);
    if (problem != null) {
      throw DatabindException.from(to, problem);
    }
  }

  /** Returns why the text may not be part of a document, null if it may. */
  static @Nullable String problemOf(String text) {
    if (text.length() > MAX_LENGTH) {
      return "a string must have at most " + MAX_LENGTH + " characters but has " + text.length();
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return "half of a surrogate pair at character " + i + " of a string";
        }
        i++;
      }
    }
    return null;
  }
}
