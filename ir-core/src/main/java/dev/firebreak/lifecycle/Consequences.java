package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertRequest;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.triage.Triage;
import dev.firebreak.triage.TriageFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from a fact in other parts of the incident. */
final class Consequences {
  private Consequences() {}

  /** Returns whether something may follow from the fact, or from what else the request leads to. */
  static boolean mayFollow(Request<?> request, Fact<?> fact, Incident before, PlanIndex plan) {
    return request instanceof AlertRequest.Attach
        || fact instanceof IncidentFact.Opened
        || fact instanceof IncidentFact.PlanMigrated
        || fact instanceof PhaseFact.EpisodeStarted
        || fact instanceof RelationFact.Merged
        || fact instanceof RelationFact.Unmerged
        || (isWaiting(before, plan) && mayMatter(fact, before));
  }

  /** Returns whether something waits for what happens: by the plan, or since it was begun. */
  private static boolean isWaiting(Incident before, PlanIndex plan) {
    return plan.hasRules() || before.team().asked() != null || before.steps().run().running();
  }

  private static boolean mayMatter(Fact<?> fact, Incident before) {
    return fact.concept() == Triage.CONCEPT
        || fact instanceof ScopeFact.AssetAdvanced
        || fact instanceof CommunicationFact.Notified
        || fact instanceof ReviewFact.Held
        || fact instanceof PhaseFact.Closed
        || ClockRules.concerns(fact)
        || FlowRules.concerns(fact, before);
  }

  /**
   * Returns the facts that follow at once; those of clocks follow by their rules.
   *
   * @param event what happened
   * @param before the incident before it
   * @param after the incident after it
   */
  static ImmutableList<Fact<?>> of(
      Event event, Incident before, Incident after, ClockRules clocks) {
    var fact = event.fact();
    clocks.note(fact, event.stamp().occurred());
    if (fact instanceof SeverityFact) {
      return LevelChange.of(before.assessment().severity(), after, clocks.plan());
    }
    if (fact instanceof RelationFact.Merged merged) {
      var reason = "merged into " + merged.into() + ": " + merged.reason();
      return ImmutableList.of(new PhaseFact.Closed(Disposition.MERGED, reason));
    }
    if (fact instanceof RelationFact.Unmerged unmerged) {
      var reason = "un-merged from " + unmerged.from() + ": " + unmerged.reason();
      return ImmutableList.of(new PhaseFact.EpisodeStarted(after.progress().phase(), reason));
    }
    var reached = reached(fact, event.stamp().occurred(), after, clocks);
    var asked = Escalation.of(event, after, clocks.plan(), clocks.policies().escalation());
    boolean lapsed = fact instanceof PhaseFact.EpisodeStarted && after.triage().acknowledged() != 0;
    if (asked == null && !lapsed) {
      return reached;
    }
    var all = ImmutableList.<Fact<?>>builder().addAll(reached);
    if (lapsed) {
      all.add(new TriageFact.AcknowledgementLapsed("the incident was reopened"));
    }
    return asked == null ? all.build() : all.add(asked).build();
  }

  /**
   * Returns whether it is the end or the new beginning that a merge brings: nothing follows from
   * it, so that un-merging gives back exactly what was merged.
   */
  static boolean isOfMerging(Fact<?> fact, Incident before) {
    return fact instanceof PhaseFact.Closed closed
        ? closed.as() == Disposition.MERGED
        : fact instanceof PhaseFact.EpisodeStarted
            && before.progress().disposition() == Disposition.MERGED;
  }

  private static ImmutableList<Fact<?>> reached(
      Fact<?> fact, Instant at, Incident after, ClockRules clocks) {
    var milestone = milestoneOf(fact, after);
    if (milestone == null) {
      return ImmutableList.of();
    }
    if (fact instanceof CommunicationFact.Notified notice) {
      clocks.noteEnd(notice, at);
    } else {
      clocks.noteEnd(milestone, at);
    }
    ImmutableList<Fact<?>> reached =
        clocks.awaits(milestone) && isFirst(milestone, at, after)
            ? ImmutableList.of(new ObligationFact.Reached(milestone, at))
            : ImmutableList.of();
    if (milestone != Milestone.OPENED) {
      return reached;
    }
    var begun = new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "the incident was opened");
    return ImmutableList.<Fact<?>>builder().add(begun).addAll(reached).build();
  }

  private static boolean isFirst(Milestone milestone, Instant at, Incident after) {
    var known = after.clocks().occurrence(Trigger.at(milestone));
    return known.isEmpty() || at.isBefore(known.get().first());
  }

  /** Returns the milestone to which a fact led, null if to none. */
  static @Nullable Milestone milestoneOf(Fact<?> fact, Incident after) {
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
}
