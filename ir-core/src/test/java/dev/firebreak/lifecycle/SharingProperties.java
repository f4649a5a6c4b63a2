package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.sharing.NeedToKnow;
import dev.firebreak.sharing.SharingRequest;
import dev.firebreak.sharing.Tlp;
import dev.firebreak.triage.TriageRequest;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law 8 for marks: no answer crosses one, and after a merge the most restrictive counts. */
class SharingProperties {
  private static final ImmutableList<Tlp> MARKS = ImmutableList.copyOf(Tlp.values());
  private static final ImmutableList<Actor> PEOPLE =
      ImmutableList.of(MANAGER, DEPUTY, HANDLER, STRANGER);
  private static final ImmutableList<IncidentId> IDS =
      ImmutableList.of(IncidentId.of("a"), IncidentId.of("b"), IncidentId.of("c"));

  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), new TestClock()).build();

  @Property(tries = 40)
  void every_way_to_ask_tells_the_same_and_what_is_merged_is_seen_as_a_whole_or_not(
      @ForAll long seed) {
    var random = new Random(seed);
    IDS.forEach(id -> response.submit(id, MANAGER, new IncidentRequest.Open("Files on " + id)));
    for (int i = 0; i < 40; i++) {
      var id = IDS.get(random.nextInt(IDS.size()));
      response.submit(id, random.nextBoolean() ? MANAGER : DEPUTY, request(random));
      PEOPLE.forEach(this::agrees);
    }
  }

  private void agrees(Actor actor) {
    var viewer = Viewer.of(actor);
    var found = response.find(IncidentQuery.ALL, viewer).stream().map(IncidentSummary::id).toList();
    var listed = response.incidents(viewer).stream().map(Incident::id).toList();
    for (IncidentId id : IDS) {
      var seen = response.incident(id, viewer);
      var expected = all(id).stream().allMatch(each -> mayKnow(actor, each));
      assertThat(seen.isPresent()).as("%s sees %s", actor, id).isEqualTo(expected);
      assertThat(response.record(id, viewer).isPresent()).isEqualTo(expected);
      assertThat(response.family(id, viewer).isPresent()).isEqualTo(expected);
      assertThat(listed.contains(id)).isEqualTo(expected);
      assertThat(found.contains(id)).isEqualTo(expected && engineSees(id).progress().open());
      if (!expected) {
        assertThat(response.submit(id, actor, new TriageRequest.Acknowledge()))
            .asString()
            .isEqualTo("refused: incident.open: no open incident " + id);
      }
    }
  }

  private Incident engineSees(IncidentId id) {
    return response.incident(id, Viewer.of(Actor.ENGINE)).orElseThrow();
  }

  /** Returns the incident with all that it is merged with. */
  private List<Incident> all(IncidentId id) {
    var head = engineSees(id);
    for (var into = head.relations().into(); into != null; into = head.relations().into()) {
      head = engineSees(IncidentId.of(into));
    }
    return response.family(head.id(), Viewer.of(Actor.ENGINE)).orElseThrow().all().stream()
        .map(IncidentRecord::incident)
        .toList();
  }

  private static boolean mayKnow(Actor actor, Incident incident) {
    var sharing = incident.sharing();
    if (sharing.needToKnow() != null) {
      return sharing.needToKnow().people().contains(actor)
          || (actor.equals(HANDLER) && sharing.needToKnow().roles().contains(HANDLING));
    }
    if (sharing.tlp() == Tlp.RED) {
      return actor.equals(MANAGER) || actor.equals(DEPUTY);
    }
    boolean roleNeeded =
        sharing.privileged() || (sharing.tlp() != null && sharing.tlp().atLeast(Tlp.AMBER));
    return !roleNeeded || !actor.equals(STRANGER);
  }

  private static Request<?> request(Random random) {
    var other = IDS.get(random.nextInt(IDS.size())).name();
    return switch (random.nextInt(7)) {
      case 0 ->
          new SharingRequest.Mark(MARKS.get(random.nextInt(MARKS.size())), "so", "the source");
      case 1 ->
          new SharingRequest.Restrict(
              new NeedToKnow(
                  random.nextBoolean() ? ImmutableSet.of(HANDLING) : ImmutableSet.of(),
                  ImmutableSet.of(MANAGER, PEOPLE.get(random.nextInt(PEOPLE.size())))),
              "so");
      case 2 -> new SharingRequest.Unrestrict("so");
      case 3 -> new SharingRequest.ClaimPrivilege("so");
      case 4, 5 -> new RelationRequest.Merge(ImmutableSet.of(other), "so");
      default -> new RelationRequest.Unmerge(ImmutableSet.of(other), "so");
    };
  }
}
