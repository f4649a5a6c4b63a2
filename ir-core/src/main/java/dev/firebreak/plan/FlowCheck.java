package dev.firebreak.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.ExpressionProblem;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.playbook.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what keeps the flow of a playbook from coming to an end, or to some of its steps. */
final class FlowCheck {
  /** How many steps a run may come to at most, so that every run ends. */
  static final long MOST_EXECUTIONS = 100_000;

  private final Playbook playbook;
  private final Flow flow;
  private final String at;
  private final ImmutableMap<PlaybookId, Playbook> playbooks;
  private final List<PlanProblem> problems;
  private final Map<StepId, Long> counted = new HashMap<>();
  private boolean complete = true;

  private FlowCheck(
      Playbook playbook,
      Flow flow,
      String at,
      ImmutableMap<PlaybookId, Playbook> playbooks,
      List<PlanProblem> problems) {
    this.playbook = playbook;
    this.flow = flow;
    this.at = at;
    this.playbooks = playbooks;
    this.problems = problems;
  }

  /**
   * Checks the steps and flows of all playbooks.
   *
   * @param levels the levels of severity, least first
   */
  static List<PlanProblem> check(
      ImmutableList<Playbook> playbooks, ImmutableList<String> levels, ImmutableSet<Role> roles) {
    List<PlanProblem> problems = new ArrayList<>();
    var byId =
        playbooks.stream().collect(toImmutableMap(Playbook::id, each -> each, (one, other) -> one));
    boolean complete = true;
    for (int i = 0; i < playbooks.size(); i++) {
      var playbook = playbooks.get(i);
      var flow = playbook.flow();
      var at = "/playbooks/" + i;
      if (flow == null) {
        order(playbook, at, problems);
      } else {
        var check = new FlowCheck(playbook, flow, at + "/flow", byId, problems);
        check.check(levels, roles);
        complete &= check.complete;
      }
    }
    if (complete) {
      ends(playbooks, byId, problems);
    }
    return problems;
  }

  /** Checks what comes after what, where there is no flow. */
  private static void order(Playbook playbook, String at, List<PlanProblem> problems) {
    var open = new HashMap<StepId, Set<StepId>>();
    playbook.steps().forEach(step -> open.put(step.id(), new HashSet<>(step.after())));
    var known = ImmutableSet.copyOf(open.keySet());
    for (int i = 0; i < playbook.steps().size(); i++) {
      var step = playbook.steps().get(i);
      var pointer = at + "/steps/" + i;
      for (StepId other : Sets.difference(step.after(), known)) {
        problems.add(
            new PlanProblem(
                pointer,
                "no step " + other + " in playbook " + playbook.id() + " to come after",
                known.stream().map(StepId::value).collect(toImmutableList())));
      }
      if (step.timeout() != null) {
        problems.add(new PlanProblem(pointer, "step " + step.id() + " has a timeout, but no flow"));
      }
    }
    open.values().forEach(after -> after.retainAll(known));
    var circle = ImmutableSet.copyOf(circle(open));
    for (int i = 0; i < playbook.steps().size(); i++) {
      var id = playbook.steps().get(i).id();
      if (circle.contains(id)) {
        problems.add(new PlanProblem(at + "/steps/" + i, "step " + id + " comes after itself"));
      }
    }
  }

  private void check(ImmutableList<String> levels, ImmutableSet<Role> roles) {
    knows(flow.start(), at);
    if (flow.exception() != null) {
      knows(flow.exception(), at);
    }
    var steps = playbook.steps().stream().map(Step::id).collect(ImmutableSet.toImmutableSet());
    flow.nodes().forEach((id, node) -> node(id, node, steps, roles));
    for (Step step : playbook.steps()) {
      if (!(flow.nodes().get(step.id()) instanceof Node.Do)) {
        wrong(step.id(), "step " + step.id() + " is not in the flow of " + playbook.id());
      }
      if (!step.after().isEmpty()) {
        wrong(step.id(), "step " + step.id() + " is in a flow, which says what comes after what");
      }
    }
    vocabulary(levels);
    if (complete) {
      reach();
    }
  }

