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
}
