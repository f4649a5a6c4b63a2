package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.Policies;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Decides on commands: a function of its arguments, without clock, ids or I/O. */
final class Decider {
  private final Policies policies;
  private final ImmutableList<String> labels;

  Decider(Policies policies) {
    this.policies = policies;
    this.labels = policies.labels();
  }

  /** Returns the policies by which it decides. */
  Policies policies() {
    return policies;
  }

  /** A decision, and the incident after it. */
  record Decided(Decision decision, Incident after) {
    static Decided refused(ImmutableList<Rejection> rejections, Incident incident) {
      return new Decided(new Decision.Refused(rejections), incident);
    }

    /** Returns what speaks against it; empty if it was accepted. */
    ImmutableList<Rejection> rejections() {
      return decision instanceof Decision.Refused refused
          ? refused.rejections()
          : ImmutableList.of();
    }
  }

  /**
   * Decides on a command.
   *
   * @param others the other incidents that the command is about: those that are merged into this
   *     one, or that are to be linked or merged
   * @param plan the plan that the incident runs under, or will once it is opened
   * @param migration how it is to move to another version of its plan, null if it is not
   */
  Decided decide(
      Incident incident,
      Command command,
      ImmutableList<Incident> others,
      PlanIndex plan,
      @Nullable PlanMigration migration,
      Instant now) {
    var obstacle = obstacle(incident, command, plan, now);
    return obstacle.isEmpty()
        ? decide(command.request(), incident, command, others, plan, migration, now)
        : Decided.refused(obstacle, incident);
  }

  private <S> Decided decide(
      Request<S> request,
      Incident incident,
      Command command,
      ImmutableList<Incident> others,
      PlanIndex plan,
      @Nullable PlanMigration migration,
      Instant now) {
    var by =
        new Asking(
            stamp(incident.version() + 1, command, now),
            plan.rolesOf(command.actor(), incident),
            migration == null
                ? Verdicts.on(request, incident, others, plan.plan(), policies, labels)
                : Verdicts.on(migration, incident));
    var state = incident.part(request.concept());
    var unmet = request.unmet(state, by);
    unmet = Guards.check(request, incident, others, by, plan, unmet);
    unmet = review(new CommandPolicy.Context(incident, request, by, plan.plan()), unmet);
    if (request instanceof CommunicationRequest.Notify notice) {
      var context = new DisclosurePolicy.Context(incident, others, notice, plan.plan());
      unmet = and(unmet, policies.disclosure().review(context));
    }
    unmet = reviewExit(request, incident, others, plan, unmet);
    if (!unmet.isEmpty()) {
      return Decided.refused(unmet, incident);
    }
    ImmutableList<? extends Fact<?>> facts =
        Merging.withTriggers(request.yields(state, by), request, incident, others);
    if (facts.isEmpty()) {
      return new Decided(new Decision.Accepted(ImmutableList.of(), false), incident);
    }
    if (incident.version() > 0 && !incident.origin().policies().equals(labels)) {
      facts = governed(facts);
    }
    if (migration != null) {
      return migrated(facts, incident, command, migration, by.stamp());
    }
    return facts.size() == 1 && !Consequences.mayFollow(request, facts.get(0), incident, plan)
        ? accepted(facts.get(0), incident, command, by.stamp())
        : new Following(
                incident,
                command,
                new ClockRules(plan, policies),
                new FlowRules(plan, by.stamp()),
                by.stamp(),
                null)
            .accept(facts);
  }

  /** Decides what follows under the version that the incident is moved to. */
  private Decided migrated(
      ImmutableList<? extends Fact<?>> facts,
      Incident incident,
      Command command,
      PlanMigration migration,
      Stamp stamp) {
    var to = migration.target();
    var names = to.policies().labels();
    return new Following(
            incident,
            command,
            new ClockRules(to.plan(), to.policies()),
            new FlowRules(to.plan(), migration.from().plan(), stamp),
            stamp,
            migration)
        .accept(
            names.equals(labels)
                ? facts
                : ImmutableList.<Fact<?>>builder()
                    .addAll(facts)
                    .add(new IncidentFact.Governed(names))
                    .build());
  }

  /** Says first that other policies decide than those that decided before. */
  private ImmutableList<Fact<?>> governed(ImmutableList<? extends Fact<?>> facts) {
    return ImmutableList.<Fact<?>>builder()
        .add(new IncidentFact.Governed(labels))
        .addAll(facts)
        .build();
  }

