package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Family;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.phase.Progress;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.relation.Relations;
import dev.firebreak.sharing.Audience;
import dev.firebreak.testkit.SeededIncidents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for merging and un-merging, over random histories. */
class MergingProperties {
  private static final Actor MANAGER = Duties.ADA;
  private static final Viewer VIEWER = Viewer.of(Actor.ENGINE);
  private static final int INCIDENTS = 5;
  private static final ResponsePlan PLAN =
      Duties.plan(
          Ransomware.obligation(
              Ransomware.ACKNOWLEDGE, Milestone.OPENED, "PT15M", Milestone.ACKNOWLEDGED, null),
          Ransomware.obligation(
              Ransomware.TELL,
              Milestone.DECLARED,
              "PT72H",
              Milestone.NOTIFIED,
              Audience.REGULATOR));

  @Property(tries = 60)
  void un_merging_gives_back_exactly_what_was_merged_and_what_was_added_there_since(
      @ForAll long seed) {
    new Course(seed).run(60);
  }

  @Property(tries = 60)
  void every_item_of_a_family_is_in_the_history_of_the_incident_that_it_names(@ForAll long seed) {
    var course = new Course(seed);
    course.run(40);
    for (IncidentId id : course.ids) {
      var family = course.response.family(id, VIEWER).orElseThrow();
      assertThat(family.items(incident -> incident.scope().seen()))
          .allSatisfy(
              seen ->
                  assertThat(course.incident(seen.from()).scope().seen()).contains(seen.item()));
      assertThat(family.history())
          .containsExactlyInAnyOrderElementsOf(
              family.all().stream().flatMap(each -> each.history().stream()).toList());
      assertThat(sizes(family))
          .isEqualTo(
              family.all().stream().mapToInt(each -> each.incident().scope().seen().size()).sum());
    }
  }

  private static int sizes(Family family) {
    return family.items(incident -> incident.scope().seen()).size();
  }

  /** Some incidents that are worked on, merged and un-merged in any order. */
  private static final class Course {
    private final Random random;
    private final SeededIncidents seeds;
    private final TestClock clock = new TestClock();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final IncidentResponse response;
    private final ImmutableList<IncidentId> ids;
    private final Map<IncidentId, Incident> asMerged = new HashMap<>();

    Course(long seed) {
      this.random = new Random(seed);
      this.seeds = SeededIncidents.of(seed);
      CommandPolicy none = context -> ImmutableList.of();
      this.response =
          IncidentResponse.under(PLAN, clock)
              .journal(journal)
              .policies(Policies.STANDARD.withCommand(none))
              .build();
      var all = ImmutableList.<IncidentId>builder();
      for (int i = 0; i < INCIDENTS; i++) {
        all.add(IncidentId.of("i" + i));
      }
      this.ids = all.build();
      ids.forEach(id -> response.submit(id, MANAGER, new IncidentRequest.Open("one of several")));
    }

    Incident incident(IncidentId id) {
      return response.incident(id, VIEWER).orElseThrow();
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        clock.pass("PT1M");
        var id = ids.get(random.nextInt(INCIDENTS));
        switch (random.nextInt(5)) {
          case 0 -> merge(id, some());
          case 1 -> unmerge(id, some());
          case 2 -> response.wake(Tenant.SINGLE);
          default -> work(id);
        }
        allOrNothing();
      }
    }

    private ImmutableSet<String> some() {
      var some = ImmutableSet.<String>builder();
      some.add(ids.get(random.nextInt(INCIDENTS)).name());
      if (random.nextBoolean()) {
        some.add(ids.get(random.nextInt(INCIDENTS)).name());
      }
      return some.build();
    }

    private void work(IncidentId id) {
      var request = seeds.nextRequest(incident(id), PLAN);
      if (!(request instanceof RelationRequest)) {
        response.submit(id, MANAGER, request);
      }
    }

