package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.StepId;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node.Call;
import dev.firebreak.playbook.Node.Do;
import dev.firebreak.playbook.Node.End;
import dev.firebreak.playbook.Node.ForEachAsset;
import dev.firebreak.playbook.Node.If;
import dev.firebreak.playbook.Node.Milestone;
import dev.firebreak.playbook.Node.Parallel;
import dev.firebreak.playbook.Node.Start;
import dev.firebreak.playbook.Node.Switch;
import dev.firebreak.playbook.Node.While;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a flow as nested lists, where those say the same: what was written is read again, and kept
 * only if it is the same flow.
 */
final class FlowWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ImmutableMap<StepId, dev.firebreak.playbook.Node> nodes;
  private final ImmutableMap<StepId, Step> steps;
  private final Map<StepId, Integer> places = new HashMap<>();
  private final String prefix;
  private final Set<StepId> written = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private boolean fits = true;

  private FlowWriter(Playbook playbook, Flow flow) {
    this.nodes = flow.nodes();
    this.steps =
        playbook.steps().stream().collect(toImmutableMap(Step::id, step -> step, (a, b) -> a));
    playbook.steps().forEach(step -> places.putIfAbsent(step.id(), places.size()));
    this.prefix = FlowReader.prefix(playbook.id());
  }

  /** Returns the fields that say it, or nothing if nested lists cannot. */
  static Optional<ObjectNode> nested(Playbook playbook, Flow flow) {
    var writer = new FlowWriter(playbook, flow);
    var fields = JSON.objectNode();
    fields.set("flow", writer.branch(flow.start()));
    if (flow.exception() != null) {
      fields.set("onFailure", writer.branch(flow.exception()));
    }
    return writer.fits && saysTheSame(fields, playbook, flow)
        ? Optional.of(fields)
        : Optional.empty();
  }

  private static boolean saysTheSame(ObjectNode fields, Playbook playbook, Flow flow) {
    var problems = new Problems("");
    var list = Nodes.of(fields.required("flow"), "flow");
    var exception = fields.get("onFailure");
    var read =
        FlowReader.read(
            playbook.id(),
            list,
            list,
            exception == null ? null : Nodes.of(exception, "onFailure"),
            problems);
    return problems.none() && read.flow().equals(flow) && read.steps().equals(playbook.steps());
  }

  private ArrayNode branch(StepId start) {
    if (nodes.get(start) instanceof End) {
      counts.merge("end", 1, Integer::sum);
      return JSON.arrayNode();
    }
    return sequence(start, null);
  }

  /**
   * Returns the steps from there on.
   *
   * @param stop what comes after the last of them, null if nothing does
   */
  private ArrayNode sequence(StepId start, @Nullable StepId stop) {
    var list = JSON.arrayNode();
    for (StepId id = start; id != null && !id.equals(stop) && fits; ) {
      var node = nodes.get(id);
      if (node == null || !written.add(id) || node instanceof End || node instanceof Start) {
        fits = false;
        return list;
      }
      var item = item(id, node);
      list.add(item);
      var exits = node.exits();
      if (!(node instanceof Milestone)) {
        fallback(item, exits.onSuccess(), exits.onFailure());
      }
      id = exits.onSuccess();
    }
    return list;
  }

  private void fallback(ObjectNode item, @Nullable StepId next, @Nullable StepId onFailure) {
    if (onFailure == null) {
      return;
    }
    if (next == null && nodes.get(onFailure) instanceof End) {
      counts.merge("end", 1, Integer::sum);
      item.set("onFailure", JSON.arrayNode());
    } else {
      item.set("onFailure", sequence(onFailure, next));
    }
  }

  private ObjectNode item(StepId id, dev.firebreak.playbook.Node node) {
    if (node instanceof Do) {
      var step = steps.get(id);
      fits &= step != null;
      return step == null ? JSON.objectNode() : PlaybookReader.writeFlowStep(step);
    }
    var item = JSON.objectNode();
    if (node instanceof If condition) {
      name(item, id, "if");
      question(item, "if", condition.question());
      item.set("then", branch(condition.then()));
      if (condition.otherwise() != null) {
        item.set("else", branch(condition.otherwise()));
      }
    } else if (node instanceof While loop) {
      name(item, id, "while");
      question(item, "while", loop.question());
      item.put("atMost", loop.atMost());
      item.set("do", branch(loop.body()));
    } else if (node instanceof Switch choice) {
      name(item, id, "switch");
      question(item, "switch", choice.question());
      var cases = item.putObject("cases");
      inOrder(choice)
          .forEach(answer -> cases.set(answer, branch(requireNonNull(choice.cases().get(answer)))));
      if (choice.otherwise() != null) {
        item.set("default", branch(choice.otherwise()));
      }
    } else if (node instanceof Parallel parallel) {
      name(item, id, "parallel");
      var branches = item.putArray("parallel");
      parallel.branches().forEach(start -> branches.add(branch(start)));
    } else if (node instanceof ForEachAsset each) {
      name(item, id, "for-each-asset");
      item.set("forEachAsset", FlowForm.ASSETS.write(FlowForm.kindOf(each)));
      item.set("do", branch(each.body()));
    } else if (node instanceof Call call) {
      name(item, id, "playbook");
      item.set("playbook", FlowForm.PLAYBOOK.write(call.playbook()));
    } else if (node instanceof Milestone milestone) {
      name(item, id, "milestone");
      item.put("milestone", milestone.title());
    }
    return item;
  }

  /**
   * Returns the cases in the order in which the playbook tells their steps, then by their names.
   */
  private ImmutableList<String> inOrder(Switch choice) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing((String answer) -> firstStep(choice.cases().get(answer)))
            .thenComparing(Comparator.naturalOrder()),
        choice.cases().keySet());
  }

  private int firstStep(@Nullable StepId start) {
    var first = Integer.MAX_VALUE;
    Set<StepId> seen = new HashSet<>();
    Deque<StepId> open = new ArrayDeque<>();
    for (StepId id = start; id != null; id = open.poll()) {
      var node = seen.add(id) ? nodes.get(id) : null;
      if (node != null) {
        first = Math.min(first, places.getOrDefault(id, first));
        open.addAll(node.branches());
        Stream.of(node.exits().onSuccess(), node.exits().onFailure())
            .filter(Objects::nonNull)
            .forEach(open::add);
      }
    }
    return first;
  }

  /** Names a step, unless it would be called so anyway. */
  private void name(ObjectNode item, StepId id, String kind) {
    var count = counts.getOrDefault(kind, 0) + 1;
    if (id.value().equals(prefix + "." + kind + "-" + count)) {
      counts.put(kind, count);
    } else {
      item.put("id", id.value());
    }
  }

  private static void question(ObjectNode item, String field, Question question) {
    item.set(field, Asked.SHAPE.write(Asked.of(question)));
    item.put("role", question.role().name());
  }
}
