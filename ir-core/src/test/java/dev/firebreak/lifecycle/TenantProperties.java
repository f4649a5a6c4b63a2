package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.testkit.SeededIncidents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law 8 for tenants: what one is told does not depend on what another has done. */
class TenantProperties {
  private static final Tenant OURS = new Tenant("ours");
  private static final Tenant THEIRS = new Tenant("theirs");
  private static final Viewer VIEWER = new Viewer(OURS, Actor.ENGINE);

  @Property(tries = 60)
  void no_answer_about_a_tenant_depends_on_another(@ForAll long seed) {
    assertThat(answers(seed, false)).isEqualTo(answers(seed, true));
  }

  @Property(tries = 60)
  void nobody_sees_an_incident_of_another_tenant(@ForAll long seed) {
    var world = new World(seed);
    world.live(THEIRS, 8);
    for (Incident incident : world.response.incidents(new Viewer(THEIRS, VIEWER.actor()))) {
      assertThat(world.response.incident(incident.id(), VIEWER)).isEmpty();
      assertThat(world.response.record(incident.id(), VIEWER)).isEmpty();
      var namesake = new IncidentId(OURS, incident.id().name());
      assertThat(world.response.incident(namesake, VIEWER)).isEmpty();
    }
    assertThat(world.response.incidents(VIEWER)).isEmpty();
    assertThat(world.response.find(IncidentQuery.ALL, VIEWER)).isEmpty();
    assertThat(world.response.nextDue(OURS)).isEmpty();
    assertThat(world.response.wake(OURS)).isEmpty();
  }

  /** Returns everything that the engine says to us, with the other tenant there or not. */
  private static List<Object> answers(long seed, boolean others) {
    var world = new World(seed);
    var answers = new ArrayList<Object>();
    for (int i = 0; i < 4; i++) {
      if (others) {
        new World(~seed + i, world).live(THEIRS, 4);
      }
      answers.addAll(world.live(OURS, 4));
      answers.add(world.response.incidents(VIEWER));
      answers.add(world.response.find(IncidentQuery.ALL.withLimit(3), VIEWER));
      answers.add(world.response.nextDue(OURS));
      answers.add(world.response.wake(OURS));
      for (Incident incident : world.response.incidents(VIEWER)) {
        answers.add(world.response.incident(incident.id(), VIEWER));
        answers.add(world.response.record(incident.id(), VIEWER));
      }
    }
    return answers;
  }

  /** An engine, and what a seed does to it. */
  private static final class World {
    final SeededIncidents seeds;
    final Random random;
    final ResponsePlan plan;
    final IncidentResponse response;

    World(long seed) {
      seeds = SeededIncidents.of(seed);
      random = new Random(seed);
      plan = Ransomware.plan();
      response =
          IncidentResponse.under(plan, new TestClock()).journal(new InMemoryJournal()).build();
    }

    /** Does other things to the same engine. */
    World(long seed, World other) {
      seeds = SeededIncidents.of(seed);
      random = new Random(seed);
      plan = other.plan;
      response = other.response;
    }

    List<Object> live(Tenant tenant, int steps) {
      var answers = new ArrayList<Object>();
      for (int i = 0; i < steps; i++) {
        var id = new IncidentId(tenant, "i-" + random.nextInt(3));
        answers.add(response.submit(id, seeds.nextActor(plan), new IncidentRequest.Open("x")));
        var viewer = new Viewer(tenant, VIEWER.actor());
        var incident =
            response.incident(id, viewer).orElseGet(() -> Incident.blank(id, Concepts.STANDARD));
        answers.add(response.submit(id, seeds.nextActor(plan), seeds.nextRequest(incident, plan)));
        var alert = Ransomware.alert(random.nextInt(5), "192.0.2." + random.nextInt(4));
        answers.add(response.receive(tenant, alert));
      }
      return answers;
    }
  }
}
