package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import dev.firebreak.decision.Consulted;
import dev.firebreak.decision.DecisionId;
import dev.firebreak.decision.DecisionKind;
import dev.firebreak.decision.DecisionRequest;
import dev.firebreak.decision.HardDecision;
import dev.firebreak.decision.LoggedDecision;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.RoleKind;

/** Makes requests of the log of decisions of one incident. */
final class SeededDecisions {
  private final Dice dice;
  private final Incident incident;

  SeededDecisions(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
  }

  Request<?> take() {
    var decision =
        new HardDecision(
            dice.oneOf(DecisionKind.class),
            dice.text(),
            dice.onceIn(2),
            dice.text(),
            dice.text(),
            dice.someOf(SeededPlans.ACTORS).stream()
                .map(actor -> new Consulted(actor, dice.oneOf(RoleKind.class)))
                .collect(toImmutableSet()));
    return new DecisionRequest.Take(newId(), decision);
  }

  Request<?> pay() {
    var decision =
        dice.maybe(
            () -> dice.anyOf(incident.decisions().all()).map(LoggedDecision::id).orElse(newId()));
    return new DecisionRequest.RecordRansom(dice.text(), dice.text(), decision);
  }

  private DecisionId newId() {
    return new DecisionId("d" + dice.within(0, 30));
  }
}
