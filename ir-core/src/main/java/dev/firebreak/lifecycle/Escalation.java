package dev.firebreak.lifecycle;

import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.AskingEnd;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.triage.TriageFact;
import org.jspecify.annotations.Nullable;

/** When somebody is asked to take an incident on, and when that ends. */
final class Escalation {
  private Escalation() {}

  /**
   * Returns what follows from an event, null if nothing does.
   *
   * @param after the incident after the event
   */
  static @Nullable Fact<?> of(
      Event event, Incident after, ResponsePlan plan, EscalationPolicy policy) {
    var fact = event.fact();
    if (fact instanceof TriageFact.Acknowledged) {
      return ended(after, AskingEnd.ANSWERED);
    }
    if (fact instanceof PhaseFact.Closed) {
      return ended(after, AskingEnd.CLOSED);
    }
    boolean begins =
        fact instanceof PhaseFact.EpisodeStarted
            || (fact instanceof PeopleFact.Called && after.triage().acknowledged() == 0);
    return begins && after.team().asked() == null ? first(event, after, plan, policy) : null;
  }

  private static @Nullable Fact<?> ended(Incident after, AskingEnd how) {
    var asked = after.team().asked();
    return asked == null ? null : new PeopleFact.AskingEnded(asked.role(), how);
  }

  /** Returns that the first is asked; the time to answer counts from now, not from then. */
  private static @Nullable Fact<?> first(
      Event event, Incident after, ResponsePlan plan, EscalationPolicy policy) {
    var next = policy.next(new EscalationPolicy.Context(after, 1, plan));
    var step = next.step();
    return step == null
        ? null
        : new PeopleFact.Asked(
            step.role(), event.stamp().recorded().plus(step.respondsWithin()), next.under());
  }
}
