package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident whose playbook has a flow, whose points are named as they are put in. */
final class Played {
  static final IncidentId ID = IncidentId.of("p");
  static final Node END = new Node.End();

  final TestClock clock = new TestClock();
  final InMemoryJournal journal = new InMemoryJournal();
  final List<Notification> sent = new ArrayList<>();
  IncidentResponse response;

  /** Opens and classifies an incident under a plan with these playbooks. */
  Played(Playbook... playbooks) {
    response = engine(playbooks);
    accept(HANDLER, new IncidentRequest.Open("encrypted files"));
    accept(HANDLER, new TriageRequest.Classify(CATEGORY, "the note"));
  }

  IncidentResponse engine(Playbook... playbooks) {
    return IncidentResponse.under(version("1", playbooks).build(), clock)
        .journal(journal)
        .notifier(sent::add)
        .build();
  }

  /** Returns a version of the plan, without duties. */
  static ResponsePlan.Builder version(String version, Playbook... playbooks) {
    return Ransomware.plan(version).obligations().playbooks(playbooks);
  }

  /** Lets an engine take over at which other versions are at hand, too. */
  void atHand(ResponsePlan inForce, ResponsePlan... more) {
    var builder = IncidentResponse.under(inForce, clock).journal(journal).notifier(sent::add);
    for (ResponsePlan plan : more) {
      builder.earlier(plan);
    }
    response = builder.build();
  }

  /** Moves the incident to a version. */
  ImmutableList<Event> migrate(ResponsePlan.Builder to, ResponsePlan.Builder from) {
    var next = to.build();
    atHand(next, from.build());
    return accept(MANAGER, new IncidentRequest.MigratePlan(next.version(), "it is better"));
  }

  static StepId id(String name) {
    return new StepId(name);
  }

  /** Returns a step that the handler does, mandatory and in the identification. */
  static Step step(String name) {
    return new Step(id(name), Phase.IDENTIFICATION, "Do " + name, HANDLING, true, null, null, 0);
  }

  /** Returns that the step is done, and then the next one if it succeeds. */
  static Node then(String next) {
    return new Node.Do(Exits.onSuccess(id(next)));
  }

  static Node last() {
    return new Node.Do(Exits.NONE);
  }

  static Exits exits(@Nullable String next) {
    return next == null ? Exits.NONE : Exits.onSuccess(id(next));
  }

  static Question asked(String text) {
    return Question.asked(text, MANAGING);
  }

  static Question known(String expression) {
    return Question.known(Expression.parse(expression), MANAGING);
  }

  /** Returns a playbook that begins at the first of these; what is to be done there has a step. */
  static Playbook playbook(String name, Map<String, Node> nodes, Variable... variables) {
    return playbook(name, nodes, null, variables);
  }

  static Playbook playbook(
      String name, Map<String, Node> nodes, @Nullable String exception, Variable... variables) {
    var byId = new LinkedHashMap<StepId, Node>();
    nodes.forEach((each, node) -> byId.put(id(each), node));
    var steps =
        nodes.entrySet().stream()
            .filter(each -> each.getValue() instanceof Node.Do)
            .map(each -> step(each.getKey()))
            .collect(ImmutableList.toImmutableList());
    return new Playbook(
            new PlaybookId(name),
            name,
            name.equals("main") ? ImmutableSet.of(CATEGORY) : ImmutableSet.of(),
            steps)
        .withFlow(
            new Flow(
                Iterables.get(byId.keySet(), 0),
                ImmutableMap.copyOf(byId),
                exception == null ? null : id(exception)),
            variables);
  }

  static Playbook main(Map<String, Node> nodes, Variable... variables) {
    return playbook("main", nodes, variables);
  }

  Incident incident() {
    return response.incident(ID, Viewer.of(HANDLER)).orElseThrow();
  }

  Run run() {
    return incident().steps().run();
  }

  /** Returns the names of the steps that wait for somebody. */
  List<String> waiting() {
    return run().waiting().stream().map(Execution::step).map(StepId::value).toList();
  }

  Played done(String... steps) {
    for (String step : steps) {
      accept(HANDLER, new PlaybookRequest.CompleteStep(id(step), "done"));
    }
    return this;
  }

  Played fail(String step) {
    accept(HANDLER, new PlaybookRequest.FailStep(id(step), "it broke", null));
    return this;
  }

  Played decide(String step, String answer) {
    accept(MANAGER, new PlaybookRequest.Decide(id(step), answer, "it is so"));
    return this;
  }

  ImmutableList<Event> accept(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted) decision).events();
  }

  ImmutableList<Rejection> refuse(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).rejections();
  }
}
