package dev.firebreak.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Remedy.Asker;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.severity.SeverityMatrix;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final Actor ADA = new Actor("ada");
  private static final Actor LINUS = new Actor("linus");
  private static final Actor GRACE = new Actor("grace");
  private static final Role LEAD = new Role("lead");
  private static final Role SCRIBE = new Role("scribe");

  private final ResponsePlan plan = plan();
  private final Incident incident = incident();

  @Test
  void leaves_out_who_is_excepted() {
    assertThat(of(Asker.holding(ImmutableList.of(LEAD)).but(ADA))).isEmpty();
    assertThat(of(Asker.ANYBODY.but(ADA))).containsExactly(LINUS, GRACE);
  }

  @Test
  void finds_holders_by_plan_and_by_assignment() {
    assertThat(of(Asker.holding(ImmutableList.of(LEAD)))).containsExactly(ADA);
    assertThat(of(Asker.holding(ImmutableList.of(SCRIBE)))).containsExactly(LINUS, GRACE);
  }

  @Test
  void finds_everybody_with_a_role_where_none_is_asked_for() {
    assertThat(of(Asker.ANYBODY)).containsExactly(ADA, LINUS, GRACE);
  }

  private ImmutableSet<Actor> of(Asker asker) {
    return Candidates.of(asker, incident, plan);
  }

  private Incident incident() {
    var id = IncidentId.of("inc-1");
    var response = IncidentResponse.under(plan, InstantSource.fixed(Instant.EPOCH)).build();
    response.submit(id, ADA, new IncidentRequest.Open("a case"));
    response.submit(id, ADA, new PeopleRequest.Assign(SCRIBE, GRACE));
    return response.incident(id, Viewer.of(ADA)).orElseThrow();
  }

  private static ResponsePlan plan() {
    var levels = SeverityMatrix.levels("all");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return ResponsePlan.builder("small", "1")
        .severity(new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(0))
        .roles(role(LEAD, ADA), role(SCRIBE, LINUS))
        .build();
  }

  private static RoleDefinition role(Role role, Actor primary) {
    return new RoleDefinition(
        role, RoleKind.INCIDENT_LEAD, primary, ImmutableList.of(), ImmutableSet.of());
  }
}
