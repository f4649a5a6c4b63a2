package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.communication.Notice;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from a fact in other parts of the incident: the first phase, and clocks. */
final class Consequences {
  private Consequences() {}

  /**
   * Returns the facts that follow.
   *
   * @param fact what happened
   * @param at when it happened
   * @param after the incident after it
   */
  static ImmutableList<Fact<?>> of(Fact<?> fact, Instant at, Incident after, PlanIndex plan) {
    var milestone = milestoneOf(fact, after);
    if (milestone == null) {
      return ImmutableList.of();
    }
    var facts = ImmutableList.<Fact<?>>builder();
    if (milestone == Milestone.OPENED) {
      facts.add(new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "the incident was opened"));
    }
    if (plan.awaits(milestone)) {
      reached(milestone, at, fact, after, plan, facts);
    }
    if (milestone == Milestone.CLASSIFIED) {
      overdue(after, plan, facts);
    }
    return facts.build();
  }

  private static @Nullable Milestone milestoneOf(Fact<?> fact, Incident after) {
    if (fact instanceof ScopeFact.AssetAdvanced advanced) {
      return after.scope().allAtLeast(advanced.to()) ? milestoneOf(advanced.to()) : null;
    }
    if (fact instanceof IncidentFact.Opened) {
      return Milestone.OPENED;
    }
    if (fact instanceof TriageFact triage) {
      return milestoneOf(triage);
    }
    if (fact instanceof CommunicationFact.Notified) {
      return Milestone.NOTIFIED;
    }
    if (fact instanceof ReviewFact.Held) {
      return Milestone.REVIEWED;
    }
    return fact instanceof PhaseFact.Closed ? Milestone.CLOSED : null;
  }

  private static @Nullable Milestone milestoneOf(TriageFact fact) {
    if (fact instanceof TriageFact.Acknowledged) {
      return Milestone.ACKNOWLEDGED;
    }
    if (fact instanceof TriageFact.Declared) {
      return Milestone.DECLARED;
    }
    return fact instanceof TriageFact.Classified ? Milestone.CLASSIFIED : null;
  }

  private static @Nullable Milestone milestoneOf(AssetState state) {
    return switch (state) {
      case CONTAINED -> Milestone.CONTAINED;
      case ERADICATED -> Milestone.ERADICATED;
      case VERIFIED -> Milestone.RECOVERED;
      case AFFECTED, RESTORED -> null;
    };
  }

  private static void reached(
      Milestone milestone,
      Instant at,
      Fact<?> fact,
      Incident after,
      PlanIndex plan,
      ImmutableList.Builder<Fact<?>> facts) {
    var clocks = after.clocks();
    if (milestone != Milestone.NOTIFIED && !clocks.reached().containsKey(milestone)) {
      facts.add(new ObligationFact.Reached(milestone, at));
    }
    for (Obligation obligation : plan.plan().obligations()) {
      var clock = clocks.byObligation().get(obligation.id());
      if (clock == null && obligation.starts() == milestone) {
        start(obligation, at, after, facts);
      } else if (clock != null && clock.running() && endsWith(obligation, milestone, fact)) {
        facts.add(new ObligationFact.Fulfilled(obligation.id(), milestone, at));
      }
    }
  }

  private static boolean endsWith(Obligation obligation, Milestone milestone, Fact<?> fact) {
    return obligation.ends() == milestone
        && (!(fact instanceof CommunicationFact.Notified notified)
            || notified.audience() == obligation.recipient());
  }

  /** Starts the clocks whose trigger came before the category that they are for was known. */
  private static void overdue(
      Incident after, PlanIndex plan, ImmutableList.Builder<Fact<?>> facts) {
    for (Obligation obligation : plan.plan().obligations()) {
      var trigger = after.clocks().reached().get(obligation.starts());
      if (trigger != null
          && obligation.starts() != Milestone.CLASSIFIED
          && after.clocks().find(obligation.id()).isEmpty()) {
        start(obligation, trigger, after, facts);
      }
    }
  }

  private static void start(
      Obligation obligation, Instant at, Incident after, ImmutableList.Builder<Fact<?>> facts) {
    if (!obligation.isFor(after.triage().category())) {
      return;
    }
    facts.add(
        new ObligationFact.Started(
            obligation.id(), obligation.starts(), at, at.plus(obligation.within())));
    var ended = alreadyEnded(obligation, after);
    if (ended != null) {
      facts.add(new ObligationFact.Fulfilled(obligation.id(), obligation.ends(), ended));
    }
  }

  private static @Nullable Instant alreadyEnded(Obligation obligation, Incident after) {
    if (obligation.recipient() != null) {
      return firstTold(obligation.recipient(), after);
    }
    return after.clocks().reached().get(obligation.ends());
  }

  private static @Nullable Instant firstTold(Audience audience, Incident after) {
    return after.communications().notices().stream()
        .filter(notice -> notice.audience() == audience)
        .map(Notice::told)
        .findFirst()
        .orElse(null);
  }
}
