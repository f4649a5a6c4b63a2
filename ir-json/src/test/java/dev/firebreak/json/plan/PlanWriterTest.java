package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.testkit.SeededIncidents;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is written is read as the same plan, and is written so again. */
class PlanWriterTest {
  private static ResponsePlan.Builder plan() {
    var matrix = SeverityMatrix.ofNistScales();
    return ResponsePlan.builder("p", "1").title("T").severity(matrix, matrix.levels().get(2));
  }

  @Test
  void refuses_a_text_that_no_file_may_hold() {
    assertRefused(plan().title("x\u202ey").build(), "invisible character U+202E");
    assertRefused(plan().title(" x ").build(), "would be another one");
  }

  @Test
  void refuses_a_time_that_no_file_may_hold() {
    assertRefused(plan().reviewWithin(Duration.ofDays(4_000)).build(), "expected a duration");
  }

  @Test
  void refuses_two_calendars_of_one_name() {
    assertRefused(
        plan().obligations(duty("a", "Europe/Berlin"), duty("b", "Europe/Paris")).build(),
        "would be another one");
  }

  private static Obligation duty(String id, String zone) {
    var utc = BusinessCalendar.UTC;
    return Obligation.builder(id)
        .starts(Milestone.OPENED)
        .ends(Milestone.DECLARED)
        .within(new Period.Days(1))
        .calendar(
            new BusinessCalendar("office", ZoneId.of(zone), utc.weekend(), ImmutableSet.of(), null))
        .build();
  }

  @Test
  void refuses_a_plan_that_is_too_large() {
    var definitions =
        IntStream.range(0, 20)
            .mapToObj(i -> new Definition("term " + i, "x".repeat(16_000)))
            .toArray(Definition[]::new);
    assertRefused(plan().definitions(definitions).build(), "more than 262144");
  }

  private static void assertRefused(ResponsePlan plan, String because) {
    for (PlanFormat format : PlanFormat.values()) {
      assertThatThrownBy(() -> PlanWriter.write(plan, format))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(because);
    }
  }

  @Test
  void leaves_out_what_is_as_usual() {
    assertThat(PlanWriter.write(plan().build(), PlanFormat.YAML))
        .isEqualTo(
            """
            plan: p
            version: "1"
            title: T
            roles: {}
            severity:
              levels: [low, medium, high, critical]
              majorFrom: high
              matrix: nist-scales
            playbooks: []
            """);
    assertThat(PlanWriter.write(plan().build(), PlanFormat.JSON))
        .startsWith("{\n  \"plan\": \"p\",\n  \"version\": \"1\",\n  \"title\": \"T\",\n");
  }

  @ParameterizedTest
  @EnumSource
  void writes_the_fixture_as_the_same_plan(PlanFormat format) {
    var plan = PlanReader.read("full.yaml", PlanFiles.YAML);
    assertThat(PlanReader.read("plan", PlanWriter.write(plan, format), format)).isEqualTo(plan);
  }

  @Test
  void writes_texts_in_the_plainest_form_that_every_reader_takes_for_a_text() {
    assertThat(title("Call the desk (day and night)")).isEqualTo("Call the desk (day and night)");
    assertThat(title("one\ntwo\n\n  three")).isEqualTo("|-\n  one\n  two\n\n    three");
    assertThat(title("a: b")).isEqualTo("\"a: b\"");
    assertThat(title("a #b")).isEqualTo("\"a #b\"");
    assertThat(title("No")).isEqualTo("\"No\"");
    assertThat(title("2026-09-30")).isEqualTo("2026-09-30");
    assertThat(title("1e5")).isEqualTo("\"1e5\"");
  }

  private static String title(String text) {
    var yaml = PlanWriter.write(plan().title(text).build(), PlanFormat.YAML);
    return yaml.substring(yaml.indexOf("title: ") + 7, yaml.indexOf("\nroles"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "?",
        "- x",
        "? x",
        "| x",
        "> x",
        "& x",
        "*x",
        "!x",
        "%x",
        "@x",
        "`x",
        "'x'",
        "\"x\"",
        "#x",
        "x:",
        ":x",
        "{x",
        "[x",
        "]",
        "}",
        ",",
        "~",
        "null",
        "Null",
        "true",
        "on",
        "0x10",
        "010",
        "1_000",
        "12:30:45",
        ".inf",
        ".nan",
        "...",
        "---",
        "<<",
        "=",
        "x\ty",
        "x\n\ty",
        "x\r\ny",
        "x\n#y",
        "x \ny",
        "é",
        "🔥",
        "a  b",
        "x\\",
        "$x",
        "x\n---\ny"
      })
  void reads_any_text_that_it_writes(String text) {
    var plan = plan().title(text).approach("First " + text).build();
    for (PlanFormat format : PlanFormat.values()) {
      assertThat(PlanReader.read("plan", PlanWriter.write(plan, format), format)).isEqualTo(plan);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", " y", "🔥", "é \\\" ", "\n  z", "\"'#: "})
  void reads_the_longest_text_that_it_writes(String piece) {
    var text = "a" + piece.repeat(16_382 / piece.length()) + "z";
    var plan = plan().title(text).build();
    for (PlanFormat format : PlanFormat.values()) {
      assertThat(PlanReader.read("plan", PlanWriter.write(plan, format), format)).isEqualTo(plan);
    }
  }

  @Property(tries = 100)
  void a_plan_that_is_written_is_read_as_the_same_plan(@ForAll long seed) {
    var plan = SeededIncidents.of(seed).nextDocument();
    for (PlanFormat format : PlanFormat.values()) {
      var text = PlanWriter.write(plan, format);
      var read = PlanReader.read("plan", text, format);
      assertThat(read).isEqualTo(plan);
      assertThat(PlanWriter.write(read, format)).isEqualTo(text);
    }
  }

  @Example
  void seeded_plans_fill_every_field() {
    var seen = new HashSet<String>();
    for (long seed = 0; seed < 60; seed++) {
      PlanForm.FIELDS
          .write(SeededIncidents.of(seed).nextDocument())
          .properties()
          .forEach(field -> seen.add(field.getKey()));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(PlanForm.FIELDS.names());
  }
}
