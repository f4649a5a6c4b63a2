package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.playbook.PlaybookId;

/**
 * A technique of attackers that the organisation expects, in the words of MITRE ATT&amp;CK.
 *
 * @param id its id, such as {@code T1486} or {@code T1566.001}
 * @param playbooks the playbooks that answer it
 */
public record Technique(String id, String name, ImmutableSet<PlaybookId> playbooks) {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  public Technique {
    checkArgument(isId(id), "a technique is named such as T1486 or T1566.001, not %s", id);
    Check.text(name, "name");
  }

  private static boolean isId(String id) {
    var digits = id.length() == 5 || id.length() == 9 ? id.substring(1) : "";
    if (digits.length() == 8 && digits.charAt(4) == '.') {
      digits = digits.substring(0, 4) + digits.substring(5);
    }
    return id.startsWith("T")
        && (digits.length() == 4 || digits.length() == 7)
        && DIGITS.matchesAllOf(digits);
  }
}
