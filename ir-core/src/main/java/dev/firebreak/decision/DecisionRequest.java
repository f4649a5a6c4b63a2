package dev.firebreak.decision;

import static dev.firebreak.decision.DecisionCondition.NEW;
import static dev.firebreak.decision.DecisionCondition.TO_PAY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import org.jspecify.annotations.Nullable;

/** What may be asked of the log of decisions. */
public sealed interface DecisionRequest extends Request<DecisionLog> {
  @Override
  default Concept<DecisionLog> concept() {
    return DecisionLog.CONCEPT;
  }

  /** Record a hard decision. */
  record Take(DecisionId id, HardDecision decision) implements DecisionRequest {
    @Override
    public ImmutableList<Rejection> unmet(DecisionLog log, Asking by) {
      var known = log.find(id);
      return known.isPresent()
          ? ImmutableList.of(NEW.unmet("there is a decision " + id, known.get().since()))
          : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<DecisionLog>> yields(DecisionLog log, Asking by) {
      return ImmutableList.of(new DecisionFact.Taken(id, decision));
    }
  }

  /**
   * Record that a ransom was paid, decided or not: what happened is on record.
   *
   * @param amount how much, with its currency
   * @param to to whom or where, such as an address
   * @param decision the decision on which it rests, null if nobody decided
   */
  record RecordRansom(String amount, String to, @Nullable DecisionId decision)
      implements DecisionRequest {
    public RecordRansom {
      Check.text(amount, "amount");
      Check.text(to, "recipient");
    }

    @Override
    public ImmutableList<Rejection> unmet(DecisionLog log, Asking by) {
      if (decision == null) {
        return ImmutableList.of();
      }
      var found = log.find(decision);
      if (found.isEmpty()) {
        return ImmutableList.of(
            TO_PAY
                .unmet("there is no decision " + decision)
                .or(new Remedy.Act(new Take(decision, example()), Remedy.Asker.ANYBODY)));
      }
      var taken = found.get().decision();
      return taken.kind() == DecisionKind.PAY_RANSOM && taken.inFavour()
          ? ImmutableList.of()
          : ImmutableList.of(
              TO_PAY.unmet("decision " + decision + " is not one to pay", found.get().since()));
    }

    private static HardDecision example() {
      return new HardDecision(
          DecisionKind.PAY_RANSOM,
          "the question",
          true,
          "what was decided",
          "what spoke for it",
          ImmutableSet.of());
    }

    @Override
    public ImmutableList<Fact<DecisionLog>> yields(DecisionLog log, Asking by) {
      return ImmutableList.of(new DecisionFact.RansomPaid(amount, to, decision));
    }
  }
}