  /** Most commands lead to one fact, from which nothing follows. */
  private static Decided accepted(Fact<?> fact, Incident before, Command command, Stamp stamp) {
    var event = new Event(before.stream(), command.id(), stamp, fact);
    return new Decided(new Decision.Accepted(ImmutableList.of(event), false), before.after(event));
  }

  /** Returns what stands against any request, which makes asking further pointless. */
  private static ImmutableList<Rejection> obstacle(
      Incident incident, Command command, PlanIndex plan, Instant now) {
    var unread = incident.part(UnknownFact.CONCEPT);
    if (unread.first() > 0) {
      return ImmutableList.of(
          IncidentCondition.READABLE.unmet(
              "event " + unread.first() + " is a " + unread.type() + ", which is not known here",
              unread.first()));
    }
    var occurred = command.occurred();
    if (occurred != null && occurred.toInstant().isAfter(now)) {
      return ImmutableList.of(
          IncidentCondition.NOT_AHEAD
              .unmet(occurred + " is later than " + now)
              .or(new Remedy.WaitUntil(occurred.toInstant())));
    }
    var into = incident.relations().into();
    if (into != null) {
      return command.request().afterMerging()
          ? ImmutableList.of()
          : ImmutableList.of(merged(incident, into));
    }
    if (!incident.progress().open()
        && !(command.request() instanceof IncidentRequest.Open)
        && !(command.request().afterClosing() && incident.version() > 0)) {
      return ImmutableList.of(notOpen(incident, plan));
    }
    return ImmutableList.of();
  }

  private static Rejection merged(Incident incident, String into) {
    return IncidentCondition.NOT_MERGED
        .unmet(incident.id() + " was merged into " + into)
        .or(new Remedy.AskIn(into));
  }

  /** Returns what is told of an incident that is not there, or that one may not know of. */
  static Rejection unknown(Incident incident) {
    return IncidentCondition.OPEN
        .unmet("no open incident " + incident.id())
        .or(new Remedy.Act(new IncidentRequest.Open("what it is about"), Remedy.Asker.ANYBODY));
  }

  private static Rejection notOpen(Incident incident, PlanIndex plan) {
    if (incident.version() == 0) {
      return unknown(incident);
    }
    var rejection = IncidentCondition.OPEN.unmet("no open incident " + incident.id());
    var entitled = plan.entitledTo(Authority.CLOSE);
    return entitled.isEmpty()
        ? rejection
        : rejection.or(
            new Remedy.Act(
                new PhaseRequest.Reopen(Phase.IDENTIFICATION, "why"),
                Remedy.Asker.holding(entitled)));
  }

  private ImmutableList<Rejection> review(
      CommandPolicy.Context context, ImmutableList<Rejection> unmet) {
    var all = unmet;
    for (int i = 0; i < policies.commands().size(); i++) {
      all = and(all, policies.commands().get(i).review(context));
    }
    return all;
  }

  private ImmutableList<Rejection> reviewExit(
      Request<?> request,
      Incident incident,
      ImmutableList<Incident> members,
      PlanIndex plan,
      ImmutableList<Rejection> unmet) {
    var from = incident.progress().phase();
    if (request instanceof PhaseRequest.Enter enter && goesOn(from, enter.to())) {
      return review(
          new ExitPolicy.Context(incident, members, from, enter.to(), plan.plan()), unmet);
    }
    return request instanceof PhaseRequest.Close close && close.as() == Disposition.RESOLVED
        ? review(new ExitPolicy.Context(incident, members, from, null, plan.plan()), unmet)
        : unmet;
  }

  private static boolean goesOn(Phase from, Phase to) {
    return from.moveTo(to) != Move.NONE && from.isBefore(to);
  }

  private ImmutableList<Rejection> review(
      ExitPolicy.Context context, ImmutableList<Rejection> unmet) {
    var all = unmet;
    for (int i = 0; i < policies.exits().size(); i++) {
      all = and(all, policies.exits().get(i).review(context));
    }
    return all;
  }

  /** Returns both; what is silent costs nothing. */
  static ImmutableList<Rejection> and(
      ImmutableList<Rejection> some, ImmutableList<Rejection> more) {
    if (more.isEmpty()) {
      return some;
    }
    return some.isEmpty()
        ? more
        : ImmutableList.<Rejection>builder().addAll(some).addAll(more).build();
  }

  static Stamp stamp(long sequence, Command command, Instant now) {
    var occurred = command.occurred();
    return occurred == null
        ? new Stamp(sequence, command.actor(), now, ZoneOffset.UTC, now)
        : new Stamp(sequence, command.actor(), occurred.toInstant(), occurred.getOffset(), now);
  }
}
