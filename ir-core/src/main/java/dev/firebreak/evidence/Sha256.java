package dev.firebreak.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;

/**
 * A SHA-256 digest as 64 lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record Sha256(String hex) {
  private static final CharMatcher HEX =
      CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f'));

  public Sha256 {
    checkArgument(
        hex.length() == 64 && HEX.matchesAllOf(hex),
        "a SHA-256 digest must be 64 lower-case hexadecimal digits");
  }

  @Override
  public String toString() {
    return hex;
  }
}
