package dev.firebreak.json.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node.Call;
import dev.firebreak.playbook.Node.Do;
import dev.firebreak.playbook.Node.End;
import dev.firebreak.playbook.Node.ForEachAsset;
import dev.firebreak.playbook.Node.If;
import dev.firebreak.playbook.Node.Milestone;
import dev.firebreak.playbook.Node.Parallel;
import dev.firebreak.playbook.Node.Switch;
import dev.firebreak.playbook.Node.While;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the flow of one playbook: nested lists of steps, which are done one after the other.
 *
 * <p>What is wrong has a stand-in, so that the rest can be checked.
 */
final class FlowReader {
  private static final ImmutableSet<String> KINDS =
      ImmutableSet.of("if", "while", "switch", "parallel", "forEachAsset", "playbook", "milestone");
  private static final int LONGEST_PREFIX = 100;

  private final String prefix;
  private final Problems problems;
  private final List<Step> steps = new ArrayList<>();
  private final ImmutableList.Builder<Node> stepNodes = ImmutableList.builder();
  private final Map<StepId, dev.firebreak.playbook.Node> nodes = new LinkedHashMap<>();
  private final Map<String, Node> places = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** A step that knows its name, and is put into the flow when it is known what comes next. */
  private record Draft(StepId id, Consumer<@Nullable StepId> link) {}

  private FlowReader(PlaybookId playbook, Problems problems) {
    this.prefix = prefix(playbook);
    this.problems = problems;
  }

  /** Returns how the names begin that steps have which are given none. */
  static String prefix(PlaybookId playbook) {
    var name = playbook.value();
    return name.length() > LONGEST_PREFIX ? name.substring(0, LONGEST_PREFIX) : name;
  }

  /** A flow, and the steps that are in it. */
  record Read(Flow flow, ImmutableList<Step> steps) {}

  /**
   * Reads a flow.
   *
   * @param list the steps
   * @param exception what is done about a failure, null for nothing
   */
  static Read read(
      PlaybookId playbook, Node node, Node list, @Nullable Node exception, Problems problems) {
    var reader = new FlowReader(playbook, problems);
    var start = reader.branch(list);
    var onFailure = exception == null ? null : reader.branch(exception);
    problems.names(list, reader.places);
    problems.steps(node, list, reader.stepNodes.build());
    return new Read(
        new Flow(start, ImmutableMap.copyOf(reader.nodes), onFailure),
        ImmutableList.copyOf(reader.steps));
  }

  private StepId named(String kind) {
    return new StepId(prefix + "." + kind + "-" + counts.merge(kind, 1, Integer::sum));
  }

  private StepId put(StepId id, dev.firebreak.playbook.Node node) {
    nodes.putIfAbsent(id, node);
    return id;
  }

  /** Returns where a branch begins that ends after the last of the steps. */
  private StepId branch(Node list) {
    var drafts = sequence(list);
    if (drafts.isEmpty()) {
      return put(named("end"), new End());
    }
    link(drafts, null);
    return drafts.get(0).id();
  }

  private List<Draft> sequence(Node list) {
    var drafts = new ArrayList<Draft>();
    if (list instanceof Node.Items items) {
      for (Node item : items.items()) {
        draft(item).ifPresent(drafts::add);
      }
    } else {
      Shape.refuse(list, "a list of steps", problems);
    }
    return drafts;
  }

