package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;
import static dev.firebreak.report.Kinds.listed;
import static dev.firebreak.report.Kinds.reference;
import static java.util.stream.Collectors.joining;

import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.decision.DecisionFact;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.review.ReviewFact;
import java.math.BigDecimal;

/** The sentences of who did, decided, learned and said what. */
final class PeopleSentences {
  private PeopleSentences() {}

  static void addTo(Kinds kinds) {
    decisions(kinds);
    people(kinds);
    review(kinds);
  }

  private static void decisions(Kinds kinds) {
    kinds
        .add(
            DecisionFact.Taken.class,
            fact ->
                "Decision "
                    + fact.id()
                    + " ("
                    + fact.decision().kind()
                    + "): "
                    + fact.decision().question()
                    + " "
                    + fact.decision().choice()
                    + because(fact.decision().reason())
                    + (fact.decision().consulted().isEmpty()
                        ? ""
                        : ", asked " + listed(fact.decision().consulted())))
        .add(
            DecisionFact.RansomPaid.class,
            fact ->
                "Ransom of "
                    + fact.amount()
                    + " paid to "
                    + fact.to()
                    + (fact.decision() == null ? "" : ", by decision " + fact.decision()));
  }

  private static void people(Kinds kinds) {
    kinds
        .add(PeopleFact.Assigned.class, fact -> fact.to() + " became " + fact.role())
        .add(
            PeopleFact.Released.class,
            fact -> fact.from() + " is no longer " + fact.role() + because(fact.reason()))
        .add(
            PeopleFact.Asked.class,
            fact -> "Asked to take it on: " + fact.role() + ", until " + fact.answerBy())
        .add(
            PeopleFact.Escalated.class,
            fact ->
                fact.from()
                    + " did not answer; asked to take it on: "
                    + fact.to()
                    + ", until "
                    + fact.answerBy())
        .add(
            PeopleFact.AskingEnded.class,
            fact ->
                switch (fact.how()) {
                  case ANSWERED -> "Nobody is asked any more, it was taken on";
                  case UNANSWERED ->
                      fact.last() + " did not answer, and there is nobody left to ask";
                  case CLOSED -> "Nobody is asked any more, it was closed";
                })
        .add(
            PeopleFact.HandOverOffered.class,
            fact ->
                fact.from()
                    + " offers the role "
                    + fact.role()
                    + " to "
                    + fact.to()
                    + ": "
                    + fact.note())
        .add(
            PeopleFact.HandedOver.class,
            fact -> fact.to() + " took over as " + fact.role() + " from " + fact.from())
        .add(
            PeopleFact.EffortReported.class,
            fact -> fact.who() + " spent " + Table.span(fact.spent()) + " on it: " + fact.what())
        .add(PeopleFact.Called.class, fact -> "Called: " + fact.role() + because(fact.because()))
        .add(
            PeopleFact.StoodDown.class,
            fact -> "Stood down: " + fact.role() + because(fact.because()))
        .add(
            CommunicationFact.Owed.class,
            fact -> "To be told: " + fact.audience() + because(fact.because()))
        .add(
            CommunicationFact.NoLongerOwed.class,
            fact -> "Need not be told: " + fact.audience() + because(fact.because()))
        .add(
            CommunicationFact.Notified.class,
            fact ->
                "Told "
                    + fact.audience()
                    + " ("
                    + fact.recipient()
                    + ")"
                    + reference(fact.reference())
                    + (fact.fulfils().isEmpty()
                        ? ""
                        : ", for "
                            + fact.fulfils().stream().map(String::valueOf).collect(joining(", "))));
  }

  private static void review(Kinds kinds) {
    kinds
        .add(
            ReviewFact.Held.class,
            fact ->
                "Review held with "
                    + listed(fact.attendees())
                    + ", root cause: "
                    + fact.rootCause())
        .add(
            ReviewFact.LossEstimated.class,
            fact ->
                "Damage estimated at "
                    + BigDecimal.valueOf(fact.cents(), 2).toPlainString()
                    + because(fact.basis()))
        .add(
            ReviewFact.ImprovementOpened.class,
            fact ->
                "Improvement "
                    + fact.improvement()
                    + " for "
                    + fact.owner()
                    + " by "
                    + fact.due()
                    + ": "
                    + fact.title());
  }
}
