package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.relation.RelationRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a merge means for clocks. */
final class Merging {
  private Merging() {}

  /**
   * Returns the facts and, after those of a merge, that of each trigger the earliest occurrence
   * counts.
   */
  static ImmutableList<? extends Fact<?>> withTriggers(
      ImmutableList<? extends Fact<?>> facts,
      Request<?> request,
      Incident incident,
      ImmutableList<Incident> others) {
    if (!(request instanceof RelationRequest.Merge)) {
      return facts;
    }
    Map<Trigger, ObligationFact.TriggerCorrected> earliest = new LinkedHashMap<>();
    for (Incident other : others) {
      var cause = "merged from " + other.id().name();
      for (var found : incident.clocks().earliestWith(other.clocks(), cause)) {
        earliest.merge(
            found.trigger(), found, (one, two) -> two.to().isBefore(one.to()) ? two : one);
      }
    }
    return ImmutableList.<Fact<?>>builder().addAll(facts).addAll(earliest.values()).build();
  }

  /** Returns why duties of an incident would be forgotten if it was merged into the other. */
  static ImmutableList<Rejection> uncovered(Incident after, Incident from) {
    var uncovered = ImmutableList.<Rejection>builder();
    for (Clock clock : from.clocks().byObligation().values()) {
      if (clock.running() && after.clocks().find(clock.obligation()).isEmpty()) {
        uncovered.add(
            GuardCondition.DUTIES_COVERED.unmet(
                "the clock of "
                    + clock.obligation()
                    + " runs in "
                    + from.id().name()
                    + " and would not in "
                    + after.id().name()));
      }
    }
    return uncovered.build();
  }
}