    private void merge(IncidentId id, ImmutableSet<String> from) {
      var before = new HashMap<IncidentId, Incident>();
      from.forEach(name -> before.put(IncidentId.of(name), incident(IncidentId.of(name))));
      if (response.submit(id, MANAGER, new RelationRequest.Merge(from, "the same")).accepted()) {
        asMerged.putAll(before);
        before.forEach(
            (each, was) ->
                assertThat(incident(id).relations().member(each.name()).orElseThrow().version())
                    .isEqualTo(was.version()));
      }
    }

    private void unmerge(IncidentId id, ImmutableSet<String> from) {
      var before = incident(id);
      if (!response.submit(id, MANAGER, new RelationRequest.Unmerge(from, "not so")).accepted()) {
        assertThat(incident(id)).isEqualTo(before);
        return;
      }
      sameBut(incident(id), before, Relations.CONCEPT);
      for (String name : from) {
        var other = IncidentId.of(name);
        var was = asMerged.remove(other);
        var now = incident(other);
        assertThat(now.progress().open()).isTrue();
        assertThat(now.progress().phase()).isEqualTo(was.progress().phase());
        assertThat(now.relations().into()).isNull();
        assertThat(now).isEqualTo(withAdded(was));
      }
    }

    /** Returns what was merged, after all that was recorded in its own history since. */
    private Incident withAdded(Incident was) {
      return was.after(journal.read(was.stream(), was.version()));
    }

    private static void sameBut(Incident one, Incident other, Concept<?> but) {
      for (Concept<?> concept : Concepts.STANDARD.all()) {
        if (concept != but) {
          assertThat((Object) one.part(concept)).isEqualTo(other.part(concept));
        }
      }
    }

    /** Both sides of every merge are there, and what was merged changed in nothing else. */
    private void allOrNothing() {
      for (IncidentId id : ids) {
        var incident = incident(id);
        var into = incident.relations().into();
        if (into != null) {
          assertThat(incident(IncidentId.of(into)).relations().member(id.name())).isPresent();
          assertThat(incident.progress().open()).isFalse();
        }
        incident
            .relations()
            .members()
            .forEach(
                member ->
                    assertThat(incident(IncidentId.of(member.incident())).relations().into())
                        .isEqualTo(id.name()));
      }
    }
  }

  @Property(tries = 30)
  void a_merge_and_its_un_merge_alone_change_nothing_but_the_course(@ForAll long seed) {
    var course = new Course(seed);
    for (int i = 0; i < 30; i++) {
      course.clock.pass("PT1M");
      course.work(course.ids.get(course.random.nextInt(INCIDENTS)));
    }
    var into = course.ids.get(0);
    List<IncidentId> merged = new ArrayList<>();
    Map<IncidentId, Incident> before = new HashMap<>();
    for (IncidentId id : course.ids.subList(1, INCIDENTS)) {
      var was = course.incident(id);
      if (course
          .response
          .submit(into, MANAGER, new RelationRequest.Merge(ImmutableSet.of(id.name()), "same"))
          .accepted()) {
        merged.add(id);
        before.put(id, was);
      }
    }
    for (IncidentId id : merged) {
      course.response.submit(
          into, MANAGER, new RelationRequest.Unmerge(ImmutableSet.of(id.name()), "not so"));
      var after = course.incident(id);
      Course.sameBut(after, before.get(id), Progress.CONCEPT);
      assertThat(after.progress().phase()).isEqualTo(before.get(id).progress().phase());
      assertThat(after.progress().disposition()).isEqualTo(before.get(id).progress().disposition());
    }
    assertThat(course.incident(into).relations().isAlone()).isTrue();
    assertThat(facts(course.journal, into))
        .filteredOn(event -> event.fact() instanceof RelationFact.GaveBack)
        .hasSize(merged.size());
  }

  private static ImmutableList<Event> facts(InMemoryJournal journal, IncidentId id) {
    return journal.read(new StreamId(id.tenant(), StreamId.Kind.INCIDENT, id.name()), 0);
  }
}
