package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.incident.Origin;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.RoleTable;
import dev.firebreak.testkit.SeededIncidents;
import java.time.Instant;
import java.time.InstantSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What holds for a move to another version of a plan, whatever has happened before. */
class MigratingProperties {
  /** Anybody may, so that the law is about the move and not about roles. */
  private static final Policies POLICIES =
      Policies.STANDARD.withRoles(
          RoleTable.STANDARD.with("incident.migrate-plan", RoleTable.Allowed.ANYBODY));

  @Property(tries = 300)
  void a_plan_that_differs_in_its_version_alone_changes_nothing_else(@ForAll long seed) {
    var seeds = SeededIncidents.of(seed);
    var plan = seeds.nextPlan();
    var record = seeds.nextRecord(plan);
    var before = record.incident();
    var journal = new InMemoryJournal();
    if (!record.history().isEmpty()) {
      journal.append(ImmutableList.of(new Append(before.id().stream(), 0, record.history())));
    }
    var now =
        record.history().isEmpty() ? Ransomware.START : last(record.history()).plusSeconds(60);
    var next = withVersion(plan, plan.version().version() + "-next");
    var decision =
        IncidentResponse.under(next, InstantSource.fixed(now))
            .earlier(plan)
            .journal(journal)
            .policies(POLICIES)
            .build()
            .submit(
                before.id(),
                seeds.nextActor(plan),
                new IncidentRequest.MigratePlan(next.version(), "it was printed anew"));

    boolean moved = decision instanceof Decision.Accepted;
    Statistics.label("moved")
        .collect(moved)
        .coverage(all -> all.check(true).percentage(p -> p > 30));
    if (decision instanceof Decision.Refused refused) {
      assertThat(refused.rejections())
          .extracting(Rejection::code)
          .isNotEmpty()
          .isSubsetOf("incident.open", "incident.not-merged");
    } else if (decision instanceof Decision.Accepted accepted) {
      changesOnlyTheVersion(before, accepted.events(), next.version());
    }
  }

  private static void changesOnlyTheVersion(
      Incident before, ImmutableList<Event> events, PlanVersion to) {
    assertThat(events)
        .extracting(Event::fact)
        .filteredOn(fact -> !(fact instanceof IncidentFact.Governed))
        .singleElement()
        .isInstanceOfSatisfying(
            IncidentFact.PlanMigrated.class,
            moved -> {
              assertThat(moved.changes()).isEmpty();
              assertThat(moved.unmapped()).isEmpty();
            });
    var after = before.after(events);
    assertThat(after.origin().plan()).isEqualTo(to);
    Concepts.STANDARD.all().stream()
        .filter(concept -> concept != Origin.CONCEPT)
        .forEach(
            concept -> assertThat((Object) after.part(concept)).isEqualTo(before.part(concept)));
  }

  private static Instant last(ImmutableList<Event> history) {
    return history.get(history.size() - 1).stamp().recorded();
  }

  private static ResponsePlan withVersion(ResponsePlan plan, String version) {
    return new ResponsePlan(
        new PlanVersion(plan.version().plan(), version),
        plan.title(),
        plan.approach(),
        plan.reviewed(),
        plan.approvals(),
        plan.roles(),
        plan.severity(),
        plan.majorFrom(),
        plan.nciss(),
        plan.levelRules(),
        plan.reviewWithin(),
        plan.playbooks(),
        plan.communications(),
        plan.obligations(),
        plan.escalation(),
        plan.recovery(),
        plan.correlation(),
        plan.actions(),
        plan.commands(),
        plan.policies(),
        plan.governance(),
        plan.staffing(),
        plan.readiness());
  }
}
