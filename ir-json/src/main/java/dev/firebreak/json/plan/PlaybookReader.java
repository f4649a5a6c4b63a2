package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Playbooks and their steps. */
final class PlaybookReader {
  static final Shape<Role> ROLE = Shape.name("the name of a role", Role::new, Role::name);
  static final Shape<ImmutableSet<Category>> CATEGORIES =
      Shape.oneOrMore(Shape.name("the name of a category", Category::new, Category::name));

  private static final Shape<PlaybookId> ID =
      Shape.name("the name of the playbook", PlaybookId::new, PlaybookId::value);
  static final Shape<StepId> STEP_ID =
      Shape.name("the name of the step", StepId::new, StepId::value);
  private static final Shape<ImmutableSet<StepId>> NAMES =
      Shape.oneOrMore(Shape.name("the name of a step", StepId::new, StepId::value));
  private static final StepFields STEP = new StepFields(false);
  private static final StepFields FLOW_STEP = new StepFields(true);
  private static final Shape<ImmutableList<Step>> STEPS =
      Shape.listOf(
          "a list of steps",
          new Shape<>(
              "a step",
              (node, problems) -> STEP.read(node, problems),
              STEP.fields::write,
              schema -> schema.reference("step", STEP.fields::describe)));
  private static final Shape<ImmutableList<Variable>> VARIABLES =
      Shape.listOf("a list of variables", variable());

  private static final Fields<Playbook> PLAYBOOK = Fields.of("a playbook");
  private static final Fields.Field<Playbook, PlaybookId> PLAYBOOK_ID =
      PLAYBOOK.required("id", ID, Playbook::id);
  private static final Fields.Field<Playbook, String> TITLE =
      PLAYBOOK.required("title", Shape.TEXT, Playbook::title);
  private static final Fields.Field<Playbook, ImmutableSet<Category>> IS_FOR =
      PLAYBOOK.optional("categories", CATEGORIES, Playbook::categories);
  private static final Fields.Field<Playbook, ImmutableList<Variable>> KNOWS =
      PLAYBOOK.optional("variables", VARIABLES, Playbook::variables);
  private static final Fields.Field<Playbook, ImmutableList<Step>> HAS =
      PLAYBOOK.optional("steps", STEPS, playbook -> null);

  static final Shape<ImmutableList<Playbook>> PLAYBOOKS =
      Shape.listOf(
          "a list of playbooks",
          new Shape<>(
              "a playbook",
              PlaybookReader::playbook,
              PlaybookReader::write,
              PlaybookReader::describe));

  static {
    PLAYBOOK.optional("flow", FlowForm.FLOW, playbook -> null);
    PLAYBOOK.optional("onFailure", FlowForm.BRANCH, playbook -> null);
  }

  private record StepApproval(Role by, int count, @Nullable Duration holdsFor) {}

  private PlaybookReader() {}

  /** Returns the playbook; what is wrong in it has a stand-in, so that the rest can be checked. */
  private static Optional<Playbook> playbook(Node node, Problems problems) {
    var form = PLAYBOOK.form(node, problems);
    var read = form.read(PLAYBOOK_ID);
    var title = form.read(TITLE).orElse("Playbook");
    if (!(node instanceof Node.Fields fields)) {
      return Optional.empty();
    }
    var id = read.orElse(new PlaybookId(at(node)));
    var flow = fields.find("flow").orElse(null);
    var categories =
        (flow == null ? form.required(IS_FOR.name(), CATEGORIES) : form.read(IS_FOR))
            .orElse(ImmutableSet.of());
    if (flow == null) {
      only(fields, "a playbook without a flow", problems, "variables", "onFailure");
      var steps = form.required(HAS.name(), STEPS).orElse(ImmutableList.of());
      return Optional.of(new Playbook(id, title, categories, steps));
    }
    var variables = form.read(KNOWS).orElse(ImmutableList.of());
    if (flow instanceof Node.Fields) {
      only(fields, "a playbook with such a flow", problems, "onFailure");
      var steps = form.read(HAS).orElse(ImmutableList.of());
      return FlowGraph.FLOW
          .read(flow, problems)
          .map(graph -> new Playbook(id, title, categories, steps, graph, variables));
    }
    only(fields, "a playbook with a flow", problems, "steps");
    var exception = fields.find("onFailure").orElse(null);
    var flowing = FlowReader.read(id, node, flow, exception, problems);
    return Optional.of(
        new Playbook(id, title, categories, flowing.steps(), flowing.flow(), variables));
  }

  /** Reports fields that make no sense there. */
  private static void only(Node.Fields fields, String what, Problems problems, String... not) {
    for (String name : not) {
      fields
          .find(name)
          .ifPresent(field -> problems.add(field.place(), what + " has no \"" + name + "\""));
    }
  }

  private static ObjectNode write(Playbook playbook) {
    var written = PLAYBOOK.write(playbook);
    var flow = playbook.flow();
    if (flow == null) {
      written.set("steps", STEPS.write(playbook.steps()));
      return written;
    }
    var nested = FlowWriter.nested(playbook, flow);
    if (nested.isPresent()) {
      written.setAll(nested.get());
      return written;
    }
    if (!playbook.steps().isEmpty()) {
      written.set("steps", STEPS.write(playbook.steps()));
    }
    written.set("flow", FlowGraph.FLOW.write(flow));
    return written;
  }

  /** Returns that there is a playbook, or the name of its file. */
  private static ObjectNode describe(Schema schema) {
    return Schema.either(
        "a playbook, or the name of its file",
        schema.reference("playbook", PlaybookReader::describePlaybook),
        Schema.text(
            "a file below the plan's own folder, such as playbooks/phishing.yaml",
            "^[A-Za-z0-9._-][A-Za-z0-9._/-]*[.]([Yy][Aa]?[Mm][Ll]|[Jj][Ss][Oo][Nn])$"));
  }

