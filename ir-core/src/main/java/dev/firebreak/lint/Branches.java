package dev.firebreak.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Vocabulary;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the branches of one playbook.
 *
 * @param constants the values of variables that nobody changes, by name
 */
record Branches(Vocabulary vocabulary, ImmutableMap<String, String> constants) {
  private static final ImmutableSet<String> TRUE_OR_FALSE = ImmutableSet.of("true", "false");

  /** Returns which ways from the node no incident takes, one message for each. */
  ImmutableList<String> never(Node node) {
    if (node instanceof Node.If condition) {
      return condition(condition.question(), "holds");
    }
    if (node instanceof Node.While loop) {
      return condition(loop.question(), "holds, so that nothing is repeated");
    }
    return node instanceof Node.Switch choice ? choice(choice) : ImmutableList.of();
  }

  private ImmutableList<String> condition(Question question, String holds) {
    var expression = question.expression();
    var possible = expression == null ? null : possible(expression, TRUE_OR_FALSE);
    if (possible == null) {
      return ImmutableList.of();
    }
    if (!possible.contains("true")) {
      return ImmutableList.of("\"" + expression + "\" never " + holds);
    }
    return possible.contains("false")
        ? ImmutableList.of()
        : ImmutableList.of("\"" + expression + "\" always holds");
  }

  private ImmutableList<String> choice(Node.Switch choice) {
    var expression = choice.question().expression();
    var cases = choice.cases().keySet();
    var possible = expression == null ? null : possible(expression, cases);
    if (possible == null) {
      return ImmutableList.of();
    }
    var never = ImmutableList.<String>builder();
    for (String each : cases) {
      if (!possible.contains(each)) {
        never.add("\"" + expression + "\" is never " + each);
      }
    }
    if (choice.otherwise() != null && cases.containsAll(possible)) {
      never.add("\"" + expression + "\" is always one of the cases");
    }
    return never.build();
  }

  private @Nullable ImmutableSet<String> possible(Expression expression, Set<String> cases) {
    return expression.possibleValues(vocabulary, constants, cases).orElse(null);
  }
}