  private static void link(List<Draft> drafts, @Nullable StepId next) {
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).link().accept(i + 1 < drafts.size() ? drafts.get(i + 1).id() : next);
    }
  }

  private Optional<Draft> draft(Node item) {
    var kind =
        item instanceof Node.Fields fields
            ? fields.fields().stream()
                .map(field -> field.key().text())
                .filter(KINDS::contains)
                .findFirst()
                .orElse("")
            : "";
    return switch (kind) {
      case "if" -> condition(item);
      case "while" -> loop(item);
      case "switch" -> choice(item);
      case "parallel" -> parallel(item);
      case "forEachAsset" -> each(item);
      case "playbook" -> call(item);
      case "milestone" -> milestone(item);
      default -> step(item);
    };
  }

  private Optional<Draft> step(Node item) {
    var read = PlaybookReader.flowStep(item, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var id = read.get().id();
    steps.add(read.get());
    stepNodes.add(item);
    places.putIfAbsent(id.value(), item);
    return Optional.of(draft(id, item, Do::new));
  }

  /** Returns a step that goes on where its exits say, which is known when what comes next is. */
  private Draft draft(StepId id, Node item, Function<Exits, dev.firebreak.playbook.Node> made) {
    var fallback =
        item instanceof Node.Fields fields
            ? fields.find("onFailure").map(this::sequence).orElse(null)
            : null;
    return new Draft(id, next -> put(id, made.apply(exits(next, fallback))));
  }

  private Exits exits(@Nullable StepId next, @Nullable List<Draft> fallback) {
    if (fallback == null) {
      return next == null ? Exits.NONE : Exits.onSuccess(next);
    }
    if (fallback.isEmpty()) {
      return Exits.to(next == null ? put(named("end"), new End()) : next);
    }
    link(fallback, next);
    return new Exits(next, fallback.get(0).id());
  }

  private StepId id(Form form, Node item, String kind) {
    var id = form.optional("id", PlaybookReader.STEP_ID).orElseGet(() -> named(kind));
    places.putIfAbsent(id.value(), item);
    return id;
  }

  private Optional<Draft> condition(Node item) {
    var form = FlowForm.IF.form(item, problems);
    var id = id(form, item, "if");
    var question = question(form, "if");
    var then = form.required("then", branches());
    var otherwise = form.optional("else", branches());
    return Optional.of(
        draft(
            id,
            item,
            exits ->
                question.isPresent() && then.isPresent()
                    ? new If(question.get(), then.get(), otherwise.orElse(null), exits)
                    : standIn(exits, then, otherwise)));
  }

  private Optional<Draft> loop(Node item) {
    var form = FlowForm.WHILE.form(item, problems);
    var id = id(form, item, "while");
    var question = question(form, "while");
    var atMost = form.required("atMost", Shape.ROUNDS);
    var body = form.required("do", branches());
    return Optional.of(
        draft(
            id,
            item,
            exits ->
                question.isPresent() && body.isPresent() && atMost.isPresent()
                    ? new While(question.get(), body.get(), atMost.get(), exits)
                    : standIn(exits, body)));
  }

  private Optional<Draft> choice(Node item) {
    var form = FlowForm.SWITCH.form(item, problems);
    var id = id(form, item, "switch");
    var question = question(form, "switch");
    var cases = form.required("cases", Shape.read("an object of cases", this::cases));
    var otherwise = form.optional("default", branches());
    return Optional.of(
        draft(
            id,
            item,
            exits ->
                question.isPresent() && cases.isPresent()
                    ? new Switch(question.get(), cases.get(), otherwise.orElse(null), exits)
                    : standIn(
                        exits,
                        cases.map(found -> ImmutableList.copyOf(found.values())),
                        otherwise)));
  }

  private Optional<ImmutableMap<String, StepId>> cases(Node node, Problems unused) {
    if (!(node instanceof Node.Fields fields)) {
      return Shape.refuse(node, "an object of cases", problems);
    }
    var cases = new LinkedHashMap<String, StepId>();
    for (Node.Field field : fields.fields()) {
      cases.put(field.key().text(), branch(field.value()));
    }
    return Optional.of(ImmutableMap.copyOf(cases));
  }

  private Optional<Draft> parallel(Node item) {
    var form = FlowForm.PARALLEL.form(item, problems);
    var id = id(form, item, "parallel");
    var branches = form.required("parallel", Shape.listOf("a list of lists of steps", branches()));
    return branches.filter(found -> !found.isEmpty()).isEmpty()
        ? Optional.empty()
        : Optional.of(draft(id, item, exits -> new Parallel(branches.get(), exits)));
  }

  private Optional<Draft> each(Node item) {
    var form = FlowForm.FOR_EACH_ASSET.form(item, problems);
    var id = id(form, item, "for-each-asset");
    var kind = form.required("forEachAsset", FlowForm.ASSETS);
    var body = form.required("do", branches());
    return body.map(
        begins ->
            draft(
                id,
                item,
                exits -> new ForEachAsset(kind.map(FlowForm::kind).orElse(null), begins, exits)));
  }

  private Optional<Draft> call(Node item) {
    var form = FlowForm.CALL.form(item, problems);
    var id = id(form, item, "playbook");
    var called = form.required("playbook", FlowForm.PLAYBOOK);
    return called.map(playbook -> draft(id, item, exits -> new Call(playbook, exits)));
  }

  private Optional<Draft> milestone(Node item) {
    var form = FlowForm.MILESTONE.form(item, problems);
    var id = id(form, item, "milestone");
    var title = form.required("milestone", Shape.TEXT);
    return title.map(text -> new Draft(id, next -> put(id, new Milestone(text, next))));
  }

  private Shape<StepId> branches() {
    return Shape.read("a list of steps", (node, found) -> Optional.of(branch(node)));
  }

  private static Optional<Question> question(Form form, String field) {
    var asked = form.required(field, Asked.SHAPE);
    var role = form.required("role", PlaybookReader.ROLE);
    return asked.isPresent() && role.isPresent()
        ? Optional.of(asked.get().by(role.get()))
        : Optional.empty();
  }

  /** Returns all branches at once, or nothing at all if there is none. */
  private static dev.firebreak.playbook.Node standIn(Exits exits, Optional<?>... branches) {
    var all = ImmutableList.<StepId>builder();
    for (Optional<?> branch : branches) {
      if (branch.orElse(null) instanceof StepId one) {
        all.add(one);
      } else if (branch.orElse(null) instanceof List<?> several) {
        several.forEach(each -> all.add((StepId) requireNonNull(each)));
      }
    }
    var found = all.build();
    return found.isEmpty() ? new Milestone("Step", exits.onSuccess()) : new Parallel(found, exits);
  }
}
