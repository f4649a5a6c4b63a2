package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an expression: its value is true or false, a number, a text, or not known (null). */
sealed interface Term {
  /** Returns where it stands in the text, from 1. */
  int column();

  /** Returns what values it has, null if what is wrong with it was told. */
  @Nullable Kind kind(Checking checking);

  /** Returns its value. */
  @Nullable Object value(Facts facts);

  /** Returns the words that its values are, in their order; null if that is not how they are. */
  default @Nullable ImmutableList<String> order(Facts facts) {
    return null;
  }

  /** What an expression is checked against, and what is found. */
  record Checking(Vocabulary vocabulary, List<ExpressionProblem> problems) {
    @Nullable Kind wrong(int column, String message) {
      problems.add(new ExpressionProblem(column, message));
      return null;
    }

    void mustBe(Kind kind, Term term) {
      var found = term.kind(this);
      if (found != null && !found.equals(kind)) {
        wrong(term.column(), "expected " + kind.name() + ", but this is " + found.name());
      }
    }
  }

  /** A value that is written down. */
  record Constant(int column, Object constant) implements Term {
    @Override
    public Kind kind(Checking checking) {
      return constant instanceof Boolean
          ? Kind.FLAG
          : constant instanceof Long ? Kind.NUMBER : Kind.TEXT;
    }

    @Override
    public Object value(Facts facts) {
      return constant;
    }
  }

  /** Something of the incident. */
  record Name(int column, Known known, String argument) implements Term {
    @Override
    public @Nullable Kind kind(Checking checking) {
      var arguments = known.arguments();
      return arguments == null || arguments.contains(argument)
          ? known.kind(checking.vocabulary)
          : checking.wrong(
              column, "no '" + argument + "' for " + known.word() + ", expected " + arguments);
    }

    @Override
    public @Nullable Object value(Facts facts) {
      return known.value(facts, argument);
    }

    @Override
    public @Nullable ImmutableList<String> order(Facts facts) {
      return known.order(facts);
    }
  }

  /** A variable; what is written in it is read as a number or a flag where it looks like one. */
  record Named(int column, String name) implements Term {
    @Override
    public @Nullable Kind kind(Checking checking) {
      var variables = checking.vocabulary.variables();
      var type = variables.get(name);
      return type == null
          ? checking.wrong(
              column, "no variable $" + name + " in this playbook, which has " + variables.keySet())
          : Kind.of(type);
    }

    @Override
    public @Nullable Object value(Facts facts) {
      return facts.variable(name);
    }
  }

  /** The opposite. */
  record Not(int column, Term of) implements Term {
    @Override
    public Kind kind(Checking checking) {
      checking.mustBe(Kind.FLAG, of);
      return Kind.FLAG;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      var value = Values.flag(of.value(facts));
      return value == null ? null : !value;
    }
  }

  /**
   * All or one of several; what decides alone does so although others are not known.
   *
   * @param all whether all must hold, and not only one
   */
  record Several(int column, boolean all, ImmutableList<Term> of) implements Term {
    @Override
    public Kind kind(Checking checking) {
      of.forEach(each -> checking.mustBe(Kind.FLAG, each));
      return Kind.FLAG;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      boolean known = true;
      for (Term each : of) {
        var value = Values.flag(each.value(facts));
        if (value == null) {
          known = false;
        } else if (value != all) {
          return value;
        }
      }
      return known ? all : null;
    }
  }

  /** A comparison of two. */
  record Compared(int column, String how, Term left, Term right) implements Term {
    @Override
    public @Nullable Kind kind(Checking checking) {
      var one = left.kind(checking);
      var other = right.kind(checking);
      if (one == null || other == null) {
        return null;
      }
      if (!one.fits(other)) {
        return checking.wrong(column, "cannot compare " + one.name() + " with " + other.name());
      }
      if (!Values.isEquality(how) && !one.ordered() && !other.ordered()) {
        return checking.wrong(column, "of " + one.name() + ", none comes before another");
      }
      checkWord(one, right, checking);
      checkWord(other, left, checking);
      return Kind.FLAG;
    }

    static void checkWord(Kind kind, Term term, Checking checking) {
      if (term instanceof Constant constant
          && constant.constant instanceof String word
          && !kind.has(word)) {
        checking.wrong(term.column(), "'" + word + "' is not " + kind.expected());
      }
    }

    @Override
    public @Nullable Object value(Facts facts) {
      var order = left.order(facts);
      return Values.compare(
          left.value(facts), how, right.value(facts), order == null ? right.order(facts) : order);
    }
  }

  /** Whether a value is one of several. */
  record Among(int column, Term term, ImmutableList<Constant> values) implements Term {
    @Override
    public @Nullable Kind kind(Checking checking) {
      var kind = term.kind(checking);
      if (kind == null) {
        return null;
      }
      for (Constant value : values) {
        var found = value.kind(checking);
        if (!kind.fits(found)) {
          checking.wrong(
              value.column(), "expected " + kind.name() + ", but this is " + found.name());
        }
        Compared.checkWord(kind, value, checking);
      }
      return Kind.FLAG;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      var found = term.value(facts);
      boolean known = true;
      for (Constant value : values) {
        var same = Values.compare(found, "=", value.constant, null);
        if (same == null) {
          known = false;
        } else if (same) {
          return true;
        }
      }
      return known ? false : null;
    }
  }
}
