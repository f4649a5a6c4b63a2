package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.testkit.SeededIncidents;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws 2 and 3 for two engines on one journal, each used by several threads. */
class TwoEnginesProperties {
  private static final int THREADS = 4;
  private static final IncidentId ID = IncidentId.of("a");
  private static final Viewer VIEWER = Viewer.of(MANAGER);

  @Property(tries = 40)
  void law_3_a_command_id_that_was_accepted_never_acts_twice(@ForAll long seed) throws Exception {
    var journal = new InMemoryJournal();
    var clock = new TestClock();
    var engines =
        Stream.generate(
                () -> IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build())
            .limit(2)
            .toList();
    var random = new Random(seed);
    var calls = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 120; i++) {
      var command = command(random.nextInt(30));
      var engine = engines.get(random.nextInt(2));
      calls.add(() -> new Answer(command, engine.submit(command)));
    }
    var answers = new ArrayList<Answer>();
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Answer> call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
    } finally {
      threads.shutdown();
    }
    var history = journal.read(ID.stream(), 0);
    eachActsOnce(answers, history);
    var folded = Incident.blank(ID, Concepts.STANDARD).after(history);
    engines.forEach(engine -> assertThat(engine.incident(ID, VIEWER)).contains(folded));
  }

  @Property(tries = 40)
  void two_engines_in_turn_answer_as_one_does(@ForAll long seed) {
    var plan = SeededIncidents.of(seed).nextPlan();
    assertThat(answers(plan, seed, 2)).isEqualTo(answers(plan, seed, 1));
  }

  private static List<Object> answers(ResponsePlan plan, long seed, int count) {
    var seeds = SeededIncidents.of(seed);
    var random = new Random(seed);
    var journal = new InMemoryJournal();
    var engines =
        Stream.generate(
                () -> IncidentResponse.under(plan, new TestClock()).journal(journal).build())
            .limit(count)
            .toList();
    var answers = new ArrayList<Object>();
    answers.add(engines.get(0).submit(ID, seeds.nextActor(plan), new IncidentRequest.Open("x")));
    for (int i = 0; i < 25; i++) {
      int turn = random.nextInt(2);
      var engine = engines.get(turn % count);
      var folded = Incident.blank(ID, Concepts.STANDARD).after(journal.read(ID.stream(), 0));
      answers.add(engine.submit(ID, seeds.nextActor(plan), seeds.nextRequest(folded, plan)));
    }
    return answers;
  }

  private record Answer(Command command, Decision decision) {}

  private static void eachActsOnce(List<Answer> answers, List<Event> history) {
    Map<CommandId, List<Event>> acted = new HashMap<>();
    history.forEach(
        event -> acted.computeIfAbsent(event.cause(), any -> new ArrayList<>()).add(event));
    Map<CommandId, Integer> firsts = new HashMap<>();
    for (Answer answer : answers) {
      if (answer.decision() instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
        assertThat(accepted.events()).isEqualTo(acted.get(answer.command().id()));
        firsts.merge(answer.command().id(), accepted.repeated() ? 0 : 1, Integer::sum);
      }
    }
    assertThat(firsts.keySet()).isEqualTo(acted.keySet());
    assertThat(firsts.values()).allMatch(times -> times == 1);
  }

  /** Returns one of some commands that stand in each other's way, or act each time. */
  private static Command command(int number) {
    Request<?> request =
        switch (number % 4) {
          case 0 -> new IncidentRequest.Open("Files");
          case 1 -> new TriageRequest.Acknowledge();
          case 2 -> new CommunicationRequest.Notify(Audience.MEDIA, "them", "it happened", null);
          default -> new ScopeRequest.AddAsset(new AssetId("h-" + number / 2), "host");
        };
    return new Command(new CommandId("c-" + number), ID, HANDLER, null, request);
  }
}