  private void node(StepId id, Node node, ImmutableSet<StepId> steps, ImmutableSet<Role> roles) {
    edges(node).forEach(next -> knows(next, at + "/" + id));
    if (node instanceof Node.Do != steps.contains(id)) {
      complete = false;
      wrong(
          id,
          node instanceof Node.Do
              ? "no step " + id + " in playbook " + playbook.id()
              : "step " + id + " is done, so nothing else can have its name");
    }
    var question = questionOf(node);
    if (question != null && !roles.contains(question.role())) {
      wrong(
          id,
          "no role "
              + question.role()
              + " in this plan, which has "
              + PlanProblem.shown(roles.asList()));
    }
    if (node instanceof Node.Call call) {
      var called = playbooks.get(call.playbook());
      if (called == null || called.flow() == null) {
        complete = false;
        wrong(
            id,
            called == null
                ? "no playbook " + call.playbook() + " in this plan"
                : "playbook " + call.playbook() + " has no flow, so nothing can call it");
      }
    }
  }

  private void vocabulary(ImmutableList<String> levels) {
    var types = new LinkedHashMap<String, Variable.Type>();
    for (Variable variable : playbook.variables()) {
      if (types.put(variable.name(), variable.type()) != null) {
        problems.add(new PlanProblem(at, "variable " + variable.name() + " is there twice"));
      }
    }
    var vocabulary = new Vocabulary(levels, ImmutableMap.copyOf(types));
    flow.nodes()
        .forEach(
            (id, node) -> {
              var question = questionOf(node);
              if (question != null && question.expression() != null) {
                var found =
                    node instanceof Node.Switch choice
                        ? question.expression().choiceProblems(vocabulary, choice.cases().keySet())
                        : question.expression().conditionProblems(vocabulary);
                for (ExpressionProblem problem : found) {
                  wrong(id, "\"" + question.expression() + "\", " + problem);
                }
              }
            });
  }

  private static @Nullable Question questionOf(Node node) {
    if (node instanceof Node.If condition) {
      return condition.question();
    }
    if (node instanceof Node.While loop) {
      return loop.question();
    }
    return node instanceof Node.Switch choice ? choice.question() : null;
  }

  /** Checks that every step may come, and none after itself. */
  private void reach() {
    Set<StepId> seen = new HashSet<>();
    Deque<StepId> open = new ArrayDeque<>();
    open.add(flow.start());
    if (flow.exception() != null) {
      open.add(flow.exception());
    }
    for (var id = open.poll(); id != null; id = open.poll()) {
      if (seen.add(id)) {
        open.addAll(edges(nodeOf(id)));
      }
    }
    for (StepId id : Sets.difference(flow.nodes().keySet(), seen)) {
      wrong(id, "nothing leads to step " + id);
    }
    for (StepId id : circle(edgesById())) {
      complete = false;
      wrong(id, "step " + id + " comes after itself; only a while step goes round");
    }
  }

  private Map<StepId, Set<StepId>> edgesById() {
    var edges = new HashMap<StepId, Set<StepId>>();
    flow.nodes().forEach((id, node) -> edges.put(id, new HashSet<>(edges(node))));
    return edges;
  }

  /** Returns what leads into a circle, by taking away what leads to nothing until nothing does. */
  private static <K> ImmutableList<K> circle(Map<K, Set<K>> edges) {
    var before = new HashMap<K, List<K>>();
    var ready = new ArrayDeque<K>();
    var degrees = new HashMap<K, Integer>();
    edges.forEach(
        (id, next) -> {
          next.forEach(each -> before.computeIfAbsent(each, key -> new ArrayList<>()).add(id));
          degrees.put(id, next.size());
          if (next.isEmpty()) {
            ready.add(id);
          }
        });
    for (var id = ready.poll(); id != null; id = ready.poll()) {
      degrees.remove(id);
      for (K each : before.getOrDefault(id, List.of())) {
        if (degrees.merge(each, -1, Integer::sum) == 0) {
          ready.add(each);
        }
      }
    }
    return ImmutableList.copyOf(degrees.keySet());
  }

