package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * What the plan means by a word.
 *
 * @param term the word, such as {@code event} or {@code incident}
 * @param text what it means
 */
public record Definition(String term, String text) {
  public Definition {
    Check.text(term, "term");
    Check.text(text, "text");
  }
}
