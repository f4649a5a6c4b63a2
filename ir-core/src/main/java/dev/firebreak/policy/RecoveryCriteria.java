package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.plan.ResponsePlan;

/** Recovery does not end while a criterion of the plan is neither confirmed nor waived. */
record RecoveryCriteria() implements ExitPolicy {
  @Override
  public String name() {
    return "recovery-criteria";
  }

  @Override
  public String explain() {
    return "Every criterion for the end of recovery is confirmed or waived since it began.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    var criteria = context.plan().recovery();
    if (criteria.isEmpty() || context.from() != Phase.RECOVERY) {
      return ImmutableList.of();
    }
    var settled = context.incident().progress().criteria();
    var unmet = ImmutableList.<Rejection>builder();
    for (RecoveryCriterion criterion : criteria) {
      if (!settled.containsKey(criterion.id())) {
        unmet.add(missing(criterion, context.plan()));
      }
    }
    return unmet.build();
  }

  private Rejection missing(RecoveryCriterion criterion, ResponsePlan plan) {
    var missing =
        condition()
            .unmet(
                "criterion "
                    + criterion.id()
                    + " ("
                    + criterion.text()
                    + ") is neither confirmed nor waived")
            .or(
                new Remedy.Act(
                    new PhaseRequest.ConfirmCriterion(criterion.id(), "how it was checked"),
                    Remedy.Asker.holding(ImmutableList.of(criterion.confirmedBy()))));
    var entitled = plan.entitledTo(Authority.WAIVE);
    return entitled.isEmpty()
        ? missing
        : missing.or(
            new Remedy.Act(
                new PhaseRequest.WaiveCriterion(criterion.id(), "why it is left out"),
                Remedy.Asker.holding(entitled)));
  }
}
