package dev.firebreak.decision;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What was decided, and paid. */
public sealed interface DecisionFact extends Fact<DecisionLog> {
  @Override
  default Concept<DecisionLog> concept() {
    return DecisionLog.CONCEPT;
  }

  /** A hard decision was taken. */
  record Taken(DecisionId id, HardDecision decision) implements DecisionFact {
    @Override
    public DecisionLog applyTo(DecisionLog before, Stamp stamp) {
      return before.with(
          new LoggedDecision(id, decision, stamp.actor(), stamp.occurred(), stamp.sequence()));
    }
  }

  /**
   * A ransom was paid.
   *
   * @param amount how much, with its currency
   * @param to to whom or where, such as an address
   * @param decision the decision on which it rests, null if nobody decided
   */
  record RansomPaid(String amount, String to, @Nullable DecisionId decision)
      implements DecisionFact {
    @Override
    public DecisionLog applyTo(DecisionLog before, Stamp stamp) {
      return before.paidBy(stamp.sequence());
    }
  }
}
