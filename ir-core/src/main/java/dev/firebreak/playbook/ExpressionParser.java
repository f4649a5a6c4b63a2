package dev.firebreak.playbook;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.playbook.Term.Constant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by descent: {@code or} binds least, then {@code and}, {@code not}, = and in.
 */
final class ExpressionParser {
  private static final CharMatcher SPACE = CharMatcher.anyOf(" \t\n\r");
  private static final CharMatcher LETTER =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z')).precomputed();
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final ImmutableSet<String> COMPARISONS =
      ImmutableSet.of("=", "!=", "<", "<=", ">", ">=");

  private final List<Token> tokens;
  private int next;
  private int depth;

  /** What a text is made of. */
  private enum Sort {
    WORD,
    VARIABLE,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  private record Token(Sort sort, int column, String text) {
    boolean is(String sign) {
      return (sort == Sort.SIGN || sort == Sort.WORD) && text.equals(sign);
    }

    String told() {
      return switch (sort) {
        case WORD, NUMBER, SIGN -> text;
        case VARIABLE -> "$" + text;
        case TEXT -> "'" + text + "'";
        case END -> "the end";
      };
    }
  }

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Term parse(String text) {
    if (text.length() > Expression.MAX_LENGTH) {
      throw new ExpressionException(
          Expression.MAX_LENGTH + 1, "longer than " + Expression.MAX_LENGTH + " characters");
    }
    var parser = new ExpressionParser(tokens(text));
    var term = parser.any();
    parser.expect(Sort.END, "and, or, or the end");
    return term;
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    int at = skipSpace(text, 0);
    while (at < text.length()) {
      int end = end(text, at);
      tokens.add(token(text, at, end));
      at = skipSpace(text, end);
    }
    tokens.add(new Token(Sort.END, text.length() + 1, ""));
    return tokens;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && SPACE.matches(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Token token(String text, int at, int end) {
    char first = text.charAt(at);
    var found = text.substring(at, end);
    if (first == '\'') {
      var inner = text.substring(at + 1, end - 1).replace("''", "'");
      return new Token(Sort.TEXT, at + 1, inner);
    }
    if (first == '$') {
      return new Token(Sort.VARIABLE, at + 1, found.substring(1));
    }
    var sort = LETTER.matches(first) ? Sort.WORD : isNumber(text, at) ? Sort.NUMBER : Sort.SIGN;
    return new Token(sort, at + 1, found);
  }

  private static boolean isNumber(String text, int at) {
    char first = text.charAt(at);
    return DIGIT.matches(first)
        || (first == '-' && at + 1 < text.length() && DIGIT.matches(text.charAt(at + 1)));
  }

  /** Returns where the token that starts there ends. */
  private static int end(String text, int at) {
    char first = text.charAt(at);
    if (first == '\'') {
      return endOfText(text, at);
    }
    if (LETTER.matches(first)) {
      return endOf(LETTER.or(DIGIT), text, at);
    }
    if (isNumber(text, at)) {
      return endOf(DIGIT, text, at);
    }
    if (first == '$') {
      int end = endOf(CharMatcher.forPredicate(Variable::isInName), text, at);
      if (end == at + 1) {
        throw new ExpressionException(at + 1, "expected the name of a variable after $");
      }
      return end;
    }
    if (at + 1 < text.length() && COMPARISONS.contains(text.substring(at, at + 2))) {
      return at + 2;
    }
    if (COMPARISONS.contains(String.valueOf(first))
        || first == '('
        || first == ')'
        || first == ',') {
      return at + 1;
    }
    throw new ExpressionException(
        at + 1,
        "unexpected "
            + (CharMatcher.inRange(' ', '~').matches(first)
                ? String.valueOf(first)
                : Ascii.toUpperCase("u+" + Integer.toHexString(0x10000 + first).substring(1))));
  }

  private static int endOf(CharMatcher matcher, String text, int at) {
    int end = at + 1;
    while (end < text.length() && matcher.matches(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endOfText(String text, int at) {
    int end = text.indexOf('\'', at + 1);
    while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '\'') {
      end = text.indexOf('\'', end + 2);
    }
    if (end < 0) {
      throw new ExpressionException(at + 1, "the text that starts here has no closing '");
    }
    return end + 1;
  }

  private Term any() {
    var terms = ImmutableList.<Term>builder();
    int column = peek().column();
    do {
      terms.add(all());
    } while (takes("or"));
    return joined(column, false, terms.build());
  }

  private Term all() {
    var terms = ImmutableList.<Term>builder();
    int column = peek().column();
    do {
      terms.add(negation());
    } while (takes("and"));
    return joined(column, true, terms.build());
  }

  private static Term joined(int column, boolean all, ImmutableList<Term> terms) {
    return terms.size() == 1 ? terms.get(0) : new Term.Several(column, all, terms);
  }

  private Term negation() {
    var token = peek();
    if (!takes("not")) {
      return comparison();
    }
    deeper(token);
    var term = new Term.Not(token.column(), negation());
    depth--;
    return term;
  }

  private void deeper(Token token) {
    if (++depth > Expression.MAX_DEPTH) {
      throw new ExpressionException(
          token.column(), "nested more than " + Expression.MAX_DEPTH + " deep");
    }
  }

  private Term comparison() {
    var left = operand();
    var token = peek();
    if (token.sort() == Sort.SIGN && COMPARISONS.contains(token.text())) {
      next++;
      return new Term.Compared(token.column(), token.text(), left, operand());
    }
    return takes("in") ? new Term.Among(token.column(), left, values()) : left;
  }

  private ImmutableList<Constant> values() {
    expect("(");
    var values = ImmutableList.<Constant>builder();
    do {
      var token = take();
      var value = constant(token);
      if (value == null) {
        throw unexpected(token, "a number, true, false, or a text in single quotes");
      }
      values.add(value);
    } while (takes(","));
    expect(")");
    return values.build();
  }

  private Term operand() {
    var token = take();
    var constant = constant(token);
    if (constant != null) {
      return constant;
    }
    if (token.sort() == Sort.VARIABLE) {
      return new Term.Named(token.column(), token.text());
    }
    if (token.is("(")) {
      deeper(token);
      var inner = any();
      expect(")");
      depth--;
      return inner;
    }
    if (token.sort() != Sort.WORD) {
      throw unexpected(token, "a fact, a variable, a number or a text in single quotes");
    }
    var known = Known.BY_WORD.get(token.text());
    if (known == null) {
      throw unexpected(token, "one of the facts " + Known.BY_WORD.keySet());
    }
    return new Term.Name(token.column(), known, argument(known));
  }

  private String argument(Known known) {
    boolean given = peek().is("(");
    if (known.argument() == Known.Argument.NONE
        || (!given && known.argument() == Known.Argument.POSSIBLE)) {
      return "";
    }
    expect("(");
    var argument = expect(Sort.TEXT, "a text in single quotes").text();
    expect(")");
    return argument;
  }

  private static @Nullable Constant constant(Token token) {
    if (token.sort() == Sort.TEXT) {
      return new Constant(token.column(), token.text());
    }
    if (token.is("true") || token.is("false")) {
      return new Constant(token.column(), token.text().equals("true"));
    }
    if (token.sort() != Sort.NUMBER) {
      return null;
    }
    var number = Values.numberOf(token.text());
    if (number == null) {
      throw new ExpressionException(token.column(), "the number is too large");
    }
    return new Constant(token.column(), number);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = peek();
    if (token.sort() != Sort.END) {
      next++;
    }
    return token;
  }

  private boolean takes(String sign) {
    boolean taken = peek().is(sign);
    next += taken ? 1 : 0;
    return taken;
  }

  private void expect(String sign) {
    if (!takes(sign)) {
      throw unexpected(peek(), sign);
    }
  }

  private Token expect(Sort sort, String what) {
    var token = take();
    if (token.sort() != sort) {
      throw unexpected(token, what);
    }
    return token;
  }

  private static ExpressionException unexpected(Token token, String expected) {
    return new ExpressionException(
        token.column(), "expected " + expected + ", but found " + token.told());
  }
}
