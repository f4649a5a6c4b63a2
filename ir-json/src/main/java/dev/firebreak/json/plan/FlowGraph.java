package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.Exits;
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
import dev.firebreak.playbook.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A flow as the graph that it is, point by point, for what nested lists cannot say: branches that
 * several steps share, ways that come together, and points that only lead on.
 */
final class FlowGraph {
  private static final String EXPECTED = "an object with a field for each point";
  private static final Shape<StepId> ID = PlaybookReader.STEP_ID;

  /** The kinds of point by the field that only they have. */
  private static final ImmutableMap<String, Kind<?>> KINDS =
      ImmutableMap.<String, Kind<?>>builder()
          .put("start", new Kind<>(Start.class, start()))
          .put("if", new Kind<>(If.class, condition()))
          .put("while", new Kind<>(While.class, loop()))
          .put("switch", new Kind<>(Switch.class, choice()))
          .put("parallel", new Kind<>(Parallel.class, parallel()))
          .put("forEachAsset", new Kind<>(ForEachAsset.class, each()))
          .put("playbook", new Kind<>(Call.class, call()))
          .put("milestone", new Kind<>(Milestone.class, milestone()))
          .put("end", new Kind<>(End.class, end()))
          .build();

  /** A point that is a step of the playbook; it says no more than where it goes on. */
  private static final Kind<Do> STEP = new Kind<>(Do.class, step());

  private static final Shape<ImmutableMap<StepId, dev.firebreak.playbook.Node>> POINTS =
      new Shape<>(EXPECTED, FlowGraph::points, FlowGraph::write, FlowGraph::describe);

  static final Shape<Flow> FLOW = flow();

  private FlowGraph() {}

  private record Kind<N extends dev.firebreak.playbook.Node>(Class<N> type, Shape<N> shape) {
    Optional<JsonNode> write(dev.firebreak.playbook.Node node) {
      return type.isInstance(node) ? Optional.of(shape.write(type.cast(node))) : Optional.empty();
    }
  }

  private static Shape<Flow> flow() {
    var fields = Fields.<Flow>of("an object with start and points");
    var start = fields.required("start", ID, Flow::start);
    var exception = fields.optional("exception", ID, Flow::exception);
    var points = fields.required("points", POINTS, Flow::nodes);
    return new Shape<>(
        "an object with start and points",
        (node, problems) -> {
          var before = problems.count();
          var flow =
              fields.read(
                  node,
                  problems,
                  values ->
                      new Flow(values.get(start), values.get(points), values.orNull(exception)));
          if (node instanceof Node.Fields object
              && object.find("points").orElse(node) instanceof Node.Fields all) {
            var places = new LinkedHashMap<String, Node>();
            all.fields().forEach(field -> places.put(field.key().text(), field.value()));
            problems.names(node, places);
          }
          return flow.filter(found -> problems.count() == before);
        },
        fields::write,
        schema -> schema.reference("graph", fields::describe));
  }

  private static Optional<ImmutableMap<StepId, dev.firebreak.playbook.Node>> points(
      Node node, Problems problems) {
    if (!(node instanceof Node.Fields object)) {
      return Shape.refuse(node, EXPECTED, problems);
    }
    var points = ImmutableMap.<StepId, dev.firebreak.playbook.Node>builder();
    for (Node.Field field : object.fields()) {
      var id = ID.read(field.key(), problems);
      var point = kindOf(field.value()).shape().read(field.value(), problems);
      if (id.isPresent() && point.isPresent()) {
        points.put(id.get(), point.get());
      }
    }
    return Optional.of(points.buildOrThrow());
  }

  private static Kind<?> kindOf(Node node) {
    if (node instanceof Node.Fields object) {
      for (Node.Field field : object.fields()) {
        var kind = KINDS.get(field.key().text());
        if (kind != null) {
          return kind;
        }
      }
    }
    return STEP;
  }

