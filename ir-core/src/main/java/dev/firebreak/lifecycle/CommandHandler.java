package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decider.Decided;
import dev.firebreak.phase.PhaseRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Carries commands to the decider and what it decides to the journal. */
final class CommandHandler {
  private final Histories histories;
  private final Plans plans;
  private final Sight sight;
  private final InstantSource clock;
  private final Announcer announcer;
  private final Executions executions;

  CommandHandler(
      Histories histories,
      Plans plans,
      Sight sight,
      InstantSource clock,
      Announcer announcer,
      Executions executions) {
    this.histories = histories;
    this.plans = plans;
    this.sight = sight;
    this.clock = clock;
    this.announcer = announcer;
    this.executions = executions;
  }

  /** Handles a command that acts at most once. */
  Decision handle(Command command) {
    var decision = decideOnce(command);
    begin(decision, command.incident());
    return decision;
  }

  private Decision decideOnce(Command command) {
    var tracked = histories.tracked(command.incident());
    tracked.lock().lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        long first = tracked.firstEventOf(command.id());
        var decision = first == 0 ? attempt(tracked, command) : repeated(command, first);
        if (decision != null) {
          announcer.put(command, decision, tracked.incident());
          return decision;
        }
      }
    } finally {
      tracked.lock().unlock();
      announcer.send(command.incident());
    }
    throw Histories.stillInConflict(command.incident().stream());
  }

  /** Handles a request that acts each time that it is made; its command is named by its event. */
  Decision handle(IncidentId incident, Actor actor, Request<?> request) {
    return requireNonNull(handle(incident, actor, request, before -> true));
  }

  /**
   * Handles a request as long as the incident is one of which it is made.
   *
   * @return null if it is not
   */
  @Nullable Decision handle(
      IncidentId incident, Actor actor, Request<?> request, Predicate<Incident> isMadeOf) {
    var decision = decideEachTime(incident, actor, request, isMadeOf);
    begin(decision, incident);
    return decision;
  }

  /** Has carried out what a decision begins, when nothing is locked any more. */
  private void begin(@Nullable Decision decision, IncidentId incident) {
    if (decision instanceof Decision.Accepted accepted) {
      executions.begin(accepted, incident, this);
    }
  }

  private @Nullable Decision decideEachTime(
      IncidentId incident, Actor actor, Request<?> request, Predicate<Incident> isMadeOf) {
    var tracked = histories.tracked(incident);
    tracked.lock().lock();
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        if (!isMadeOf.test(tracked.incident())) {
          return null;
        }
        var id = CommandId.ofEvent(tracked.incident().version() + 1);
        var command = new Command(id, incident, actor, null, request);
        var decision = attempt(tracked, command);
        if (decision != null) {
          announcer.put(command, decision, tracked.incident());
          return decision;
        }
      }
    } finally {
      tracked.lock().unlock();
      announcer.send(incident);
    }
    throw Histories.stillInConflict(incident.stream());
  }

  /**
   * Decides on what was read before, and records.
   *
   * <p>Only what changes nothing may rest on something out of date: the journal refuses the others.
   *
   * @return the decision, null if somebody else has meanwhile changed the incident, or one of those
   *     that are merged into it, if the decision rests on these
   */
  private @Nullable Decision attempt(TrackedIncident tracked, Command command) {
    var before = tracked.incident();
    var members = members(before, command.request());
    var decided = decide(before, command, members, clock.instant());
    if (decided.decision() instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      if (histories.append(tracked, accepted.events(), decided.after(), members)) {
        return accepted;
      }
      histories.refresh(tracked);
      return null;
    }
    return histories.refresh(tracked) ? null : decided.decision();
  }

  /** Returns the incidents that are merged into one that is to move on or be told of; else none. */
  ImmutableList<Incident> members(Incident incident, Request<?> request) {
    if (incident.relations().isAlone()) {
      return ImmutableList.of();
    }
    return request instanceof PhaseRequest || request instanceof CommunicationRequest
        ? histories.members(incident)
        : ImmutableList.of();
  }

  /**
   * Decides, and records nothing.
   *
   * @param others the other incidents that the command is about
   */
  Decided decide(Incident incident, Command command, ImmutableList<Incident> others, Instant now) {
    if (!sight.maySee(incident, command.actor())) {
      var unseen = Decider.unknown(incident);
      return new Decided(new Decision.Refused(ImmutableList.of(unseen)), incident);
    }
    var plan = plans.of(incident);
    if (plan == null) {
      var missing =
          IncidentCondition.PLAN_AT_HAND.unmet(
              "the incident runs under " + incident.origin().plan() + ", which is not at hand", 1L);
      return new Decided(new Decision.Refused(ImmutableList.of(missing)), incident);
    }
    var migration =
        command.request() instanceof IncidentRequest.MigratePlan asked
            ? plans.migration(plan, asked.to(), histories.milestones(incident))
            : null;
    return plans.decider(plan).decide(incident, command, others, plan, migration, now);
  }

  /**
   * Returns what stands against a command, and what would lift it.
   *
   * @param stored returns an incident as it is; blank if there is none that may be told of
   */
  Explanation explain(
      IncidentRecord record, Command command, Function<IncidentId, Incident> stored) {
    var now = clock.instant();
    var prospect = new Prospect(stored, ImmutableMap.of(command.incident(), record.incident()));
    var rejections = prospect.decide(command, this, now).rejections();
    if (rejections.isEmpty()) {
      return explanation(command, ImmutableList.of(), null, ImmutableList.of());
    }
    var reasons = rejections.stream().map(each -> reason(each, record)).collect(toImmutableList());
    if (plans.of(record.incident()) == null) {
      return explanation(command, reasons, null, rejections);
    }
    var explainer = new Explainer(this, plans, prospect, command, now);
    var out = explainer.find();
    return explanation(
        command, reasons, out, out == null ? explainer.deadEnds() : ImmutableList.of());
  }

  private static Explanation explanation(
      Command command,
      ImmutableList<Explanation.Reason> reasons,
      @Nullable WayOut out,
      ImmutableList<Rejection> deadEnds) {
    return new Explanation(
        command.incident(), command.actor(), command.request(), reasons, out, deadEnds);
  }

  private static Explanation.Reason reason(Rejection rejection, IncidentRecord record) {
    var history = record.history();
    var proof = ImmutableList.<Event>builder();
    for (long sequence : rejection.facts()) {
      if (sequence >= 1 && sequence <= history.size()) {
        proof.add(history.get((int) sequence - 1));
      }
    }
    return new Explanation.Reason(rejection, proof.build());
  }

  Decision repeated(Command command, long first) {
    var events = ImmutableList.<Event>builder();
    for (Event event : histories.events(command.incident(), first - 1)) {
      if (!event.cause().equals(command.id())) {
        break;
      }
      events.add(event);
    }
    return new Decision.Accepted(events.build(), true);
  }
}
