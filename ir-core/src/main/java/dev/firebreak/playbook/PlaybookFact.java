package dev.firebreak.playbook;

import dev.firebreak.action.StepId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

/** What happened to the steps of a playbook. */
public sealed interface PlaybookFact extends Fact<StepProgress> {
  @Override
  default Concept<StepProgress> concept() {
    return StepProgress.CONCEPT;
  }

  /** Somebody did a step. */
  record StepDone(StepId step, String note) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withDone(step, stamp.sequence());
    }
  }

  /** Somebody entitled decided to leave a step out. */
  record StepWaived(StepId step, String reason) implements PlaybookFact {
    @Override
    public StepProgress applyTo(StepProgress before, Stamp stamp) {
      return before.withWaived(step, stamp.sequence());
    }
  }
}
