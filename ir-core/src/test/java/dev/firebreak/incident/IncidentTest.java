package dev.firebreak.incident;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.IncidentFact.Opened;
import dev.firebreak.incident.IncidentRequest.Open;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.Team;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.triage.Triage;
import dev.firebreak.triage.TriageFact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final PlanVersion PLAN = new PlanVersion("ransomware", "1");
  private static final Incident BLANK = Incident.blank(ID, Concepts.STANDARD);
  private static final ImmutableList<Event> HISTORY =
      events(
          ID,
          new Opened("Odd logins", PLAN, ImmutableList.of()),
          new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "opened"),
          new TriageFact.Acknowledged(),
          new PeopleFact.Assigned(new Role("lead"), ADA),
          new TriageFact.Declared("a login"));

  @Test
  void refuses_to_open_an_incident_twice_or_without_a_title() {
    var opened = BLANK.after(HISTORY.subList(0, 1)).origin();

    assertThat(new Open("Again").unmet(opened, asking()))
        .containsExactly(IncidentCondition.NEW.unmet("the incident has been opened", 1L));
    assertThatThrownBy(() -> new Open(" ")).hasMessage("title must not be blank");
  }

  @Test
  void opens_under_the_plan_in_force() {
    var open = new Open("Odd logins");

    assertThat(open.unmet(BLANK.origin(), asking())).isEmpty();
    assertThat(
            open.yields(
                BLANK.origin(),
                asking(
                    IncidentRequest.Under.class,
                    new IncidentRequest.Under(PLAN, ImmutableList.of()))))
        .containsExactly(new Opened("Odd logins", PLAN, ImmutableList.of()));
    assertThat(BLANK.origin()).isEqualTo(new Origin("", null, null, ImmutableList.of()));
    assertThat(BLANK.after(HISTORY).origin())
        .isEqualTo(new Origin("Odd logins", PLAN, time(1), ImmutableList.of()));
  }

  @Test
  void does_not_fold_an_event_that_is_not_the_next() {
    assertThatThrownBy(() -> BLANK.after(HISTORY.subList(1, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "event 2 of single/incident/inc-1 does not follow event 0 of single/incident/inc-1");
    assertThatThrownBy(() -> BLANK.after(ImmutableList.of(HISTORY.get(0), HISTORY.get(0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "event 1 of single/incident/inc-1 does not follow event 1 of single/incident/inc-1");
  }

  @Test
  void does_not_fold_an_event_of_another_history() {
    var other = events(IncidentId.of("inc-2"), new TriageFact.Acknowledged());

    assertThatThrownBy(() -> BLANK.after(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "event 1 of single/incident/inc-2 does not follow event 0 of single/incident/inc-1");
  }

  @Test
  void does_not_fold_a_fact_of_a_concept_that_it_is_not_composed_of() {
    var blinked = events(ID, new ConceptsTest.BlinkFact.Blinked());

    assertThatThrownBy(() -> BLANK.after(blinked))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("incidents are not composed of a concept blink");
    assertThatThrownBy(() -> BLANK.part(ConceptsTest.BLINK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("incidents are not composed of a concept blink");
  }

  @Test
  void folds_a_vendors_fact_when_composed_of_its_concept() {
    var blank = Incident.blank(ID, Concepts.STANDARD.and(ConceptsTest.BLINK));
    var blinked = events(ID, new ConceptsTest.BlinkFact.Blinked());

    assertThat(blank.after(blinked).part(ConceptsTest.BLINK)).isEqualTo(1);
  }

  @Test
  void folding_in_halves_equals_folding_at_once() {
    var whole = BLANK.after(HISTORY);
    for (int i = 0; i <= HISTORY.size(); i++) {
      var half = BLANK.after(HISTORY.subList(0, i));

      assertThat(half.version()).isEqualTo(i);
      assertThat(half.after(HISTORY.subList(i, HISTORY.size())))
          .isEqualTo(whole)
          .hasSameHashCodeAs(whole);
    }
  }

  @Test
  void folding_changes_no_earlier_incident() {
    var opened = BLANK.after(HISTORY.subList(0, 2));
    var later = opened.after(HISTORY.subList(2, 5));

    assertThat(opened.triage()).isEqualTo(Triage.CONCEPT.start());
    assertThat(opened.team()).isEqualTo(Team.CONCEPT.start());
    assertThat(later.triage()).isEqualTo(new Triage(3, 5, null, null));
    assertThat(later.team().rolesOf(ADA)).containsExactly(new Role("lead"));
    assertThat(BLANK.version()).isZero();
  }

  @Test
  void folding_nothing_returns_the_same_incident() {
    assertThat(BLANK.after(ImmutableList.of())).isSameAs(BLANK);
  }

  @Test
  void every_part_begins_with_the_start_of_its_concept() {
    assertThat(Concepts.STANDARD.all())
        .allSatisfy(concept -> assertThat(BLANK.part(concept)).isEqualTo(concept.start()));
    assertThat(
            List.of(
                BLANK.part(UnknownFact.CONCEPT),
                BLANK.origin(),
                BLANK.progress(),
                BLANK.triage(),
                BLANK.assessment(),
                BLANK.scope(),
                BLANK.alerts(),
                BLANK.steps(),
                BLANK.actions(),
                BLANK.evidence(),
                BLANK.analysis(),
                BLANK.decisions(),
                BLANK.relations(),
                BLANK.sharing(),
                BLANK.team(),
                BLANK.communications(),
                BLANK.clocks(),
                BLANK.review()))
        .isEqualTo(Concepts.STANDARD.all().stream().map(concept -> concept.start()).toList());
  }

  @Test
  void differs_by_id_by_version_and_by_what_happened() {
    var incident = BLANK.after(HISTORY);
    var otherEnd = new ArrayList<>(HISTORY.subList(0, 4));
    otherEnd.add(event(ID, 5, new TriageFact.Acknowledged()));

    assertThat(incident)
        .isNotEqualTo(Incident.blank(IncidentId.of("inc-2"), Concepts.STANDARD))
        .isNotEqualTo(BLANK.after(HISTORY.subList(0, 4)))
        .isNotEqualTo(BLANK.after(otherEnd))
        .isNotEqualTo("incident");
    assertThat(incident.id()).isEqualTo(ID);
    assertThat(incident).hasToString("inc-1 at event 5 in IDENTIFICATION");
  }

  @Test
  void an_id_names_its_tenant_where_there_are_several() {
    var acme = new IncidentId(new Tenant("acme"), "inc-1");

    assertThat(acme).hasToString("acme/inc-1");
    assertThat(ID).hasToString("inc-1");
    assertThat(acme.stream())
        .isEqualTo(new StreamId(new Tenant("acme"), StreamId.Kind.INCIDENT, "inc-1"));
  }

  @Test
  void a_record_refuses_a_history_of_another_length() {
    assertThatThrownBy(() -> new IncidentRecord(BLANK, HISTORY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the history of inc-1 at event 0 in IDENTIFICATION has 5 events");
  }

  @Test
  void a_record_finds_events_by_kind() {
    var record = new IncidentRecord(BLANK.after(HISTORY), HISTORY);

    assertThat(record.first(TriageFact.class)).contains(HISTORY.get(2));
    assertThat(record.last(TriageFact.class)).contains(HISTORY.get(4));
    assertThat(record.all(TriageFact.class)).containsExactly(HISTORY.get(2), HISTORY.get(4));
    assertThat(record.first(TriageFact.Judged.class)).isEmpty();
    assertThat(record.last(TriageFact.Judged.class)).isEmpty();
    assertThat(record.all(TriageFact.Judged.class)).isEmpty();
  }

  private static ImmutableList<Event> events(IncidentId id, Fact<?>... facts) {
    var events = ImmutableList.<Event>builder();
    for (int i = 0; i < facts.length; i++) {
      events.add(event(id, i + 1, facts[i]));
    }
    return events.build();
  }

  private static Event event(IncidentId id, long sequence, Fact<?> fact) {
    return new Event(id.stream(), CommandId.ofEvent(sequence), stamp(sequence), fact);
  }
}
