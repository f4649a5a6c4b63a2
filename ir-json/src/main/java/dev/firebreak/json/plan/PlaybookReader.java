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

/** Reads playbooks and their steps. */
final class PlaybookReader {
  static final Shape<Role> ROLE = Shape.checked("the name of a role", Role::new);
  static final Shape<ImmutableSet<Category>> CATEGORIES =
      Shape.oneOrMore(Shape.checked("the name of a category", Category::new));
  static final Shape<ImmutableList<Playbook>> PLAYBOOKS =
      Shape.listOf("a list of playbooks", new Shape<>("a playbook", PlaybookReader::playbook));

  private static final Shape<ImmutableList<Step>> STEPS =
      Shape.listOf("a list of steps", new Shape<>("a step", PlaybookReader::step));
  private static final Shape<StepApproval> APPROVAL =
      new Shape<>("an object with by, count and holdsFor", PlaybookReader::approval);

  private static final Shape<ImmutableList<Variable>> VARIABLES =
      Shape.listOf("a list of variables", new Shape<>("a variable", PlaybookReader::variable));
  private static final Shape<ImmutableSet<String>> TEXTS = Shape.oneOrMore(Shape.TEXT);
  private static final Shape<ImmutableSet<StepId>> NAMES =
      Shape.oneOrMore(Shape.checked("the name of a step", StepId::new));

  private static final ImmutableSet<StepId> NONE = ImmutableSet.of();

  private record StepApproval(Role by, int count, @Nullable Duration holdsFor) {}

  private PlaybookReader() {}

  /** Returns the playbook; what is wrong in it has a stand-in, so that the rest can be checked. */
  private static Optional<Playbook> playbook(Node node, Problems problems) {
    var form =
        Form.of(
            node,
            problems,
            "a playbook",
            "id",
            "title",
            "categories",
            "steps",
            "variables",
            "flow",
            "onFailure");
    var read = form.required("id", Shape.checked("the name of the playbook", PlaybookId::new));
    var title = form.required("title", Shape.TEXT).orElse("Playbook");
    if (!(node instanceof Node.Fields fields)) {
      return Optional.empty();
    }
    var place = node.place();
    var id = read.orElse(new PlaybookId("at-" + place.line() + "-" + place.column()));
    var flow = fields.find("flow").orElse(null);
    var categories =
        flow == null
            ? form.required("categories", CATEGORIES)
            : form.optional("categories", CATEGORIES);
    var are = categories.orElse(ImmutableSet.of());
    if (flow == null) {
      only(fields, "a playbook without a flow", problems, "variables", "onFailure");
      var steps = form.required("steps", STEPS).orElse(ImmutableList.of());
      return Optional.of(new Playbook(id, title, are, steps));
    }
    only(fields, "a playbook with a flow", problems, "steps");
    var variables = form.optional("variables", VARIABLES).orElse(ImmutableList.of());
    var exception = fields.find("onFailure").orElse(null);
    var flowing = FlowReader.read(id, node, flow, exception, problems);
    return Optional.of(new Playbook(id, title, are, flowing.steps(), flowing.flow(), variables));
  }

  /** Reports fields that make no sense there. */
  private static void only(Node.Fields fields, String what, Problems problems, String... not) {
    for (String name : not) {
      fields
          .find(name)
          .ifPresent(field -> problems.add(field.place(), what + " has no \"" + name + "\""));
    }
  }

  private static Optional<Variable> variable(Node node, Problems problems) {
    var form =
        Form.of(node, problems, "a variable", "name", "type", "value", "constant", "external");
    var name = form.required("name", Shape.TEXT);
    var type = form.required("type", Shape.oneOf(Variable.Type.class));
    var value = form.optional("value", Shape.TEXT);
    var constant = form.optional("constant", Shape.FLAG);
    var external = form.optional("external", Shape.FLAG);
    return form.build(
        () ->
            new Variable(
                name.orElseThrow(),
                type.orElseThrow(),
                value.orElse(null),
                constant.orElse(false),
                external.orElse(false)));
  }

  private static Optional<Step> step(Node node, Problems problems) {
    return step(node, problems, "after");
  }

  /**
   * Returns a step.
   *
   * @param more the field that it may have besides, where it stands
   */
  static Optional<Step> step(Node node, Problems problems, String more) {
    var form =
        Form.of(
            node,
            problems,
            "a step",
            "id",
            "phase",
            "title",
            "role",
            "mandatory",
            "action",
            "approval",
            "instructions",
            "evidence",
            "timeout",
            more);
    var id = form.required("id", Shape.checked("the name of the step", StepId::new));
    var phase = form.required("phase", Shape.oneOf(Phase.class));
    var title = form.required("title", Shape.TEXT);
    var role = form.required("role", ROLE);
    var mandatory = form.optional("mandatory", Shape.FLAG);
    var action = form.optional("action", ActionTypeReader.TYPE);
    var approval = form.optional("approval", APPROVAL);
    var instructions = form.optional("instructions", Shape.TEXT);
    var evidence = form.optional("evidence", TEXTS);
    var timeout = form.optional("timeout", Shape.DURATION);
    var after = more.equals("after") ? form.optional("after", NAMES) : Optional.of(NONE);
    var step =
        form.build(
            () ->
                new Step(
                    id.orElseThrow(),
                    phase.orElseThrow(),
                    title.orElseThrow(),
                    role.orElseThrow(),
                    mandatory.orElse(true),
                    action.orElse(null),
                    approval.map(StepApproval::by).orElse(null),
                    approval.map(StepApproval::count).orElse(0),
                    approval.map(StepApproval::holdsFor).orElse(null),
                    new Step.Guide(
                        instructions.orElse(null), evidence.orElse(ImmutableSet.of()).asList()),
                    timeout.orElse(null),
                    after.orElse(NONE)));
    return step.isPresent()
        ? step
        : role.map(known -> standIn(id.orElse(unnamed(node)), known, approval));
  }

  private static StepId unnamed(Node node) {
    return new StepId("at-" + node.place().line() + "-" + node.place().column());
  }

  /** Returns a step with what was read of a wrong one, so that what it names can be checked. */
  private static Step standIn(StepId id, Role role, Optional<StepApproval> approval) {
    return new Step(
        id,
        Phase.IDENTIFICATION,
        "Step",
        role,
        true,
        ActionType.COLLECT,
        approval.map(StepApproval::by).orElse(null),
        approval.map(StepApproval::count).orElse(0));
  }

  private static Optional<StepApproval> approval(Node node, Problems problems) {
    var form = Form.of(node, problems, APPROVAL.expected(), "by", "count", "holdsFor");
    var by = form.required("by", ROLE);
    var count = form.optional("count", Shape.COUNT);
    var holdsFor = form.optional("holdsFor", Shape.DURATION);
    return form.build(
        () -> new StepApproval(by.orElseThrow(), count.orElse(1), holdsFor.orElse(null)));
  }
}
