package dev.firebreak.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Vocabulary WORDS =
      new Vocabulary(
          KnownFacts.LEVELS,
          ImmutableMap.of(
              "vip", Variable.Type.FLAG,
              "tries", Variable.Type.NUMBER,
              "ticket", Variable.Type.TEXT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | column 1: expected a fact, a variable, a number or a text in single quotes, but found the end",
        "severity >= | column 12: expected a fact, a variable, a number or a text in single quotes, but found the end",
        "severity >= high | column 13: expected one of the facts [severity, category, isOf, phase, verdict, assets, assetsBelow, observables, evidence, hasEvidence, dataRecords, dataPersons], but found high",
        "severity 'high' | column 10: expected and, or, or the end, but found 'high'",
        "assets > 1 2 | column 12: expected and, or, or the end, but found 2",
        "category = 'x | column 12: the text that starts here has no closing '",
        "(assets > 1 | column 12: expected ), but found the end",
        "assets(host) | column 8: expected a text in single quotes, but found host",
        "hasEvidence | column 12: expected (, but found the end",
        "category in () | column 14: expected a number, true, false, or a text in single quotes, but found )",
        "$ = 1 | column 1: expected the name of a variable after $",
        "assets > 9223372036854775808 | column 10: the number is too large",
        "assets > 1; | column 11: unexpected ;",
        "assets \u00bb 1 | column 8: unexpected U+00BB",
        "a.b() | column 2: unexpected .",
        "1 < 2 < 3 | column 7: expected and, or, or the end, but found <"
      })
  void refuses_what_is_no_expression_and_tells_where(String text, String message) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(message);
  }

  @Test
  void refuses_what_is_too_tooLongor_too_deep() {
    var nested = "(".repeat(33) + "true" + ")".repeat(33);
    var tooLong = "true or ".repeat(125) + "true";

    assertThatThrownBy(() -> Expression.parse(nested))
        .hasMessage("column 33: nested more than 32 deep");
    assertThatThrownBy(() -> Expression.parse("not ".repeat(33) + "true"))
        .hasMessage("column 129: nested more than 32 deep");
    assertThatThrownBy(() -> Expression.parse(tooLong))
        .hasMessage("column 1001: longer than 1000 characters");
    assertThat(holds(nested.substring(1, nested.length() - 1), KnownFacts.NONE)).isTrue();
    assertThat(holds(tooLong.substring(8), KnownFacts.NONE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "severity | column 1: expected true or false, but this is a severity",
        "severity = 'hihg' | column 12: 'hihg' is not a severity (low, medium, high)",
        "'hihg' = severity | column 1: 'hihg' is not a severity (low, medium, high)",
        "phase in ('containment', 'later') | column 26: 'later' is not a phase (preparation, identification, containment, eradication, recovery, post-incident)",
        "severity > 2 | column 10: cannot compare a severity with a number",
        "severity = phase | column 10: cannot compare a severity with a phase",
        "assets = 'many' | column 8: cannot compare a number with text",
        "assets in (1, 'two') | column 15: expected a number, but this is text",
        "category < 'x' | column 10: of text, none comes before another",
        "verdict > 'true-positive' | column 9: of a verdict, none comes before another",
        "not assets | column 5: expected true or false, but this is a number",
        "true and (1 or false) | column 11: expected true or false, but this is a number",
        "$vop | column 1: no variable $vop in this playbook, which has [vip, tries, ticket]",
        "$ticket > 4 | column 9: cannot compare text with a number",
        "assetsBelow('clean') > 0 | column 1: no 'clean' for assetsBelow, expected [affected, contained, eradicated, restored, verified]"
      })
  void tells_what_makes_no_sense_and_where(String text, String problem) {
    assertThat(Expression.parse(text).conditionProblems(WORDS))
        .extracting(ExpressionProblem::toString)
        .containsExactly(problem);
  }

  @Test
  void tells_everything_that_makes_no_sense_at_once() {
    assertThat(Expression.parse("$a and severity = 'x' or assets").conditionProblems(WORDS))
        .extracting(ExpressionProblem::column)
        .containsExactly(1, 19, 26);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity >= 'medium'",
        "'medium' < severity",
        "severity in ('low', 'high')",
        "not severity < 'high'",
        "category = 'ransomware' and isOf('malicious-code')",
        "category != 'it''s'",
        "phase > 'identification' and phase <= 'containment'",
        "verdict = 'true-positive'",
        "assets = 3 and assets('host') >= 3 and assets('account') = 0",
        "assetsBelow('contained') > 0",
        "observables > -5",
        "evidence = 2 and hasEvidence('e-1') and not hasEvidence('e-9')",
        "dataRecords > 100",
        "$vip and $vip = true and $vip in (true)",
        "$tries > 5 and $tries in (7)",
        "$ticket = 'T-1'",
        "false or true and not false",
        "not (true and false)",
        "dataPersons > 5 or true",
        "not (dataPersons > 5 and false)"
      })
  void holds_and_makes_sense(String text) {
    assertThat(Expression.parse(text).conditionProblems(WORDS)).isEmpty();
    assertThat(holds(text, KnownFacts.ALL)).isTrue();
    assertThat(holds("not (" + text + ")", KnownFacts.ALL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity >= 'low'",
        "severity != 'low'",
        "severity in ('low')",
        "category = 'x'",
        "isOf('x')",
        "dataRecords > 0",
        "$vip",
        "$tries < 5",
        "not $vip",
        "$vip and true",
        "$vip or false"
      })
  void never_counts_what_is_not_known_as_true_or_false(String text) {
    assertThat(holds(text, KnownFacts.NONE)).isNull();
  }

  @Test
  void chooses_among_cases_by_its_value() {
    var severity = Expression.parse("severity");

    assertThat(severity.choiceProblems(WORDS, ImmutableSet.of("low", "high"))).isEmpty();
    assertThat(severity.choiceProblems(WORDS, ImmutableSet.of("low", "worst")))
        .extracting(ExpressionProblem::message)
        .containsExactly("'worst' is not a severity (low, medium, high)");
    assertThat(Expression.parse("$tries").choiceProblems(WORDS, ImmutableSet.of("many")))
        .extracting(ExpressionProblem::message)
        .containsExactly("'many' is not a number");
    assertThat(Expression.parse("$vip").choiceProblems(WORDS, ImmutableSet.of("true"))).isEmpty();
    assertThat(Expression.parse("$x").choiceProblems(WORDS, ImmutableSet.of())).hasSize(1);
    assertThat(severity.value(KnownFacts.ALL)).isEqualTo("high");
    assertThat(severity.value(KnownFacts.NONE)).isNull();
    assertThat(Expression.parse("assets").value(KnownFacts.ALL)).isEqualTo("3");
  }

  @Test
  void is_equal_to_another_of_the_same_text() {
    assertThat(Expression.parse("true"))
        .isEqualTo(Expression.parse("true"))
        .hasSameHashCodeAs(Expression.parse("true"))
        .isNotEqualTo(Expression.parse("false"))
        .isNotEqualTo("true")
        .hasToString("true");
  }

  @Test
  void a_variable_takes_values_of_its_type_only() {
    assertThatThrownBy(() -> new Variable("n", Variable.Type.NUMBER, "many", false, false))
        .hasMessage("$n takes no many");
    assertThatThrownBy(() -> new Variable("a b", Variable.Type.TEXT, null, false, false))
        .hasMessage("variable must be 1..128 letters, digits or _ . - but was a b");
    assertThat(Variable.Type.FLAG.takes("yes")).isFalse();
    assertThat(Variable.Type.FLAG.takes("false")).isTrue();
    assertThat(Variable.Type.TEXT.takes("")).isTrue();
  }

  private static Boolean holds(String text, Facts facts) {
    return Expression.parse(text).holds(facts);
  }
}
