package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.playbook.PlaybookId;
import java.util.regex.Pattern;

/**
 * A technique of attackers that the organisation expects, in the words of MITRE ATT&amp;CK.
 *
 * @param id its id, such as {@code T1486} or {@code T1566.001}
 * @param playbooks the playbooks that answer it
 */
public record Technique(String id, String name, ImmutableSet<PlaybookId> playbooks) {
  private static final Pattern ID = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");

  public Technique {
    checkArgument(
        ID.matcher(id).matches(), "a technique is named such as T1486 or T1566.001, not %s", id);
    Check.text(name, "name");
  }
}
