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

  private record StepApproval(Role by, int count, @Nullable Duration holdsFor) {}

  private PlaybookReader() {}

  /** Returns the playbook; what is wrong in it has a stand-in, so that the rest can be checked. */
  private static Optional<Playbook> playbook(Node node, Problems problems) {
    var form = Form.of(node, problems, "a playbook", "id", "title", "categories", "steps");
    var id = form.required("id", Shape.checked("the name of the playbook", PlaybookId::new));
    var title = form.required("title", Shape.TEXT);
    var categories = form.required("categories", CATEGORIES);
    var steps = form.required("steps", STEPS);
    return node instanceof Node.Fields
        ? Optional.of(
            new Playbook(
                id.orElse(
                    new PlaybookId("at-" + node.place().line() + "-" + node.place().column())),
                title.orElse("Playbook"),
                categories.orElse(ImmutableSet.of()),
                steps.orElse(ImmutableList.of())))
        : Optional.empty();
  }

  private static Optional<Step> step(Node node, Problems problems) {
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
            "approval");
    var id = form.required("id", Shape.checked("the name of the step", StepId::new));
    var phase = form.required("phase", Shape.oneOf(Phase.class));
    var title = form.required("title", Shape.TEXT);
    var role = form.required("role", ROLE);
    var mandatory = form.optional("mandatory", Shape.FLAG);
    var action = form.optional("action", ActionTypeReader.TYPE);
    var approval = form.optional("approval", APPROVAL);
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
                    approval.map(StepApproval::holdsFor).orElse(null)));
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
