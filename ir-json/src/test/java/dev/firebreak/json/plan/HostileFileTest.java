package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of files that are no plan at all, by accident or by intent. */
class HostileFileTest {
  @ParameterizedTest(name = "{1}")
  @MethodSource
  void refuses_yaml_with(String yaml, String expected) {
    assertThat(PlanFiles.problemsOf(yaml)).contains(expected);
  }

  static Stream<Arguments> refuses_yaml_with() {
    return Stream.of(
        arguments("", "1:1: the file is empty, expected a plan"),
        arguments("# nothing\n", "1:1: the file is empty, expected a plan"),
        arguments("x", "1:1: the plan is \"x\", expected an object with the fields of a plan"),
        arguments("[]", "1:1: the plan is a list, expected an object with the fields of a plan"),
        arguments("plan: &a p", "1:7: a plan has no YAML anchors, expected the value"),
        arguments("&a plan: p", "1:1: a plan has no YAML anchors, expected the value"),
        arguments("a: &a {b: c}", "1:4: a plan has no YAML anchors, expected the value"),
        arguments("a: &a [b]", "1:4: a plan has no YAML anchors, expected the value"),
        arguments("a: *b", "1:4: a plan has no YAML aliases, expected the value written out"),
        arguments("*b : a", "1:1: a plan has no YAML aliases, expected the value written out"),
        arguments("a: !!str b", "1:4: a plan has no YAML tags, expected the value"),
        arguments("!!str a: b", "1:1: a plan has no YAML tags, expected the value"),
        arguments("a: ! b", "1:4: a plan has no YAML tags, expected the value"),
        arguments("a: !!str", "1:4: a plan has no YAML tags, expected the value"),
        arguments("a: !!binary aGk=", "1:4: a plan has no YAML tags, expected the value"),
        arguments("a: !!binary '%'", "1:4: a plan has no YAML tags, expected the value"),
        arguments(
            "a: !!javax.script.ScriptEngineManager []",
            "1:4: a plan has no YAML tags, expected the value"),
        arguments(
            "<<: {plan: p}", "1:1: a plan has no merge keys, expected the fields written out"),
        arguments("plan: p\nplan: q", "2:1: field \"plan\" is there twice, first on line 1"),
        arguments("? [a]\n: b", "1:3: not YAML: a field name must be text"),
        arguments("a: b\n---\nc: d", "3:1: there is more after the end of the plan"),
        arguments(
            "a: b\n...\nc: d",
            "3:1: not YAML: expected '<document start>', but found '<block mapping start>'"),
        arguments("%YAML 1.1\n---\na: b", "1:1: a plan has no YAML directives"),
        arguments("# c\n\n%TAG ! x\n---\na: b", "3:1: a plan has no YAML directives"),
        arguments("a:\n\tb: c", "2:1: a tab cannot indent YAML, expected spaces"),
        arguments("a: b: c", "1:5: not YAML: mapping values are not allowed here"),
        arguments("a: 'x", "1:6: not YAML: found unexpected end of stream"),
        arguments("a: @x", "1:4: not YAML: found character '@' that cannot start any token"),
        arguments(
            "🔥: [🔥, *b", "1:10: a plan has no YAML aliases, expected the value written out"),
        arguments("a: x\u0000", "1:5: the text holds the invisible character U+0000"),
        arguments("a: x\r\nb: \u202ex", "2:4: the text holds the invisible character U+202E"),
        arguments("a: x\rb: \u2028x", "2:4: the text holds the invisible character U+2028"),
        arguments("a: x\ufeff", "1:5: the text holds the invisible character U+FEFF"),
        arguments("a: \ud83dx", "1:4: the text holds half a character (U+D83D)"),
        arguments("a: \udd25x", "1:4: the text holds half a character (U+DD25)"),
        arguments("a: x\ud83d", "1:5: the text holds half a character (U+D83D)"),
        arguments("plan: \"\\0\"", "1:7: \"plan\" holds the invisible character U+0000"),
        arguments("\"\\u202e\": 1", "1:1: field name holds the invisible character U+202E"),
        arguments("a: " + "x".repeat(16_382), "1:1: the line has more than 16384 characters"),
        arguments(
            "a: |\n" + "  xxxxxxx\n".repeat(2_049), "1:4: \"a\" has more than 16384 characters"),
        arguments("{a: ".repeat(33), "1:129: values are nested more than 32 deep"),
        arguments("[".repeat(10_000), "1:33: values are nested more than 32 deep"),
        arguments("[" + "0,\n".repeat(10_001), "10000:1: there are more than 10000 values"),
        arguments(
            "#".repeat(100) + "\n" + " ".repeat(262_144),
            "1:1: the text has more than 262144 characters"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void refuses_json_with(String json, String expected) {
    assertThat(PlanFiles.problemsOfJson(json)).contains(expected);
  }

  static Stream<Arguments> refuses_json_with() {
    return Stream.of(
        arguments("", "1:1: the file is empty, expected a plan"),
        arguments("[1]", "1:1: the plan is a list, expected an object with the fields of a plan"),
        arguments(
            "{\"plan\":1,\"plan\":2}", "1:11: field \"plan\" is there twice, first on line 1"),
        arguments(
            "{\n\"a\": \"&x\", \"<<\": 1}",
            "2:12: unknown field \"<<\", expected one of plan, version, title, approach, reviewed,"
                + " reviewWithin, approvals, roles, severity, playbooks, communications,"
                + " calendars, obligations, serviceLevels, escalation, recovery, correlation, actions,"
                + " commands, policies and 23 more"),
        arguments("{} {}", "1:4: there is more after the end of the plan"),
        arguments("{}}", "1:3: not JSON: Unexpected close marker '}': no open Object to close"),
        arguments("{\"plan\": NaN}", "1:13: not JSON: Non-standard token 'NaN'"),
        arguments(
            "{\"plan\": 01}", "1:11: not JSON: Invalid numeric value: Leading zeroes not allowed"),
        arguments(
            "{\"plan\": \"x\n\"}",
            "1:12: not JSON: Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped"
                + " using backslash to be included in string value"),
        arguments(
            "/* c */ {}",
            "1:1: not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?"),
        arguments(
            "{\"plan\": 1",
            "1:11: not JSON: Unexpected end-of-input: expected close marker for Object"),
        arguments("{\"plan\": \"\\ud800\"}", "1:10: \"plan\" holds half a character (U+D800)"),
        arguments("{\"plan\": \"\\u202e\"}", "1:10: \"plan\" holds the invisible character U+202E"),
        arguments("{\"\\u0000\": 1}", "1:2: field name holds the invisible character U+0000"),
        arguments(
            "{\"version\": 1e999999999}",
            "1:13: \"version\" is the number 1e999999999, expected text: put it in quotes"),
        arguments(
            "{\"plan\": \"" + "x".repeat(16_385) + "\"}",
            "1:10: \"plan\" has more than 16384 characters"),
        arguments(
            "{\"plan\": " + "9".repeat(16_385) + "}",
            "1:10: \"plan\" has more than 16384 characters"),
        arguments("{\"a\":".repeat(50_000), "1:161: values are nested more than 32 deep"),
        arguments("[" + "0,".repeat(10_001) + "0]", "1:20000: there are more than 10000 values"));
  }

  @Test
  void reads_the_longest_line_and_the_longest_value() {
    var line = "approach: " + "x".repeat(Source.LONGEST_VALUE - 11) + "\n";
    assertThat(PlanFiles.problemsOf(PlanFiles.least(line))).isEmpty();

    var value = "approach: |\n" + "  xxxxxxx\n".repeat(Source.LONGEST_VALUE / 8);
    assertThat(PlanFiles.problemsOf(PlanFiles.least(value))).isEmpty();
  }

  @Test
  void reads_the_deepest_nesting_and_finds_only_what_is_unknown() {
    assertThat(PlanFiles.problemsOf("a: " + "[".repeat(31) + "]".repeat(31)))
        .noneMatch(problem -> problem.contains("nested"));
    assertThat(PlanFiles.problemsOf("a: " + "[".repeat(32) + "]".repeat(32)))
        .anyMatch(problem -> problem.contains("nested"));
  }

  @Test
  void does_not_expand_a_billion_laughs() {
    var yaml =
        """
        a: &a [lol, lol]
        b: &b [*a, *a]
        c: &c [*b, *b]
        d: [*c, *c]
        """;

    assertThat(PlanFiles.problemsOf(yaml))
        .filteredOn(problem -> problem.contains("YAML"))
        .extracting(problem -> problem.replaceAll(",.*", ""))
        .containsExactly(
            "1:4: a plan has no YAML anchors",
            "2:4: a plan has no YAML anchors",
            "2:8: a plan has no YAML aliases",
            "2:12: a plan has no YAML aliases",
            "3:4: a plan has no YAML anchors",
            "3:8: a plan has no YAML aliases",
            "3:12: a plan has no YAML aliases",
            "4:5: a plan has no YAML aliases",
            "4:9: a plan has no YAML aliases");
  }

  @Test
  void tells_every_place_of_what_cannot_be_seen() {
    assertThat(PlanFiles.problemsOf("a\u0000\n\u2066b\u202e"))
        .extracting(problem -> problem.replaceAll(": .*", ""))
        .containsExactly("1:2", "2:1", "2:3");
    assertThat(PlanFiles.problemsOf("\u0000".repeat(2_000))).hasSize(Problems.MOST);
  }

  @ParameterizedTest
  @CsvSource({"stpes, steps", "step, steps", "Steps, steps", "titles, title", "i_d, id"})
  void finds_the_word_that_was_meant(String word, String meant) {
    assertThat(Words.nearest(word, java.util.List.of("id", "title", "categories", "steps")))
        .contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"name", "x", "stairs-to-climb", "01234567890123456789012345678901234567890"})
  void suggests_nothing_that_is_far(String word) {
    var long41 = "01234567890123456789012345678901234567891";
    assertThat(Words.nearest(word, java.util.List.of("title", "categories", "steps", long41)))
        .isEmpty();
  }

  @Test
  void shows_only_the_start_of_a_text_on_one_line_and_whole_characters() {
    assertThat(Words.quote("a\n\u202eb\u0000")).isEqualTo("\"a ?b?\"");
    assertThat(Words.quote("x".repeat(41))).isEqualTo("\"" + "x".repeat(40) + "…\"");
    assertThat(Words.quote("x".repeat(39) + "🔥")).isEqualTo("\"" + "x".repeat(39) + "…\"");
  }
}