  private static void ends(
      ImmutableList<Playbook> playbooks,
      ImmutableMap<PlaybookId, Playbook> byId,
      List<PlanProblem> problems) {
    var calls = new HashMap<PlaybookId, Set<PlaybookId>>();
    for (Playbook playbook : byId.values()) {
      calls.put(playbook.id(), callsOf(playbook));
    }
    var circle = circle(calls);
    var sizes = new HashMap<PlaybookId, Long>();
    for (int i = 0; i < playbooks.size(); i++) {
      var playbook = playbooks.get(i);
      var at = "/playbooks/" + i;
      if (circle.contains(playbook.id())) {
        problems.add(new PlanProblem(at, "playbook " + playbook.id() + " calls itself"));
      } else if (size(playbook, byId, sizes) > MOST_EXECUTIONS) {
        problems.add(
            new PlanProblem(
                at,
                "playbook "
                    + playbook.id()
                    + " may come to more than "
                    + MOST_EXECUTIONS
                    + " steps in one run"));
      }
    }
  }

  private static Set<PlaybookId> callsOf(Playbook playbook) {
    Set<PlaybookId> calls = new HashSet<>();
    if (playbook.flow() != null) {
      for (Node node : playbook.flow().nodes().values()) {
        if (node instanceof Node.Call call) {
          calls.add(call.playbook());
        }
      }
    }
    return calls;
  }

  /** Returns to how many steps a run may come at most, one asset being affected. */
  private static long size(
      Playbook playbook, ImmutableMap<PlaybookId, Playbook> byId, Map<PlaybookId, Long> sizes) {
    var known = sizes.get(playbook.id());
    var flow = playbook.flow();
    if (known != null || flow == null) {
      return known == null ? 0 : known;
    }
    for (PlaybookId called : callsOf(playbook)) {
      var other = byId.get(called);
      if (other != null) {
        size(other, byId, sizes);
      }
    }
    var check = new FlowCheck(playbook, flow, "", byId, new ArrayList<>());
    long size = check.countFrom(flow.start(), sizes);
    size += flow.exception() == null ? 0 : check.countFrom(flow.exception(), sizes);
    sizes.put(playbook.id(), bounded(size));
    return bounded(size);
  }

  private static long bounded(long count) {
    return Math.min(count, MOST_EXECUTIONS + 1);
  }

  /** Counts without recursion, since a playbook may be one long sequence. */
  private long countFrom(StepId start, Map<PlaybookId, Long> sizes) {
    Deque<StepId> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      var id = open.peek();
      var missing = edges(nodeOf(id)).stream().filter(next -> !counted.containsKey(next)).toList();
      if (missing.isEmpty()) {
        counted.put(open.pop(), count(nodeOf(id), sizes));
      } else {
        missing.forEach(open::push);
      }
    }
    return countOf(start);
  }

  private long count(Node node, Map<PlaybookId, Long> sizes) {
    long branches = 0;
    for (StepId branch : node.branches()) {
      branches += countOf(branch);
    }
    long rounds = node instanceof Node.While loop ? loop.atMost() : 1;
    long called = node instanceof Node.Call call ? sizes.getOrDefault(call.playbook(), 0L) : 0L;
    return bounded(
        1
            + bounded(branches) * rounds
            + called
            + Math.max(countOf(node.exits().onSuccess()), countOf(node.exits().onFailure())));
  }

  private long countOf(@Nullable StepId id) {
    return id == null ? 0 : counted.getOrDefault(id, 0L);
  }

  private static ImmutableSet<StepId> edges(Node node) {
    var edges = ImmutableSet.<StepId>builder().addAll(node.branches());
    if (node.exits().onSuccess() != null) {
      edges.add(node.exits().onSuccess());
    }
    if (node.exits().onFailure() != null) {
      edges.add(node.exits().onFailure());
    }
    return edges.build();
  }

  private Node nodeOf(StepId id) {
    var node = flow.nodes().get(id);
    if (node == null) {
      throw new IllegalStateException("no step " + id);
    }
    return node;
  }

  private void knows(StepId id, String pointer) {
    if (!flow.nodes().containsKey(id)) {
      complete = false;
      problems.add(
          new PlanProblem(
              pointer,
              "no step " + id + " in the flow of " + playbook.id(),
              flow.nodes().keySet().stream().map(StepId::value).collect(toImmutableList())));
    }
  }

  private void wrong(StepId id, String message) {
    problems.add(new PlanProblem(at + "/" + id, message));
  }
}