  /** Returns that a playbook has a flow, or steps and categories. */
  private static ObjectNode describePlaybook(Schema schema) {
    var described = PLAYBOOK.describe(schema);
    var either = described.putArray("anyOf");
    either.addObject().putArray("required").add("flow");
    var without = either.addObject();
    without.putArray("required").add("steps").add("categories");
    without
        .putObject("not")
        .putArray("anyOf")
        .add(Schema.has("flow"))
        .add(Schema.has("variables"))
        .add(Schema.has("onFailure"));
    return described;
  }

  private static Shape<Variable> variable() {
    var fields = Fields.<Variable>of("a variable");
    var name = fields.required("name", Shape.TEXT, Variable::name);
    var type = fields.required("type", Shape.oneOf(Variable.Type.class), Variable::type);
    var value = fields.optional("value", Shape.TEXT, Variable::value);
    var constant = fields.optional("constant", Shape.FLAG, each -> each.constant() ? true : null);
    var external = fields.optional("external", Shape.FLAG, each -> each.external() ? true : null);
    return fields.made(
        values ->
            new Variable(
                values.get(name),
                values.get(type),
                values.orNull(value),
                values.get(constant, false),
                values.get(external, false)));
  }

  /** Returns a step of a flow. */
  static Optional<Step> flowStep(Node node, Problems problems) {
    return FLOW_STEP.read(node, problems);
  }

  /** Writes a step of a flow, without what is done about its failure. */
  static ObjectNode writeFlowStep(Step step) {
    return FLOW_STEP.fields.write(step);
  }

  /** Describes a step of a flow. */
  static ObjectNode describeFlowStep(Schema schema) {
    return FLOW_STEP.fields.describe(schema);
  }

  private static String at(Node node) {
    return "at-" + node.place().line() + "-" + node.place().column();
  }

  private static Shape<StepApproval> approval() {
    var fields = Fields.<StepApproval>of("an object with by, count and holdsFor");
    var by = fields.required("by", ROLE, StepApproval::by);
    var count =
        fields.optional(
            "count", Shape.COUNT, approval -> approval.count() == 1 ? null : approval.count());
    var holdsFor = fields.optional("holdsFor", Shape.DURATION, StepApproval::holdsFor);
    return fields.made(
        values -> new StepApproval(values.get(by), values.get(count, 1), values.orNull(holdsFor)));
  }

  /** What a step is made of; in a flow it knows no step before it, but what its failure brings. */
  private static final class StepFields {
    private final Fields<Step> fields = Fields.of("a step");
    private final Fields.Field<Step, StepId> id = fields.required("id", STEP_ID, Step::id);
    private final Fields.Field<Step, Phase> phase =
        fields.required("phase", Shape.oneOf(Phase.class), Step::phase);
    private final Fields.Field<Step, String> title =
        fields.required("title", Shape.TEXT, Step::title);
    private final Fields.Field<Step, Role> role = fields.required("role", ROLE, Step::role);
    private final Fields.Field<Step, Boolean> mandatory =
        fields.optional("mandatory", Shape.FLAG, step -> step.mandatory() ? null : false);
    private final Fields.Field<Step, ActionType> action =
        fields.optional("action", ActionTypeReader.TYPE, Step::action);
    private final Fields.Field<Step, StepApproval> approval =
        fields.optional("approval", PlaybookReader.approval(), StepFields::approvalOf);
    private final Fields.Field<Step, String> instructions =
        fields.optional("instructions", Shape.TEXT, step -> step.guide().instructions());
    private final Fields.Field<Step, ImmutableList<String>> evidence =
        fields.optional("evidence", Shape.inOrder(Shape.TEXT), step -> step.guide().evidence());
    private final Fields.Field<Step, Duration> timeout =
        fields.optional("timeout", Shape.DURATION, Step::timeout);
    private final Fields.@Nullable Field<Step, ImmutableSet<StepId>> after;

    private StepFields(boolean inFlow) {
      after = inFlow ? null : fields.optional("after", NAMES, Step::after);
      if (inFlow) {
        fields.optional("onFailure", FlowForm.BRANCH, step -> null);
      }
    }

    private static @Nullable StepApproval approvalOf(Step step) {
      var by = step.approvedBy();
      return by == null ? null : new StepApproval(by, step.approvals(), step.approvalHolds());
    }

    private Optional<Step> read(Node node, Problems problems) {
      var form = fields.form(node, problems);
      var values = fields.values(form);
      var step = form.build(() -> step(values));
      return step.isPresent() ? step : values.find(role).map(known -> standIn(known, values, node));
    }

    private Step step(Fields.Values values) {
      var by = values.find(approval);
      return new Step(
          values.get(id),
          values.get(phase),
          values.get(title),
          values.get(role),
          values.get(mandatory, true),
          values.orNull(action),
          by.map(StepApproval::by).orElse(null),
          by.map(StepApproval::count).orElse(0),
          by.map(StepApproval::holdsFor).orElse(null),
          new Step.Guide(values.orNull(instructions), values.get(evidence, ImmutableList.of())),
          values.orNull(timeout),
          after == null ? ImmutableSet.of() : values.get(after, ImmutableSet.of()));
    }

    /** Returns a step with what was read of a wrong one, so that what it names can be checked. */
    private Step standIn(Role known, Fields.Values values, Node node) {
      var by = values.find(approval);
      return new Step(
          values.get(id, new StepId(at(node))),
          Phase.IDENTIFICATION,
          "Step",
          known,
          true,
          ActionType.COLLECT,
          by.map(StepApproval::by).orElse(null),
          by.map(StepApproval::count).orElse(0));
    }
  }
}
