package dev.firebreak.plan;

import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.sharing.Audience;
import org.jspecify.annotations.Nullable;

/**
 * How the plan wants an audience to be told.
 *
 * @param what what they are told, and when
 * @param approver the role that agrees before anything is said, null if none has to
 */
public record CommunicationRule(Audience audience, String what, @Nullable Role approver) {
  public CommunicationRule {
    Check.text(what, "what");
  }
}
