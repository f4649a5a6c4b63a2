package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;

import dev.firebreak.obligation.ObligationFact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sentences of clocks. */
final class DutySentences {
  private DutySentences() {}

  static void addTo(Kinds kinds) {
    kinds
        .add(ObligationFact.Reached.class, fact -> "Milestone reached: " + fact.milestone())
        .add(
            ObligationFact.Determined.class,
            fact ->
                "Determined: "
                    + fact.trigger()
                    + (fact.answerBy() == null ? "" : ", to be answered by " + fact.answerBy())
                    + because(fact.reason()))
        .add(
            ObligationFact.TriggerCorrected.class,
            fact ->
                "Corrected: "
                    + fact.trigger()
                    + " at "
                    + fact.to()
                    + (fact.from() == null ? "" : ", not at " + fact.from())
                    + because(fact.reason()))
        .add(
            ObligationFact.Started.class,
            fact -> "Clock " + fact.obligation() + " started, " + due(fact.schedule().due()))
        .add(
            ObligationFact.Corrected.class,
            fact ->
                "Clock "
                    + fact.obligation()
                    + " is "
                    + due(fact.schedule().due())
                    + (fact.from() == null ? "" : ", and was due " + fact.from())
                    + because(fact.because()))
        .add(
            ObligationFact.Reminded.class,
            fact -> "Reminder: clock " + fact.obligation() + " is due " + fact.due())
        .add(
            ObligationFact.Missed.class,
            fact -> "Clock " + fact.obligation() + " missed, it was due " + fact.due())
        .add(
            ObligationFact.Fulfilled.class,
            fact ->
                "Clock " + fact.obligation() + " stopped by " + fact.by() + margin(fact.margin()))
        .add(
            ObligationFact.Updated.class,
            fact -> "Clock " + fact.obligation() + ": brought up to date")
        .add(
            ObligationFact.Lapsed.class,
            fact -> "Clock " + fact.obligation() + " lapsed with " + fact.by())
        .add(
            ObligationFact.DecidedAgainst.class,
            fact -> "Clock " + fact.obligation() + " decided against" + because(fact.reason()))
        .add(
            ObligationFact.DelayExplained.class,
            fact -> "Clock " + fact.obligation() + " is late" + because(fact.reason()))
        .add(
            ObligationFact.Paused.class,
            fact -> "Clock " + fact.obligation() + " paused" + because(fact.reason()))
        .add(
            ObligationFact.Resumed.class,
            fact -> "Clock " + fact.obligation() + " goes on after " + Table.span(fact.elapsed()));
  }

  private static String due(@Nullable Instant due) {
    return due == null ? "due without undue delay" : "due " + due;
  }

  private static String margin(@Nullable Duration margin) {
    if (margin == null) {
      return "";
    }
    return ", " + Table.span(margin.abs()) + (margin.isNegative() ? " late" : " early");
  }
}
