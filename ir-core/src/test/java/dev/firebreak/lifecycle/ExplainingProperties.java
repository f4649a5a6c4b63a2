package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.testkit.SeededIncidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainingProperties {
  private static final int REQUESTS = 12;

  /** A question about a random incident. */
  private record Question(
      ResponsePlan plan, IncidentRecord record, Actor actor, Request<?> request) {
    Instant now() {
      var history = record.history();
      return history.isEmpty()
          ? Ransomware.START
          : history.get(history.size() - 1).stamp().recorded().plusSeconds(1);
    }

    IncidentResponse engine(Instant now) {
      var journal = new InMemoryJournal();
      if (!record.history().isEmpty()) {
        journal.append(
            ImmutableList.of(new Append(record.incident().stream(), 0, record.history())));
      }
      return IncidentResponse.under(plan, () -> now).journal(journal).build();
    }

    /** Returns whether who asks may see the incident; to others it is as if there were none. */
    boolean isAboutWhatIsSeen() {
      return record.history().isEmpty()
          || engine(now()).incident(record.incident().id(), Viewer.of(actor)).isPresent();
    }

    Explanation explain() {
      return engine(now()).explain(record.incident().id(), actor, request, Viewer.of(actor));
    }

    /** Returns whether the request passes after that much of the way out. */
    boolean passesAfter(WayOut way) {
      var until = way.until();
      var engine = engine(until == null ? now() : until);
      for (WayOut.Act act : way.acts()) {
        engine.submit(named(act.elsewhere()), act.by(), act.request());
      }
      return engine.submit(named(way.elsewhere()), way.asker(), way.request()).accepted();
    }

    private IncidentId named(@Nullable String elsewhere) {
      var id = record.incident().id();
      return elsewhere == null ? id : new IncidentId(id.tenant(), elsewhere);
    }
  }

  private static ImmutableList<Question> questions(long seed) {
    var seeded = SeededIncidents.of(seed);
    var plan = seeded.nextPlan();
    var record = seeded.nextRecord(plan);
    var questions = ImmutableList.<Question>builder();
    for (int i = 0; i < REQUESTS; i++) {
      var request = seeded.nextRequest(record.incident(), plan);
      var question = new Question(plan, record, seeded.nextActor(plan), request);
      if (question.isAboutWhatIsSeen()) {
        questions.add(question);
      }
    }
    return questions.build();
  }

  @Property(tries = 120)
  void the_way_out_lets_it_pass_and_no_part_of_it_can_be_left_out(@ForAll long seed) {
    for (Question question : questions(seed)) {
      var explanation = question.explain();
      var way = explanation.wayOut();
      if (way != null) {
        assertThat(question.passesAfter(way)).as(explanation.toText()).isTrue();
        for (WayOut less : withoutOnePart(way, question)) {
          assertThat(question.passesAfter(less)).as("%s of %s", less, way).isFalse();
        }
      }
    }
  }

  private static ImmutableList<WayOut> withoutOnePart(WayOut way, Question question) {
    var all = new ArrayList<WayOut>();
    for (int i = 0; i < way.acts().size(); i++) {
      var fewer = new ArrayList<>(way.acts());
      fewer.remove(i);
      all.add(with(way, ImmutableList.copyOf(fewer), way.asker(), way.request()));
    }
    all.add(new WayOut(null, way.acts(), way.asker(), way.request(), way.elsewhere()));
    all.add(with(way, way.acts(), question.actor(), way.request()));
    all.add(with(way, way.acts(), way.asker(), question.request()));
    all.add(new WayOut(way.until(), way.acts(), way.asker(), way.request()));
    all.removeIf(less -> less.equals(way));
    return ImmutableList.copyOf(all);
  }

  private static WayOut with(
      WayOut way, ImmutableList<WayOut.Act> acts, Actor asker, Request<?> request) {
    return new WayOut(way.until(), acts, asker, request, way.elsewhere());
  }

  @Property(tries = 60)
  void it_says_what_the_engine_says_and_records_nothing(@ForAll long seed) {
    for (Question question : questions(seed)) {
      var id = question.record().incident().id();
      var engine = question.engine(question.now());
      var explanation =
          engine.explain(id, question.actor(), question.request(), Viewer.of(question.actor()));
      var decision = engine.submit(id, question.actor(), question.request());
      assertThat(explanation.refused()).isNotEqualTo(decision.accepted());
      if (decision instanceof Decision.Refused refused) {
        assertThat(explanation.reasons())
            .extracting(reason -> reason.rejection().toString())
            .isEqualTo(refused.rejections().stream().map(Rejection::toString).toList());
        assertThat(explanation.reasons())
            .allSatisfy(
                reason ->
                    assertThat(reason.proof())
                        .extracting(event -> event.sequence())
                        .isEqualTo(reason.rejection().facts()));
      }
    }
  }

  /** Most random requests name what is not there, or are for the engine: nothing lifts that. */
  @Test
  void many_refusals_have_a_way_out_and_the_search_hardly_ever_gives_up() {
    int refused = 0;
    int open = 0;
    int givenUp = 0;
    var without = new TreeMap<String, Integer>();
    for (int seed = 0; seed < 400; seed++) {
      for (Question question : questions(seed)) {
        var explanation = question.explain();
        if (explanation.refused() && !JointHandler.isJoint(question.request())) {
          refused++;
          open += explanation.wayOut() == null ? 0 : 1;
          givenUp += explanation.wayOut() == null && explanation.deadEnds().isEmpty() ? 1 : 0;
          explanation.deadEnds().forEach(each -> without.merge(each.code(), 1, Integer::sum));
        }
      }
    }
    assertThat(open).as("of %s, without %s", refused, without).isGreaterThan(refused / 8);
    assertThat(givenUp).isLessThan(refused / 50);
  }
}
