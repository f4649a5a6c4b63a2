package dev.firebreak.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An expression always has an answer, and more knowledge never turns one round. */
class ExpressionProperties {
  private static final Vocabulary WORDS =
      new Vocabulary(KnownFacts.LEVELS, ImmutableMap.of("vip", Variable.Type.FLAG));

  @Property(tries = 2_000)
  void any_text_is_an_expression_or_refused_with_its_place(@ForAll("words") List<String> words) {
    var text = Joiner.on(' ').join(words);
    try {
      var expression = Expression.parse(text);
      expression.conditionProblems(WORDS);
      expression.holds(KnownFacts.NONE);
      expression.value(KnownFacts.ALL);
    } catch (ExpressionException e) {
      assertThat(e.column()).isBetween(1, text.length() + 1);
    }
  }

  @Property(tries = 1_000)
  void what_holds_while_little_is_known_holds_when_all_is(@ForAll("conditions") String text) {
    var expression = Expression.parse(text);
    var early = expression.holds(WITHOUT_LEVEL);
    assertThat(expression.conditionProblems(WORDS)).isEmpty();
    if (early != null) {
      assertThat(expression.holds(KnownFacts.ALL)).isEqualTo(early);
    }
    assertThat(expression.holds(KnownFacts.ALL)).isNotNull();
  }

  private static final KnownFacts WITHOUT_LEVEL =
      new KnownFacts(
          null,
          null,
          KnownFacts.ALL.phase(),
          null,
          KnownFacts.ALL.hosts(),
          KnownFacts.ALL.items(),
          null,
          ImmutableMap.of());

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "severity",
            "assets",
            "isOf",
            "and",
            "or",
            "not",
            "in",
            "(",
            ")",
            ",",
            "=",
            "<",
            ">=",
            "'high'",
            "'host'",
            "3",
            "$vip",
            "true",
            "false",
            "phase",
            "'",
            "!",
            "-1")
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<String> conditions() {
    var simple =
        Arbitraries.of(
            "severity >= 'medium'",
            "severity = 'low'",
            "category = 'fraud'",
            "isOf('ransomware')",
            "assets > 2",
            "dataRecords < 100",
            "verdict = 'true-positive'",
            "phase = 'containment'",
            "$vip",
            "true",
            "false");
    return Arbitraries.recursive(
        () -> simple,
        inner ->
            Arbitraries.oneOf(
                inner.map(each -> "not (" + each + ")"),
                inner.tuple2().map(two -> "(" + two.get1() + " and " + two.get2() + ")"),
                inner.tuple2().map(two -> "(" + two.get1() + " or " + two.get2() + ")")),
        0,
        4);
  }
}
