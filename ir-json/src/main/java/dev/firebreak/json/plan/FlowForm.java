package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import dev.firebreak.playbook.Node.ForEachAsset;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.scope.AssetKind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What nested lists of steps are made of. */
final class FlowForm {
  /** Steps one after the other, in which some have lists of their own. */
  static final Shape<Node> BRANCH =
      described("a list of steps", schema -> schema.reference("branch", FlowForm::branch));

  /** Nested lists, or a graph. */
  static final Shape<Node> FLOW =
      described(
          "a list of steps, or an object with start and points",
          schema ->
              Schema.either(
                  "when the steps are done",
                  BRANCH.describe(schema),
                  FlowGraph.FLOW.describe(schema)));

  static final Shape<PlaybookId> PLAYBOOK =
      Shape.name("the name of a playbook", PlaybookId::new, PlaybookId::value);
  static final Shape<AssetKind> ASSETS =
      Shape.name("a kind of asset, or any", AssetKind::new, AssetKind::name);

  private static final Shape<Node> CASES =
      described(
          "an object of cases",
          schema -> Schema.anyNamed("an object of cases", BRANCH.describe(schema)));
  private static final Shape<Node> BRANCHES =
      described(
          "a list of lists of steps",
          schema -> {
            var list = Schema.type("array", "a list of lists of steps");
            list.set("items", BRANCH.describe(schema));
            return list.put("minItems", 1);
          });

  static final Fields<Node> IF = asking("if");
  static final Fields<Node> WHILE = asking("while");
  static final Fields<Node> SWITCH = asking("switch");
  static final Fields<Node> PARALLEL = kind();
  static final Fields<Node> FOR_EACH_ASSET = kind();
  static final Fields<Node> CALL = kind();
  static final Fields<Node> MILESTONE = kind();

  static {
    must(IF, "then", BRANCH);
    may(IF, "else", BRANCH);
    must(WHILE, "atMost", Shape.ROUNDS);
    must(WHILE, "do", BRANCH);
    must(SWITCH, "cases", CASES);
    may(SWITCH, "default", BRANCH);
    must(PARALLEL, "parallel", BRANCHES);
    must(FOR_EACH_ASSET, "forEachAsset", ASSETS);
    must(FOR_EACH_ASSET, "do", BRANCH);
    must(CALL, "playbook", PLAYBOOK);
    ImmutableList.of(IF, WHILE, SWITCH, PARALLEL, FOR_EACH_ASSET, CALL)
        .forEach(kind -> may(kind, "onFailure", BRANCH));
    must(MILESTONE, "milestone", Shape.TEXT);
  }

  private static final AssetKind ANY = new AssetKind("any");

  private FlowForm() {}

  /** Returns the kind of asset as the file names it. */
  static AssetKind kindOf(ForEachAsset each) {
    return each.kind() == null ? ANY : each.kind();
  }

  /** Returns the kind of asset that the file names, null for any. */
  static @Nullable AssetKind kind(AssetKind named) {
    return named.equals(ANY) ? null : named;
  }

  private static Fields<Node> kind() {
    var fields = Fields.<Node>of("a step");
    may(fields, "id", PlaybookReader.STEP_ID);
    return fields;
  }

  private static Fields<Node> asking(String question) {
    var fields = kind();
    must(fields, question, Asked.SHAPE);
    must(fields, "role", PlaybookReader.ROLE);
    return fields;
  }

  private static void must(Fields<Node> fields, String name, Shape<?> shape) {
    fields.required(name, shape, node -> null);
  }

  private static void may(Fields<Node> fields, String name, Shape<?> shape) {
    fields.optional(name, shape, node -> null);
  }

  /** Returns the shape of what is read and written in a way of its own. */
  private static Shape<Node> described(String expected, Function<Schema, ObjectNode> describing) {
    return new Shape<>(
        expected,
        (node, problems) -> Optional.of(node),
        node -> JsonNodeFactory.instance.objectNode(),
        describing);
  }

  private static ObjectNode branch(Schema schema) {
    var list = Schema.type("array", "a list of steps");
    list.set(
        "items",
        Schema.either(
            "a step",
            PlaybookReader.describeFlowStep(schema),
            IF.describe(schema),
            WHILE.describe(schema),
            SWITCH.describe(schema),
            PARALLEL.describe(schema),
            FOR_EACH_ASSET.describe(schema),
            CALL.describe(schema),
            MILESTONE.describe(schema)));
    return list;
  }
}
