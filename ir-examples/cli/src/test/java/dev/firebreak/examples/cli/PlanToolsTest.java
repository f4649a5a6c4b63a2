package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the {@code ir} command says of plans alone. */
class PlanToolsTest {
  @TempDir private Path directory;
  private Path plan;

  @BeforeEach
  void givenAPlan() throws IOException {
    plan = Samples.plan(directory);
  }

  private Path changed(String from, String to) throws IOException {
    var text = Files.readString(plan);
    assertThat(text).contains(from);
    return Files.writeString(directory.resolve("changed.yaml"), text.replace(from, to));
  }

  @Test
  void diff_ends_with_2_when_a_plan_cannot_be_read() {
    assertThat(Run.of("diff", plan, directory.resolve("none.yaml")).exit()).isEqualTo(2);
    assertThat(Run.of("diff", plan).exit()).isEqualTo(2);
  }

  @Test
  void lint_ends_with_2_when_called_wrongly() {
    assertThat(Run.of("lint").exit()).isEqualTo(2);
    assertThat(Run.of("lint", plan, "--on", "today").exit()).isEqualTo(2);
    assertThat(Run.of("lint", directory.resolve("none.yaml")).exit()).isEqualTo(2);
  }

  @Test
  void lint_tells_what_is_weak_with_its_place_and_ends_with_1() throws IOException {
    var weak = changed("deputies: [grace]", "deputies: []");
    var run = Run.of("lint", weak, "--on", "2026-10-01");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(weak + ":17:5: WARNING FB-ROLE-NO-DEPUTY: only ada holds")
        .contains("Name a deputy who is somebody else")
        .contains("FB-EXERCISE-STALE");
    assertThat(Run.of("lint", plan, "--on", "2026-10-01").out()).doesNotContain("only ada holds");
  }

  @Test
  void diff_says_what_differs_and_ends_with_1() throws IOException {
    var run = Run.of("diff", plan, changed("deputies: [grace]", "deputies: [hopper]"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            "  - /roles/incident-manager/deputies/grace: grace",
            "  + /roles/incident-manager/deputies/hopper: hopper");
  }

  @Test
  void diff_ends_with_0_when_only_words_of_the_file_differ() throws IOException {
    var run = Run.of("diff", plan, changed("window: 1h", "window: PT60M # an hour"));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void model_writes_a_plan_that_lint_has_nothing_to_say_about() {
    var model = directory.resolve("model");
    var run = Run.of("plan", "model", model);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("plan.yaml", "ransomware.yaml");
    var lint = Run.of("lint", model.resolve("plan.yaml"), "--on", "2026-10-01");
    assertThat(lint.exit()).as(lint.out()).isZero();
    assertThat(lint.out()).contains("0 findings");
  }

  @Test
  void model_overwrites_nothing() throws IOException {
    var run = Run.of("plan", "model", directory);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is already a file").contains("plan.yaml");
    assertThat(Files.readString(plan)).contains("title: Incident response at Harbour Logistics");
    assertThat(Run.of("plan").exit()).isEqualTo(2);
  }

  @Test
  void print_ends_with_2_when_called_wrongly() {
    assertThat(Run.of("plan", "print").exit()).isEqualTo(2);
    assertThat(Run.of("plan", "print", plan, "--format", "xml").exit()).isEqualTo(2);
    assertThat(Run.of("plan", "print", directory.resolve("none.yaml")).exit()).isEqualTo(2);
  }

  @Test
  void print_writes_the_same_plan_again_in_either_format() throws IOException {
    var yaml = Run.of("plan", "print", plan);
    assertThat(yaml.exit()).isZero();
    var json = Run.of("plan", "print", plan, "--format", "json");
    assertThat(json.exit()).isZero();
    var printed = Files.writeString(directory.resolve("printed.yaml"), yaml.out());
    var other = Files.writeString(directory.resolve("printed.json"), json.out());
    assertThat(Run.of("diff", plan, printed).exit()).isZero();
    assertThat(Run.of("plan", "print", other).out()).isEqualTo(yaml.out());
  }

  @Test
  void navigator_prints_a_layer() {
    var run = Run.of("plan", "navigator", plan);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("{").contains("\"layer\": \"4.5\"").endsWith("}\n");
    assertThat(Run.of("plan", "navigator", directory.resolve("none.yaml")).exit()).isEqualTo(2);
  }
}
