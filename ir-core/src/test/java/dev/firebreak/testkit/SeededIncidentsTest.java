package dev.firebreak.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.fact.Concept;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.CommandPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededIncidentsTest {
  private static final int PLANS = 80;
  private static final int INCIDENTS = 4;

  @Test
  void gives_other_values_for_another_seed() {
    assertThat(SeededIncidents.of(1).nextPlan()).isNotEqualTo(SeededIncidents.of(2).nextPlan());
    assertThat(SeededContexts.ofCommands(1)).isNotEqualTo(SeededContexts.ofCommands(2));
  }

  @Test
  void gives_equal_values_that_are_not_the_same_for_one_seed() {
    var first = SeededIncidents.of(5);
    var second = SeededIncidents.of(5);
    for (int i = 0; i < 20; i++) {
      var plan = first.nextPlan();
      var again = second.nextPlan();
      assertThat(again).isEqualTo(plan).isNotSameAs(plan);
      var incident = first.nextIncident(plan);
      assertThat(second.nextIncident(again)).isEqualTo(incident).isNotSameAs(incident);
      assertThat(second.nextRequest(incident, again)).isEqualTo(first.nextRequest(incident, plan));
      assertThat(second.nextActor(again)).isEqualTo(first.nextActor(plan));
    }
    assertThat(SeededContexts.ofCommands(5)).isEqualTo(SeededContexts.ofCommands(5));
    assertThat(SeededContexts.ofExits(5)).isEqualTo(SeededContexts.ofExits(5));
    assertThat(SeededContexts.ofSeverities(5)).isEqualTo(SeededContexts.ofSeverities(5));
    assertThat(SeededContexts.ofApprovals(5)).isEqualTo(SeededContexts.ofApprovals(5));
  }

  @Test
  void makes_requests_of_every_kind_of_every_standard_concept() {
    Set<Class<?>> made = new HashSet<>();
    var incidents = SeededIncidents.of(3);
    for (int i = 0; i < 50; i++) {
      var plan = incidents.nextPlan();
      var incident = incidents.nextIncident(plan);
      for (int j = 0; j < 200; j++) {
        made.add(incidents.nextRequest(incident, plan).getClass());
      }
    }
    assertThat(made)
        .containsAll(
            Concepts.STANDARD.all().stream()
                .map(Concept::requests)
                .flatMap(requests -> requests.values().stream())
                .toList());
  }

  @Test
  void makes_incidents_in_every_phase_and_with_every_ending_and_some_reopened() {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
    var episodes = 0;
    var longest = 0L;
    for (Incident incident : Iterables.concat(incidents(3), incidents(11), incidents(12))) {
      phases.add(incident.progress().phase());
      dispositions.add(incident.progress().disposition());
      episodes = Math.max(episodes, incident.progress().episodes().size());
      longest = Math.max(longest, incident.version());
      assertThat(incident.version()).isPositive();
    }
    assertThat(phases)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Phase.PREPARATION)));
    assertThat(dispositions).containsExactlyInAnyOrder(Disposition.values());
    assertThat(episodes).isGreaterThan(1);
    assertThat(longest).isGreaterThan(40);
  }

  @Test
  void names_each_incident_once() {
    assertThat(incidents(4)).extracting(Incident::id).doesNotHaveDuplicates();
  }

  @Test
  void makes_plans_with_and_without_each_of_their_parts() {
    var plans = plans(3);
    assertThat(plans)
        .anyMatch(plan -> plan.roles().isEmpty())
        .anyMatch(plan -> plan.playbooks().isEmpty())
        .anyMatch(plan -> plan.obligations().isEmpty())
        .anyMatch(plan -> plan.approach() == null)
        .anyMatch(plan -> plan.severity().levels().size() == 1)
        .anyMatch(
            plan ->
                plan.roles().size() > 2
                    && plan.playbooks().size() > 2
                    && !plan.obligations().isEmpty());
  }

  @Test
  void makes_actors_with_and_without_a_role() {
    var incidents = SeededIncidents.of(3);
    var plan = plans(3).stream().filter(each -> each.roles().size() > 2).findFirst().orElseThrow();
    Set<Boolean> holds = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      holds.add(!plan.rolesOf(incidents.nextActor(plan)).isEmpty());
    }
    assertThat(holds).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void asks_about_open_and_closed_incidents_in_all_phases() {
    var contexts = ImmutableList.<CommandPolicy.Context>builder();
    for (int seed = 0; seed < 15; seed++) {
      contexts.addAll(SeededContexts.ofCommands(seed));
    }
    var incidents = contexts.build().stream().map(CommandPolicy.Context::incident).toList();
    assertThat(incidents.stream().map(each -> each.progress().phase()).distinct())
        .hasSize(Phase.values().length - 1);
    assertThat(incidents.stream().map(each -> each.progress().disposition()).distinct())
        .hasSize(Disposition.values().length);
    assertThat(incidents).anyMatch(incident -> incident.version() == 0);
  }

  private static ImmutableList<ResponsePlan> plans(long seed) {
    var incidents = SeededIncidents.of(seed);
    var plans = new ArrayList<ResponsePlan>();
    for (int i = 0; i < PLANS; i++) {
      plans.add(incidents.nextPlan());
    }
    return ImmutableList.copyOf(plans);
  }

  private static ImmutableSet<Incident> incidents(long seed) {
    var source = SeededIncidents.of(seed);
    var incidents = ImmutableSet.<Incident>builder();
    for (int i = 0; i < PLANS; i++) {
      var plan = source.nextPlan();
      for (int j = 0; j < INCIDENTS; j++) {
        incidents.add(source.nextIncident(plan));
      }
    }
    return incidents.build();
  }
}
