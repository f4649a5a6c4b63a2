package dev.firebreak.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PossibleValuesTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          ImmutableList.of("low", "medium", "high"),
          ImmutableMap.of(
              "limit", Variable.Type.NUMBER, "flag", Variable.Type.FLAG, "x", Variable.Type.TEXT));

  private static ImmutableSet<String> possible(String text, String... cases) {
    return Expression.parse(text)
        .possibleValues(VOCABULARY, ImmutableMap.of("limit", "3"), ImmutableSet.copyOf(cases))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "1 > 2",
        "'a' = 'b'",
        "severity < 'low'",
        "phase > 'post-incident'",
        "severity = 'low' and severity = 'high'",
        "severity > 'low' and severity < 'medium'",
        "$flag and not $flag",
        "isOf('fraud') and not isOf('fraud')",
        "hasEvidence('a') != hasEvidence('a')",
        "assets < 0",
        "assets > 5 and assets < 6",
        "assets('host') > 9 and assets('host') <= 9",
        "category = 'a' and category = 'b'",
        "category in ('a', 'b') and not category in ('b', 'a')",
        "verdict = 'undetermined' and verdict = 'true-positive'",
        "$limit > 3",
        "$limit < assets and assets < 4",
        "$x = 'a' and $x = 'b'"
      })
  void knows_what_never_holds(String text) {
    assertThat(possible(text)).containsExactly("false");
    assertThat(possible("not (" + text + ")")).containsExactly("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity >= 'medium'",
        "severity > 'low' and severity < 'high'",
        "assets > 5 and assets < 7",
        "assets = 1000000",
        "assets('host') > 9 and assets('server') < 2",
        "category = 'a' and isOf('b')",
        "category != 'a'",
        "dataRecords > dataPersons",
        "$x = 'a' or $x = 'b'",
        "$flag",
        "evidence < observables and observables < assets",
        "assets > $limit"
      })
  void leaves_open_what_an_incident_decides(String text) {
    assertThat(possible(text)).containsExactlyInAnyOrder("true", "false");
  }

  @Test
  void knows_which_cases_may_come() {
    assertThat(possible("severity", "low")).containsExactly("low", "medium", "high");
    assertThat(possible("assets", "7", "-1")).contains("7").doesNotContain("-1");
    assertThat(possible("$limit", "3", "4")).containsExactly("3");
    assertThat(possible("category", "a")).contains("a").hasSizeGreaterThan(1);
  }

  @Test
  void does_not_try_out_for_ever() {
    var many =
        IntStream.range(0, 30)
            .mapToObj(i -> "isOf('c" + i + "')")
            .collect(Collectors.joining(" and "));
    assertThat(
            Expression.parse(many).possibleValues(VOCABULARY, ImmutableMap.of(), ImmutableSet.of()))
        .isEmpty();
  }
}
