package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.testkit.SeededIncidents;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of the engine, over plans, incidents and requests that a seed decides. */
class EngineLawsProperties {
  private static final int TRIES = 300;

  @Property(tries = TRIES)
  void law_1_folding_in_one_go_or_in_pieces_gives_equal_incidents(@ForAll long seed) {
    var seeds = SeededIncidents.of(seed);
    var record = seeds.nextRecord(seeds.nextPlan());
    foldsAlike(record);
  }

  @Property(tries = TRIES)
  void law_2_a_refused_command_changes_nothing_and_an_accepted_one_folds(@ForAll long seed) {
    var given = new Given(seed);
    for (int i = 0; i < 5; i++) {
      changesNothingOrFolds(given);
    }
  }

  @Property(tries = TRIES)
  void law_3_an_accepted_command_never_acts_twice(@ForAll long seed) {
    var given = new Given(seed);
    for (int i = 0; i < 5; i++) {
      actsOnce(given, new CommandId("c-" + i));
    }
  }

  @Property(tries = TRIES / 3)
  void law_5_a_later_event_never_erases_a_fact(@ForAll long seed) {
    var given = new Given(seed);
    var before = given.record().history();
    given.submitNext();
    assertThat(given.record().history()).startsWith(before.toArray(new Event[0]));
  }

  @Property(tries = TRIES / 3)
  void law_9_what_is_not_understood_is_kept_and_makes_the_incident_read_only(@ForAll long seed) {
    var given = new Given(seed);
    var unknown = given.appendUnknown();
    var decision = given.submitNext();
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused) decision).rejections())
        .extracting(rejection -> rejection.code())
        .isNotEmpty() // "no open incident" to who may not see it, and about others to be merged
        .isSubsetOf("incident.readable", "incident.open");
    assertThat(given.record().history()).last().isEqualTo(unknown);
  }

  static void foldsAlike(IncidentRecord record) {
    var blank = Incident.blank(record.incident().id(), Concepts.STANDARD);
    var history = record.history();
    assertThat(blank.after(history)).isEqualTo(record.incident());
    var one = blank;
    for (int i = 0; i < history.size(); i++) {
      one = one.after(history.subList(i, i + 1));
      assertThat(one.after(history.subList(i + 1, history.size()))).isEqualTo(record.incident());
    }
    assertThat(one).isEqualTo(record.incident()).hasSameHashCodeAs(record.incident());
  }

  private static void changesNothingOrFolds(Given given) {
    var before = given.record();
    var decision = given.submitNext();
    var after = given.record();
    if (decision instanceof Decision.Accepted accepted) {
      assertThat(after.history().subList(before.history().size(), after.history().size()))
          .isEqualTo(accepted.events());
      assertThat(before.incident().after(accepted.events())).isEqualTo(after.incident());
      assertThat(given.response.incident(given.id, given.viewer)).contains(after.incident());
      movesLegally(before.incident(), accepted.events());
    } else {
      assertThat(((Decision.Refused) decision).rejections()).isNotEmpty();
      assertThat(after).isEqualTo(before);
    }
  }

  private static void movesLegally(Incident before, List<Event> events) {
    var phase = before.progress().phase();
    for (Event event : events) {
      if (event.fact() instanceof PhaseFact.Entered entered) {
        assertThat(entered.from()).isEqualTo(phase);
        assertThat(phase.moveTo(entered.to())).isNotEqualTo(Move.NONE);
        phase = entered.to();
      } else if (event.fact() instanceof PhaseFact.Closed closed) {
        assertThat(Move.ending(phase, closed.as())).isNotEqualTo(Move.NONE);
        assertThat(closed.as()).isNotEqualTo(Disposition.OPEN);
      } else if (event.fact() instanceof PhaseFact.EpisodeStarted started) {
        assertThat(before.progress().open()).isFalse();
        assertThat(Move.REOPENING).contains(started.in());
        phase = started.in();
      }
    }
    assertThat(phase).isNotEqualTo(Phase.PREPARATION);
  }

  private static void actsOnce(Given given, CommandId id) {
    var command = new Command(id, given.id, given.nextActor(), null, given.nextRequest());
    var first = given.response.submit(command);
    var after = given.record();
    var again = given.response.submit(command);
    var elsewhere = given.anotherNode().submit(command);
    if (first instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      var repeated = new Decision.Accepted(accepted.events(), true);
      assertThat(again).isEqualTo(repeated);
      assertThat(elsewhere).isEqualTo(repeated);
    } else {
      assertThat(again).isEqualTo(first);
      assertThat(elsewhere).isEqualTo(first);
    }
    assertThat(given.record()).isEqualTo(after);
  }

  /** A plan and an incident in a journal, with an engine on it. */
  private static final class Given {
    final SeededIncidents seeds;
    final ResponsePlan plan;
    final IncidentId id;
    final InMemoryJournal journal = new InMemoryJournal();
    final InstantSource clock;
    final IncidentResponse response;
    final Viewer viewer = Viewer.of(Actor.ENGINE);

    Given(long seed) {
      seeds = SeededIncidents.of(seed);
      plan = seeds.nextPlan();
      var record = seeds.nextRecord(plan);
      id = record.incident().id();
      if (!record.history().isEmpty()) {
        journal.append(ImmutableList.of(new Append(id.stream(), 0, record.history())));
      }
      var recorded = record.history().stream().map(event -> event.stamp().recorded());
      var last = recorded.reduce((one, other) -> other).orElse(Ransomware.START);
      clock = InstantSource.fixed(last.plusSeconds(60));
      response = anotherNode();
    }

    IncidentResponse anotherNode() {
      return IncidentResponse.under(plan, clock).journal(journal).build();
    }

    IncidentRecord record() {
      return anotherNode()
          .record(id, viewer)
          .orElseGet(
              () -> new IncidentRecord(Incident.blank(id, Concepts.STANDARD), ImmutableList.of()));
    }

    Actor nextActor() {
      return seeds.nextActor(plan);
    }

    Request<?> nextRequest() {
      return seeds.nextRequest(record().incident(), plan);
    }

    Decision submitNext() {
      return response.submit(id, nextActor(), nextRequest());
    }

    Event appendUnknown() {
      long version = record().incident().version();
      var stamp =
          new Stamp(version + 1, nextActor(), clock.instant(), ZoneOffset.UTC, clock.instant());
      var fact = new UnknownFact("action.teleported", "{\"type\":\"action.teleported\"}");
      var event = new Event(id.stream(), new CommandId("newer"), stamp, fact);
      journal.append(ImmutableList.of(new Append(id.stream(), version, ImmutableList.of(event))));
      return event;
    }
  }
}
