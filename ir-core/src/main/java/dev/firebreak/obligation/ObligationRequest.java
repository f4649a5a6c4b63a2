package dev.firebreak.obligation;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about clocks; they start and end by themselves. */
public sealed interface ObligationRequest extends Request<Clocks> {
  @Override
  default Concept<Clocks> concept() {
    return Clocks.CONCEPT;
  }

  /** Decide, with a reason, not to do what a running clock demands. */
  record DecideAgainst(ObligationId obligation, String reason) implements ObligationRequest {
    public DecideAgainst {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Clocks clocks, Asking by) {
      var clock = clocks.find(obligation);
      if (clock.isEmpty()) {
        return ImmutableList.of(
            ObligationCondition.STARTED.unmet("no clock runs for " + obligation));
      }
      return clock.get().running()
          ? ImmutableList.of()
          : ImmutableList.of(
              ObligationCondition.STARTED.unmet(
                  "the clock for " + obligation + " has stopped", clock.get().since()));
    }

    @Override
    public ImmutableList<Fact<Clocks>> yields(Clocks clocks, Asking by) {
      return ImmutableList.of(new ObligationFact.DecidedAgainst(obligation, reason));
    }
  }
}
