package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a plan, it is read, or it is told where it is wrong. */
class PlanReaderProperties {
  private static final List<String> BITS =
      List.of(
          "&", "*", "!", "!!str ", "<<: ", "{", "}", "[", "]", ":", ": ", "-", "- ", "? ", "|", ">",
          "\"", "'", "#", "%", "@", "`", ",", "\\", "\\u", "\\ud800", "\t", "\n", "\r", "\r\n",
          "---\n", "...\n", "\u0000", "\u0085", "\u2028", "\u202e", "\ufeff", "\ud83d", "🔥", "é",
          "null", "true", "1e9", ".inf", "  ");

  @Property(tries = 1_000)
  void yaml_is_read_or_told_where_it_is_wrong(@ForAll("changes") List<UnaryOperator<String>> all) {
    check("plan.yaml", changed(PlanFiles.YAML, all));
  }

  @Property(tries = 1_000)
  void json_is_read_or_told_where_it_is_wrong(@ForAll("changes") List<UnaryOperator<String>> all) {
    check("plan.json", changed(PlanFiles.JSON, all));
  }

  @Property(tries = 500)
  void any_text_is_read_or_told_where_it_is_wrong(@ForAll("texts") String text) {
    check("plan.yaml", text);
    check("plan.json", text);
  }

  /** States the law: a plan, or problems in the order of the file, each at a place within it. */
  private static void check(String name, String text) {
    try {
      assertThat(PlanReader.read(name, text).title()).isNotBlank();
    } catch (PlanFileException e) {
      assertThat(e.problems()).isNotEmpty();
      var lines = text.split("\r\n|\r|\n", -1);
      var last = 1;
      for (LocatedProblem problem : e.problems()) {
        assertThat(problem.line()).isBetween(last, lines.length);
        assertThat(problem.column()).isBetween(1, lines[problem.line() - 1].length() + 2);
        assertThat(problem.message()).isNotBlank().doesNotContain("\n").hasSizeLessThan(600);
        last = problem.line();
      }
    }
  }

  private static String changed(String text, List<UnaryOperator<String>> changes) {
    var changed = text;
    for (UnaryOperator<String> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  @Provide
  Arbitrary<List<UnaryOperator<String>>> changes() {
    var place = Arbitraries.integers().between(0, 3_000);
    var bit = Arbitraries.of(BITS);
    Arbitrary<UnaryOperator<String>> insert =
        Combinators.combine(place, bit).as((at, what) -> text -> splice(text, at, 0, what));
    Arbitrary<UnaryOperator<String>> replace =
        Combinators.combine(place, bit).as((at, what) -> text -> splice(text, at, 1, what));
    Arbitrary<UnaryOperator<String>> delete =
        Combinators.combine(place, Arbitraries.integers().between(1, 30))
            .as((at, length) -> text -> splice(text, at, length, ""));
    Arbitrary<UnaryOperator<String>> move =
        Combinators.combine(place, place).as((from, to) -> text -> moveLine(text, from, to));
    return Arbitraries.oneOf(List.of(insert, replace, delete, move))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Arbitraries.of(BITS), Arbitraries.of("a", "b: c", "plan", "x"))
        .list()
        .ofMaxSize(40)
        .map(Joiner.on("")::join);
  }

  private static String splice(String text, int at, int length, String with) {
    var start = text.isEmpty() ? 0 : at % text.length();
    var end = Math.min(text.length(), start + length);
    return text.substring(0, start) + with + text.substring(end);
  }

  private static String moveLine(String text, int from, int to) {
    var lines = new ArrayList<>(Splitter.on('\n').splitToList(text));
    var line = lines.remove(from % lines.size());
    lines.add(to % (lines.size() + 1), line);
    return Joiner.on('\n').join(lines);
  }
}
