package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about the steps of a playbook. */
public sealed interface PlaybookRequest extends Request<StepProgress> {
  /** Returns the step that it is about. */
  StepId step();

  @Override
  default Concept<StepProgress> concept() {
    return StepProgress.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(StepProgress progress, Asking by) {
    return progress.hasSettled(step())
        ? ImmutableList.of(
            PlaybookCondition.NOT_SETTLED.unmet(
                "step " + step() + " was done or waived", progress.settledBy(step())))
        : ImmutableList.of();
  }

  /** Record that a step was done. */
  record CompleteStep(StepId step, String note) implements PlaybookRequest {
    public CompleteStep {
      Check.text(note, "note");
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return ImmutableList.of(new PlaybookFact.StepDone(step, note));
    }
  }

  /** Decide, with a reason, to leave a step out. */
  record WaiveStep(StepId step, String reason) implements PlaybookRequest {
    public WaiveStep {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Fact<StepProgress>> yields(StepProgress progress, Asking by) {
      return ImmutableList.of(new PlaybookFact.StepWaived(step, reason));
    }
  }
}
