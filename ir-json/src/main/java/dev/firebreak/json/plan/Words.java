package dev.firebreak.json.plan;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.util.Optional;

/** Shows what was written, and finds the word that was meant. */
final class Words {
  private static final int SHOWN = 40;

  /** How many letters may be wrong at most. */
  private static final int FAR = 3;

  /**
   * What a file must not hold, because readers do not see it or see it in another order: control
   * characters but tab and line ends, line separators that editors do not count, marks that turn
   * the direction of writing, the byte order mark, and what is no character at all.
   */
  private static final CharMatcher UNSEEN =
      CharMatcher.inRange('\u0000', '\u0008')
          .or(CharMatcher.anyOf("\u000b\u000c\u061c\u200e\u200f\u2028\u2029\ufeff\ufffe\uffff"))
          .or(CharMatcher.inRange('\u000e', '\u001f'))
          .or(CharMatcher.inRange('\u007f', '\u009f'))
          .or(CharMatcher.inRange('\u202a', '\u202e'))
          .or(CharMatcher.inRange('\u2066', '\u2069'))
          .precomputed();

  private static final CharMatcher SPACES = CharMatcher.anyOf("\n\r\t");

  private Words() {}

  /** Returns the index of the first character from there on that no file may hold, or -1. */
  static int unseen(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= ' ' && c < '\u007f') {
        continue; // as nearly all are
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c) || UNSEEN.matches(c)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns what that character is, for a message. */
  static String name(char c) {
    return Character.isSurrogate(c)
        ? "half a character (U+%04X)".formatted((int) c)
        : "the invisible character U+%04X".formatted((int) c);
  }

  /** Returns the start of the text in quotes, without anything unseen. */
  static String quote(String text) {
    return '"' + clean(text, SHOWN) + '"';
  }

  /** Returns at most so many characters of the text, on one line and without anything unseen. */
  static String clean(String text, int most) {
    var shown = text;
    if (text.length() > most) {
      var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
      shown = text.substring(0, end) + '…';
    }
    return UNSEEN.replaceFrom(SPACES.replaceFrom(shown, ' '), '?');
  }

  /** Returns the candidate that is nearest to the word, if one is near enough to be meant. */
  static Optional<String> nearest(String word, Iterable<String> candidates) {
    if (word.length() > SHOWN) {
      return Optional.empty();
    }
    Optional<String> nearest = Optional.empty();
    var least = Integer.MAX_VALUE;
    var meant = plain(word);
    var rows = new int[SHOWN + 1][SHOWN + 1];
    for (String candidate : candidates) {
      if (candidate.length() <= SHOWN && Math.abs(candidate.length() - word.length()) <= FAR) {
        var distance = distance(meant, plain(candidate), rows);
        var near = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
        if (distance <= Math.min(FAR, near) && distance < least) {
          least = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** Returns the word in lower case, with dashes between its parts. */
  static String plain(String word) {
    return Ascii.toLowerCase(word).replace('_', '-').replace(' ', '-');
  }

  /** Returns how many letters to add, drop, change or swap with their neighbour. */
  private static int distance(String from, String to, int[][] rows) {
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[from.length()][to.length()];
  }
}
