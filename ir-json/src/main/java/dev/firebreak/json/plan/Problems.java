package dev.firebreak.json.plan;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
final class Problems {
  /** How many are listed; a file with more is no plan. */
  static final int MOST = 250;

  /** For how many of them the word that was meant is looked for, and among how many words. */
  private static final int SUGGESTED = 25;

  private static final int SEARCHED = 300;

  private final String file;
  private final Set<LocatedProblem> found = new LinkedHashSet<>();
  private final IdentityHashMap<Node, ImmutableList<Node>> kept = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Map<String, Node>> named = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Node.Items> steps = new IdentityHashMap<>();
  private boolean unlisted;

  Problems(String file) {
    this.file = Words.clean(file, 1_000);
  }

  void add(Place at, String message) {
    add(at, message, null);
  }

  /** Adds a problem with the word that was probably meant, if one of the candidates is near. */
  void add(Place at, String message, String word, Iterable<String> candidates) {
    var few = found.size() < SUGGESTED ? Iterables.limit(candidates, SEARCHED) : List.<String>of();
    add(at, message, Words.nearest(word, few).orElse(null));
  }

  private void add(Place at, String message, @Nullable String suggestion) {
    if (full()) {
      unlisted = true;
    } else {
      var in = at.file() == null ? file : at.file();
      found.add(new LocatedProblem(in, at.line(), at.column(), at.pointer(), message, suggestion));
    }
  }

  /** Adds what was found in a file that the plan names. */
  void addAll(PlanFileException e) {
    for (LocatedProblem problem : e.problems()) {
      if (full()) {
        unlisted = true;
      } else {
        found.add(problem);
      }
    }
  }

  /** Returns the name of the file. */
  String file() {
    return file;
  }

  /** Returns whether as many were found as are listed. */
  boolean full() {
    return found.size() >= MOST;
  }

  /** Remembers which items of a list became values, for {@link #find}. */
  void keeps(Node.Items list, ImmutableList<Node> items) {
    kept.put(list, items);
  }

  /** Remembers what in a list is called by a name, for {@link #find}. */
  void names(Node list, Map<String, Node> items) {
    named.put(list, items);
  }

  /** Remembers what the steps of a playbook are, which stand in its flow, for {@link #find}. */
  void steps(Node playbook, Node flow, ImmutableList<Node> items) {
    steps.put(playbook, new Node.Items(flow.place(), flow.name(), items));
  }

  /** Returns the node at a pointer into what was read, or the nearest one around it. */
  Node find(Node root, String pointer) {
    var node = root;
    for (String step : Splitter.on('/').split(pointer.substring(1))) {
      node = inside(node, step).orElse(node);
    }
    return node;
  }

  private Optional<Node> inside(Node node, String step) {
    var names = named.get(node);
    if (names != null) {
      return Optional.ofNullable(names.get(step));
    }
    if (node instanceof Node.Items list) {
      return Optional.of(kept.getOrDefault(list, list.items()).get(Integer.parseInt(step)));
    }
    var inFlow = step.equals("steps") ? steps.get(node) : null;
    return inFlow == null && node instanceof Node.Fields fields
        ? fields.find(step)
        : Optional.ofNullable(inFlow);
  }

  /** Returns how many were found. */
  int count() {
    return found.size();
  }

  /** Returns whether nothing was found. */
  boolean none() {
    return found.isEmpty();
  }

  /** Adds a last problem, after which the file cannot be read on, and returns what to throw. */
  PlanFileException fatal(Place at, String message) {
    add(at, message);
    return exception();
  }

  /** Returns all that was found, in the order of the file. */
  PlanFileException exception() {
    List<LocatedProblem> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<LocatedProblem, Boolean>comparing(problem -> !problem.file().equals(file))
            .thenComparing(LocatedProblem::file)
            .thenComparingInt(LocatedProblem::line)
            .thenComparingInt(LocatedProblem::column));
    if (unlisted) {
      var last = sorted.get(sorted.size() - 1);
      var message = "there are more than these " + MOST + " problems";
      sorted.add(new LocatedProblem(file, last.line(), last.column(), "", message, null));
    }
    return new PlanFileException(ImmutableList.copyOf(sorted));
  }
}
