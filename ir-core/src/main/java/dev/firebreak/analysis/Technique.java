package dev.firebreak.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;

/**
 * A technique or sub-technique of MITRE ATT&amp;CK, such as {@code T1566} or {@code T1566.001}.
 *
 * <p>Only the form is checked: which techniques there are changes with every version of ATT&amp;CK.
 *
 * @param id {@code T} and four digits, and for a sub-technique a dot and three digits
 */
public record Technique(String id) {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  public Technique {
    checkArgument(
        isWellFormed(id), "a technique must look like T1566 or T1566.001 but was \"%s\"", id);
  }

  private static boolean isWellFormed(String id) {
    return (id.length() == 5 || (id.length() == 9 && id.charAt(5) == '.'))
        && id.charAt(0) == 'T'
        && DIGITS.matchesAllOf(id.substring(1, 5))
        && (id.length() == 5 || DIGITS.matchesAllOf(id.substring(6)));
  }

  @Override
  public String toString() {
    return id;
  }
}
