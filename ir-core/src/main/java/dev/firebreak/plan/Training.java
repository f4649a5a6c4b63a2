package dev.firebreak.plan;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.PlaybookId;
import java.time.LocalDate;

/**
 * A training that was held.
 *
 * @param topic what was taught
 * @param roles who was trained
 * @param playbooks which playbooks were used
 */
public record Training(
    String topic, LocalDate on, ImmutableSet<Role> roles, ImmutableSet<PlaybookId> playbooks) {
  public Training {
    Check.text(topic, "topic");
  }
}