  private static JsonNode write(ImmutableMap<StepId, dev.firebreak.playbook.Node> points) {
    var written = JsonNodeFactory.instance.objectNode();
    points.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(StepId::value)))
        .forEach(point -> written.set(point.getKey().value(), write(point.getValue())));
    return written;
  }

  private static JsonNode write(dev.firebreak.playbook.Node node) {
    for (Kind<?> kind : KINDS.values()) {
      var written = kind.write(node);
      if (written.isPresent()) {
        return written.get();
      }
    }
    return STEP.write(node).orElseThrow();
  }

  private static ObjectNode describe(Schema schema) {
    var kinds =
        Stream.concat(Stream.of(STEP), KINDS.values().stream())
            .map(kind -> kind.shape().describe(schema))
            .toArray(ObjectNode[]::new);
    return Schema.named(EXPECTED, Shape.IDENTIFIER, Schema.either("a point", kinds));
  }

  /** The fields of a point that goes on, and what they say. */
  private record Ways<N>(Fields.Field<N, StepId> onSuccess, Fields.Field<N, StepId> onFailure) {
    static <N extends dev.firebreak.playbook.Node> Ways<N> of(Fields<N> fields) {
      return new Ways<>(
          fields.optional("onSuccess", ID, node -> node.exits().onSuccess()),
          fields.optional("onFailure", ID, node -> node.exits().onFailure()));
    }

    Exits exits(Fields.Values values) {
      return new Exits(values.orNull(onSuccess), values.orNull(onFailure));
    }
  }

  /** The fields of a point at which something is asked. */
  private record Asking<N>(Fields.Field<N, Asked> asked, Fields.Field<N, Role> role) {
    static <N> Asking<N> of(String kind, Fields<N> fields, Function<N, Question> question) {
      return new Asking<>(
          fields.required(kind, Asked.SHAPE, node -> Asked.of(question.apply(node))),
          fields.required("role", PlaybookReader.ROLE, node -> question.apply(node).role()));
    }

    Question question(Fields.Values values) {
      return values.get(asked).by(values.get(role));
    }
  }

  private static Shape<Start> start() {
    var fields = Fields.<Start>of("a start");
    var next = fields.required("start", ID, Start::next);
    return fields.made(values -> new Start(values.get(next)));
  }

  private static Shape<Do> step() {
    var fields = Fields.<Do>of("a point");
    var ways = Ways.of(fields);
    return fields.made(values -> new Do(ways.exits(values)));
  }

  private static Shape<If> condition() {
    var fields = Fields.<If>of("a point");
    var asking = Asking.of("if", fields, If::question);
    var then = fields.required("then", ID, If::then);
    var otherwise = fields.optional("else", ID, If::otherwise);
    var ways = Ways.of(fields);
    return fields.made(
        values ->
            new If(
                asking.question(values),
                values.get(then),
                values.orNull(otherwise),
                ways.exits(values)));
  }

  private static Shape<While> loop() {
    var fields = Fields.<While>of("a point");
    var asking = Asking.of("while", fields, While::question);
    var atMost = fields.required("atMost", Shape.ROUNDS, While::atMost);
    var body = fields.required("do", ID, While::body);
    var ways = Ways.of(fields);
    return fields.made(
        values ->
            new While(
                asking.question(values), values.get(body), values.get(atMost), ways.exits(values)));
  }

  private static Shape<Switch> choice() {
    var fields = Fields.<Switch>of("a point");
    var asking = Asking.of("switch", fields, Switch::question);
    var cases = fields.required("cases", cases(), Switch::cases);
    var otherwise = fields.optional("default", ID, Switch::otherwise);
    var ways = Ways.of(fields);
    return fields.made(
        values ->
            new Switch(
                asking.question(values),
                values.get(cases),
                values.orNull(otherwise),
                ways.exits(values)));
  }

  private static Shape<ImmutableMap<String, StepId>> cases() {
    var expected = "an object of cases";
    return new Shape<>(
        expected,
        (node, problems) -> {
          if (!(node instanceof Node.Fields object)) {
            return Shape.refuse(node, expected, problems);
          }
          var cases = ImmutableMap.<String, StepId>builder();
          for (Node.Field field : object.fields()) {
            ID.read(field.value(), problems).ifPresent(id -> cases.put(field.key().text(), id));
          }
          return Optional.of(cases.buildOrThrow());
        },
        cases -> {
          var written = JsonNodeFactory.instance.objectNode();
          cases.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(each -> written.put(each.getKey(), each.getValue().value()));
          return written;
        },
        schema -> Schema.anyNamed(expected, ID.describe(schema)));
  }

  private static Shape<Parallel> parallel() {
    var fields = Fields.<Parallel>of("a point");
    Shape<ImmutableList<StepId>> several = Shape.listOf("a list of branches", ID);
    var branches = fields.required("parallel", several, Parallel::branches);
    var ways = Ways.of(fields);
    return fields.made(values -> new Parallel(values.get(branches), ways.exits(values)));
  }

  private static Shape<ForEachAsset> each() {
    var fields = Fields.<ForEachAsset>of("a point");
    var kind = fields.required("forEachAsset", FlowForm.ASSETS, node -> FlowForm.kindOf(node));
    var body = fields.required("do", ID, ForEachAsset::body);
    var ways = Ways.of(fields);
    return fields.made(
        values ->
            new ForEachAsset(
                FlowForm.kind(values.get(kind)), values.get(body), ways.exits(values)));
  }

  private static Shape<Call> call() {
    var fields = Fields.<Call>of("a point");
    var playbook = fields.required("playbook", FlowForm.PLAYBOOK, Call::playbook);
    var ways = Ways.of(fields);
    return fields.made(values -> new Call(values.get(playbook), ways.exits(values)));
  }

  private static Shape<Milestone> milestone() {
    var fields = Fields.<Milestone>of("a point");
    var title = fields.required("milestone", Shape.TEXT, Milestone::title);
    var next = fields.optional("next", ID, Milestone::next);
    return fields.made(values -> new Milestone(values.get(title), values.orNull(next)));
  }

  private static Shape<End> end() {
    var fields = Fields.<End>of("an end");
    fields.required("end", Shape.FLAG, node -> true);
    return fields.made(values -> new End());
  }
}
