package dev.firebreak.playbook;

import dev.firebreak.action.StepId;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;

/**
 * A step that was not planned, and may be done.
 *
 * @param phase when it is to be done
 * @param title what is to be done
 * @param role who does it
 */
public record AddedStep(StepId id, Phase phase, String title, Role role) {
  public AddedStep {
    Check.text(title, "title");
  }
}
