package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.triage.Category;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the control flow out of a CACAO playbook, and writes it again as CACAO has it. */
final class CacaoDouble {
  static final Role ROLE = new Role("responder");
  private static final int ROUNDS = 20;

  private CacaoDouble() {}

  /** Returns the playbook, for one category. */
  static Playbook read(JsonNode cacao, Category category) {
    var nodes = ImmutableMap.<StepId, Node>builder();
    var steps = ImmutableList.<Step>builder();
    for (Map.Entry<String, JsonNode> each : cacao.path("workflow").properties()) {
      var id = new StepId(each.getKey());
      nodes.put(id, node(each.getValue()));
      if (type(each.getValue()).equals("action")) {
        steps.add(new Step(id, Phase.IDENTIFICATION, each.getKey(), ROLE, false, null, null, 0));
      }
    }
    var start = new StepId(cacao.path("workflow_start").asString());
    var exception = id(cacao, "workflow_exception");
    var flow = new Flow(start, nodes.buildOrThrow(), exception);
    return new Playbook(
            new PlaybookId(cacao.path("id").asString()),
            "CACAO",
            ImmutableSet.of(category),
            steps.build())
        .withFlow(flow);
  }

  private static String type(JsonNode step) {
    return step.path("type").asString();
  }

  private static Node node(JsonNode step) {
    var exits = exits(step);
    return switch (type(step)) {
      case "start" -> new Node.Start(required(step, "on_completion"));
      case "end" -> new Node.End();
      case "action" -> new Node.Do(exits);
      case "playbook-action" ->
          new Node.Call(new PlaybookId(step.path("playbook_id").asString()), exits);
      case "parallel" -> {
        var branches = ImmutableList.<StepId>builder();
        step.path("next_steps").forEach(each -> branches.add(new StepId(each.asString())));
        yield new Node.Parallel(branches.build(), exits);
      }
      case "if-condition" ->
          new Node.If(
              asked(step, "condition"), required(step, "on_true"), id(step, "on_false"), exits);
      case "while-condition" ->
          new Node.While(asked(step, "condition"), required(step, "on_true"), ROUNDS, exits);
      case "switch-condition" -> {
        var cases = ImmutableMap.<String, StepId>builder();
        StepId otherwise = null;
        for (Map.Entry<String, JsonNode> each : step.path("cases").properties()) {
          var branch = new StepId(each.getValue().asString());
          if (each.getKey().equals("default")) {
            otherwise = branch;
          } else {
            cases.put(each.getKey(), branch);
          }
        }
        yield new Node.Switch(asked(step, "switch"), cases.buildOrThrow(), otherwise, exits);
      }
      default -> throw new IllegalArgumentException("no step of type " + type(step));
    };
  }

  private static Question asked(JsonNode step, String field) {
    return Question.asked(step.path(field).asString(), ROLE);
  }

  private static Exits exits(JsonNode step) {
    var completed = id(step, "on_completion");
    return completed == null
        ? new Exits(id(step, "on_success"), id(step, "on_failure"))
        : Exits.to(completed);
  }

  private static StepId required(JsonNode step, String field) {
    return new StepId(step.path(field).asString());
  }

  private static @Nullable StepId id(JsonNode step, String field) {
    return step.has(field) ? new StepId(step.path(field).asString()) : null;
  }

  /** Returns what of a step of CACAO says where it goes on. */
  static Map<String, String> flowOf(JsonNode step) {
    var fields = new TreeMap<String, String>();
    for (String field :
        ImmutableList.of(
            "type",
            "on_completion",
            "on_success",
            "on_failure",
            "on_true",
            "on_false",
            "condition",
            "switch",
            "playbook_id")) {
      if (step.has(field)) {
        fields.put(field, step.path(field).asString());
      }
    }
    int index = 0;
    for (JsonNode each : step.path("next_steps")) {
      fields.put("next_steps/" + index++, each.asString());
    }
    for (Map.Entry<String, JsonNode> each : step.path("cases").properties()) {
      fields.put("cases/" + each.getKey(), each.getValue().asString());
    }
    return fields;
  }

  /** Returns the same of a point of a flow. */
  static Map<String, String> flowOf(Node node) {
    var fields = new TreeMap<String, String>();
    var exits = node.exits();
    if (exits.onSuccess() != null && exits.onSuccess().equals(exits.onFailure())) {
      put("on_completion", exits.onSuccess(), fields);
    } else {
      put("on_success", exits.onSuccess(), fields);
      put("on_failure", exits.onFailure(), fields);
    }
    if (node instanceof Node.Start) {
      fields.put("type", "start");
    } else if (node instanceof Node.End) {
      fields.put("type", "end");
    } else if (node instanceof Node.Do) {
      fields.put("type", "action");
    } else if (node instanceof Node.Call call) {
      fields.put("type", "playbook-action");
      fields.put("playbook_id", call.playbook().value());
    } else if (node instanceof Node.Parallel parallel) {
      fields.put("type", "parallel");
      for (int i = 0; i < parallel.branches().size(); i++) {
        put("next_steps/" + i, parallel.branches().get(i), fields);
      }
    } else if (node instanceof Node.If condition) {
      fields.put("type", "if-condition");
      fields.put("condition", condition.question().text());
      put("on_true", condition.then(), fields);
      put("on_false", condition.otherwise(), fields);
    } else if (node instanceof Node.While loop) {
      fields.put("type", "while-condition");
      fields.put("condition", loop.question().text());
      put("on_true", loop.body(), fields);
    } else if (node instanceof Node.Switch choice) {
      fields.put("type", "switch-condition");
      fields.put("switch", choice.question().text());
      choice.cases().forEach((value, branch) -> put("cases/" + value, branch, fields));
      put("cases/default", choice.otherwise(), fields);
    }
    return fields;
  }

  private static void put(String field, @Nullable StepId id, Map<String, String> fields) {
    if (id != null) {
      fields.put(field, id.value());
    }
  }
}
