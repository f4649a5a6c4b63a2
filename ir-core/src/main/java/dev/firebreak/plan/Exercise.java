package dev.firebreak.plan;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.PlaybookId;
import java.time.LocalDate;

/**
 * An exercise that was held.
 *
 * @param roles who took part
 * @param playbooks which playbooks were tried out
 */
public record Exercise(
    String title,
    Kind kind,
    LocalDate on,
    ImmutableSet<Role> roles,
    ImmutableSet<PlaybookId> playbooks) {
  public Exercise {
    Check.text(title, "title");
  }

  /** How near it comes to the real thing. */
  public enum Kind {
    /** The plan is talked through. */
    TABLETOP,
    /** People do what they would do, on systems that are not in use. */
    FUNCTIONAL,
    /** Everybody does what they would do. */
    FULL_SCALE,
    /** One tool or one way is tried out. */
    TEST
  }
}
