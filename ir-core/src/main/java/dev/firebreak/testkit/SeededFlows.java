package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.scope.AssetKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one flow, in which every step of its playbook has a place. */
final class SeededFlows {
  static final Variable COUNT = new Variable("count", Variable.Type.NUMBER, "3", false, true);
  static final Variable SURE = new Variable("sure", Variable.Type.FLAG, null, false, false);

  private static final ImmutableList<String> CONDITIONS =
      ImmutableList.of(
          "assets > 1 and not verdict = 'false-positive'",
          "$count >= 2 or phase > 'containment'",
          "$sure",
          "evidence = 0",
          "isOf('malicious-code')");
  private static final int DEEPEST = 2;

  private final Dice dice;
  private final String prefix;
  private final Deque<Step> steps;
  private final ImmutableList<Role> roles;
  private final ImmutableList<PlaybookId> callable;
  private final ImmutableMap.Builder<StepId, Node> nodes = ImmutableMap.builder();
  private int count;

  private SeededFlows(
      Dice dice,
      String prefix,
      List<Step> steps,
      ImmutableList<Role> roles,
      ImmutableList<PlaybookId> callable) {
    this.dice = dice;
    this.prefix = prefix;
    this.steps = new ArrayDeque<>(steps);
    this.roles = roles;
    this.callable = callable;
  }

  /**
   * Returns a flow.
   *
   * @param prefix the start of the names of its own steps
   * @param steps the steps of its playbook
   * @param roles the roles of the plan, of which there is one
   * @param callable the playbooks that it may call
   */
  static Flow of(
      Dice dice,
      String prefix,
      List<Step> steps,
      ImmutableList<Role> roles,
      ImmutableList<PlaybookId> callable) {
    return new SeededFlows(dice, prefix, steps, roles, callable).flow();
  }

  private Flow flow() {
    var exception = dice.onceIn(3) ? branch(DEEPEST) : null;
    var first = branch(0);
    while (!steps.isEmpty()) {
      first = put(steps.pop().id(), new Node.Do(exits(first)));
    }
    var start = dice.onceIn(2) ? put(name(), new Node.Start(first)) : first;
    return new Flow(start, nodes.buildOrThrow(), exception);
  }

  private StepId name() {
    return new StepId(prefix + "." + ++count);
  }

  private StepId put(StepId id, Node node) {
    nodes.put(id, node);
    return id;
  }

  private Exits exits(StepId next) {
    return switch (dice.within(0, 3)) {
      case 0 -> Exits.to(next);
      case 1 -> new Exits(next, dice.onceIn(2) ? put(name(), new Node.End()) : null);
      default -> Exits.onSuccess(next);
    };
  }

  /** Returns where a branch of a few steps begins. */
  private StepId branch(int depth) {
    var next = put(name(), new Node.End());
    for (int i = dice.within(depth == 0 ? 1 : 0, 3); i > 0; i--) {
      next = step(next, depth);
    }
    return next;
  }

  private StepId step(StepId next, int depth) {
    if (depth == DEEPEST || dice.onceIn(3)) {
      return simple(next, depth);
    }
    var exits = exits(next);
    int inner = depth + 1;
    return put(
        name(),
        switch (dice.within(0, 4)) {
          case 0 -> new Node.If(condition(), branch(inner), otherwise(inner), exits);
          case 1 -> new Node.While(condition(), branch(inner), dice.within(1, 3), exits);
          case 2 -> choice(inner, exits);
          case 3 -> new Node.Parallel(branches(inner), exits);
          default -> new Node.ForEachAsset(dice.maybe(() -> AssetKind.HOST), branch(inner), exits);
        });
  }

  private StepId simple(StepId next, int depth) {
    if (!steps.isEmpty() && !dice.onceIn(4)) {
      return put(steps.pop().id(), new Node.Do(exits(next)));
    }
    var called = depth == 0 ? dice.anyOf(callable) : Optional.<PlaybookId>empty();
    return called.isPresent()
        ? put(name(), new Node.Call(called.get(), exits(next)))
        : put(name(), new Node.Milestone(dice.text(), next));
  }

  /** Returns two branches, or the same one twice. */
  private ImmutableList<StepId> branches(int depth) {
    var first = branch(depth);
    return ImmutableList.of(first, dice.onceIn(2) ? first : branch(depth));
  }

  private @Nullable StepId otherwise(int depth) {
    return dice.onceIn(2) ? branch(depth) : null;
  }

  private Node choice(int depth, Exits exits) {
    var question =
        dice.onceIn(2)
            ? Question.known(Expression.parse("$count"), dice.oneOf(roles))
            : Question.asked(dice.text(), dice.oneOf(roles));
    return new Node.Switch(
        question, ImmutableMap.of("2", branch(depth), "3", branch(depth)), otherwise(depth), exits);
  }

  private Question condition() {
    return dice.onceIn(2)
        ? Question.known(Expression.parse(dice.oneOf(CONDITIONS)), dice.oneOf(roles))
        : Question.asked(dice.text(), dice.oneOf(roles));
  }
}
