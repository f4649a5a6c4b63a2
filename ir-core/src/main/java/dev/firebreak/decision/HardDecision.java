package dev.firebreak.decision;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.people.RoleKind;

/**
 * A decision that others will ask about.
 *
 * @param kind what it is about
 * @param question what was to be decided
 * @param inFavour whether what the kind names is to be done
 * @param choice what was decided, in words
 * @param reason what spoke for it
 * @param consulted who was asked before, empty if nobody
 */
public record HardDecision(
    DecisionKind kind,
    String question,
    boolean inFavour,
    String choice,
    String reason,
    ImmutableSet<Consulted> consulted) {
  public HardDecision {
    Check.text(question, "question");
    Check.text(choice, "choice");
    Check.text(reason, "reason");
  }

  /** Returns whether somebody of the kind was asked before. */
  public boolean hasConsulted(RoleKind as) {
    return consulted.stream().anyMatch(each -> each.as() == as);
  }
}
