package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about an incident that a machine can answer, such as {@code severity >= 'high' and
 * assets('host') > 3}.
 *
 * <p>It compares facts, variables ({@code $name}), numbers, {@code true} and {@code false}, and
 * texts in single quotes with {@code = != < <= > >=} and {@code in (…)}, joined by {@code and},
 * {@code or}, {@code not} and brackets. The facts are {@code severity}, {@code category}, {@code
 * isOf('class')}, {@code phase}, {@code verdict}, {@code assets}, {@code assets('kind')}, {@code
 * assetsBelow('state')}, {@code observables}, {@code evidence}, {@code hasEvidence('id')}, {@code
 * dataRecords} and {@code dataPersons}. There is nothing else: no loops, no calls, no arithmetic.
 *
 * <p>Every expression has an answer at once. Where a value is not known the answer is not known
 * either, unless the rest decides alone: {@code A and B} is false as soon as one is.
 *
 * <p>Immutable; equal to another of the same text.
 */
public final class Expression {
  /** The longest text of an expression. */
  public static final int MAX_LENGTH = 1_000;

  /** How deep brackets and {@code not} may be nested. */
  public static final int MAX_DEPTH = 32;

  private final String text;
  private final Term term;

  private Expression(String text, Term term) {
    this.text = text;
    this.term = term;
  }

  /**
   * Returns the expression that the text is.
   *
   * @throws ExpressionException if it is none
   */
  public static Expression parse(String text) {
    return new Expression(text, ExpressionParser.parse(text));
  }

  /** Returns what makes no sense in it as a condition; empty if all does. */
  public ImmutableList<ExpressionProblem> conditionProblems(Vocabulary vocabulary) {
    List<ExpressionProblem> problems = new ArrayList<>();
    new Term.Checking(vocabulary, problems).mustBe(Kind.FLAG, term);
    return ImmutableList.copyOf(problems);
  }

  /**
   * Returns what makes no sense in it as a choice between cases; empty if all does.
   *
   * @param cases the values for which something is to be done
   */
  public ImmutableList<ExpressionProblem> choiceProblems(Vocabulary vocabulary, Set<String> cases) {
    List<ExpressionProblem> problems = new ArrayList<>();
    var checking = new Term.Checking(vocabulary, problems);
    var kind = term.kind(checking);
    if (kind != null) {
      for (String value : cases) {
        if (!isOf(kind, value)) {
          checking.wrong(term.column(), "'" + value + "' is not " + kind.expected());
        }
      }
    }
    return ImmutableList.copyOf(problems);
  }

  private static boolean isOf(Kind kind, String value) {
    return kind.equals(Kind.NUMBER)
        ? Variable.Type.NUMBER.takes(value)
        : kind.equals(Kind.FLAG) ? Variable.Type.FLAG.takes(value) : kind.has(value);
  }

  /**
   * Returns the values that it may come to in some incident, written as text; empty if there is too
   * much to try out.
   *
   * <p>A value that is not among them never comes. Facts that depend on one another are taken as if
   * they did not, so that one which is among them need not come either.
   *
   * @param constants the values of variables that nobody changes, by name
   * @param cases the values for which something is to be done
   */
  public Optional<ImmutableSet<String>> possibleValues(
      Vocabulary vocabulary, ImmutableMap<String, String> constants, Set<String> cases) {
    return Possible.values(term, vocabulary, constants, cases);
  }

  /** Returns whether it holds, null if that is not known. */
  public @Nullable Boolean holds(Facts facts) {
    return Values.flag(term.value(facts));
  }

  /** Returns its value, written as text; null if that is not known. */
  public @Nullable String value(Facts facts) {
    var value = term.value(facts);
    return value == null ? null : value.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expression expression && text.equals(expression.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns its text. */
  @Override
  public String toString() {
    return text;
  }
}
