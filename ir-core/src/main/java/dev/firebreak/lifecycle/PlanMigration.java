package dev.firebreak.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.incident.Unmapped;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A move of one incident to another version of its plan, which is asked for.
 *
 * @param from the version under which it runs
 * @param to the version that is asked for, null if that is not at hand
 * @param atHand the other versions of its plan that are at hand
 * @param changes what differs between the two
 * @param reached when the incident first came to which milestone
 */
record PlanMigration(
    Side from,
    @Nullable Side to,
    ImmutableList<PlanVersion> atHand,
    ImmutableList<PlanDifference.Change> changes,
    ImmutableMap<Milestone, Instant> reached) {

  /** A version of a plan, and the policies that decide under it. */
  record Side(PlanIndex plan, Policies policies) {}

  /** Returns the version that it moves to, once it is known to be at hand. */
  Side target() {
    return requireNonNull(to);
  }

  /** Returns what the incident is told. */
  IncidentRequest.Migration verdict(Incident incident) {
    return new IncidentRequest.Migration(
        atHand, changes, to == null ? ImmutableList.of() : new Unplaced(incident, to).all());
  }

  /** Returns when an incident first came to which milestone, by its history. */
  static ImmutableMap<Milestone, Instant> milestones(
      Incident incident, Iterable<Event> history, Concepts concepts) {
    var first = new EnumMap<Milestone, Instant>(Milestone.class);
    var after = Incident.blank(incident.id(), concepts);
    for (Event event : history) {
      if (event.sequence() > incident.version()) {
        break;
      }
      var before = after;
      after = before.after(event);
      var milestone =
          Consequences.isOfMerging(event.fact(), before)
              ? null
              : Consequences.milestoneOf(event.fact(), after);
      if (milestone != null) {
        first.merge(milestone, event.stamp().occurred(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return ImmutableMap.copyOf(first);
  }

  /** Returns what follows at once for severity, calls and triggers; the rest follows by rules. */
  ImmutableList<Fact<?>> consequences(Incident after) {
    var facts = ImmutableList.<Fact<?>>builder();
    var plan = target().plan();
    facts.addAll(LevelChange.byRules(after, from.plan().plan(), plan.plan()));
    addSeverity(after, facts);
    reached.forEach(
        (milestone, at) -> {
          if (plan.duties().awaits(milestone)
              && after.clocks().occurrence(Trigger.at(milestone)).isEmpty()) {
            facts.add(new ObligationFact.Reached(milestone, at));
          }
        });
    return facts.build();
  }

  /** Rates the impact again, if the new version may rate it otherwise. */
  private void addSeverity(Incident after, ImmutableList.Builder<Fact<?>> facts) {
    var one = from.plan().plan();
    var other = target().plan().plan();
    var policy = target().policies().severity();
    var known = after.assessment();
    var impact = known.impact();
    boolean alike =
        one.severity().equals(other.severity())
            && Objects.equals(one.nciss(), other.nciss())
            && policy.label().equals(from.policies().severity().label());
    if (alike) {
      return;
    }
    if (impact != null) {
      var rating = policy.rate(new SeverityPolicy.Context(after, impact, known.nciss(), other));
      if (!rating.severity().equals(known.derived())) {
        facts.add(
            new SeverityFact.Assessed(
                impact, rating.severity(), rating.because(), rating.under(), known.nciss()));
      }
    }
    var byHand = known.overruling();
    var same = byHand == null ? null : other.severity().level(byHand.to().name()).orElse(null);
    if (byHand != null && same != null && !same.equals(byHand.to())) {
      facts.add(
          new SeverityFact.Overruled(
              byHand.to(), same, "as " + other.version() + " ranks it", byHand.until()));
    }
  }

  /** Finds what the version that is left had a place for, and the new one has not. */
  private final class Unplaced {
    private final Incident incident;
    private final PlanIndex plan;
    private final ImmutableSet<Role> roles;
    private final ImmutableSet<Role> gone; // roles of the other
    private final ImmutableList.Builder<Unmapped> found = ImmutableList.builder();

    Unplaced(Incident incident, Side to) {
      this.incident = incident;
      this.plan = to.plan();
      this.roles = roles(plan);
      this.gone = Sets.difference(roles(from.plan()), roles).immutableCopy();
    }

    private static ImmutableSet<Role> roles(PlanIndex plan) {
      return plan.plan().roles().stream()
          .map(RoleDefinition::role)
          .collect(ImmutableSet.toImmutableSet());
    }

    ImmutableList<Unmapped> all() {
      incident.steps().done().forEach(step -> settled(step, "done"));
      incident.steps().waived().forEach(step -> settled(step, "waived"));
      for (StepId step : new FlowMapping(from.plan(), plan).lost(incident.steps().run())) {
        add(Unmapped.Kind.STEP, step, "the run was at it, and it has no such place");
      }
      incident.actions().unfinished().forEach(this::action);
      var given = incident.team().roles().values().stream().flatMap(some -> some.stream());
      given
          .distinct()
          .filter(gone::contains)
          .forEach(role -> add(Unmapped.Kind.ROLE, role, "it was given, and is not there"));
      for (Clock clock : incident.clocks().byObligation().values()) {
        var duty = clock.obligation();
        if (clock.running()
            && from.plan().duties().find(duty) != null
            && plan.duties().find(duty) == null) {
          add(Unmapped.Kind.CLOCK, duty, "its clock runs on, and it is not there");
        }
      }
      overruling();
      for (CriterionId criterion : incident.progress().criteria().keySet()) {
        if (from.plan().plan().criterion(criterion).isPresent()
            && plan.plan().criterion(criterion).isEmpty()) {
          add(Unmapped.Kind.CRITERION, criterion, "it was settled, and is not there");
        }
      }
      return found.build();
    }

    private void settled(StepId step, String how) {
      if (from.plan().hasStep(step) && !plan.hasStep(step)) {
        add(Unmapped.Kind.STEP, step, "it was " + how + ", and is not there");
      }
    }

    private void action(Action action) {
      var step = action.step();
      if (step != null && from.plan().hasStep(step) && !plan.hasStep(step)) {
        add(
            Unmapped.Kind.ACTION,
            action.id(),
            "it goes on, and its step " + step + " is not there");
      }
      var by = action.approval().by();
      if (action.status() == ActionStatus.AWAITING_APPROVAL
          && Sets.intersection(by, roles).isEmpty()
          && !Sets.intersection(by, gone).isEmpty()) {
        add(Unmapped.Kind.ACTION, action.id(), "it waits for approval of " + by);
      }
    }

    private void overruling() {
      var byHand = incident.assessment().overruling();
      if (byHand != null && has(from.plan(), byHand.to()) && !has(plan, byHand.to())) {
        add(Unmapped.Kind.SEVERITY, byHand.to(), "it was set by hand, and is not there");
      }
    }

    private static boolean has(PlanIndex plan, Severity level) {
      return plan.plan().severity().level(level.name()).isPresent();
    }

    private void add(Unmapped.Kind what, Object name, String reason) {
      found.add(new Unmapped(what, name.toString(), reason));
    }
  }
}
