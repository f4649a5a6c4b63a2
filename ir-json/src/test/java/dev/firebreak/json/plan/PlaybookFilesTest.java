package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans whose playbooks stand in files of their own. */
class PlaybookFilesTest {
  private static final String TWO =
      """
      id: two
      title: Two
      categories: [phishing]
      steps:
        - {id: b, phase: containment, title: B, role: boss}
      """;

  @TempDir private Path outside;
  private Path folder;
  private Path plan;

  @BeforeEach
  void givenAFolder() throws IOException {
    folder = Files.createDirectory(outside.resolve("plans"));
    plan = folder.resolve("plan.yaml");
    Files.createDirectory(folder.resolve("playbooks"));
    Files.writeString(outside.resolve("two.yaml"), TWO);
  }

  private void plan(String file) throws IOException {
    Files.writeString(plan, PlanFiles.least("  - " + file + "\n"));
  }

  private List<String> problems() {
    var thrown = catchThrowableOfType(PlanFileException.class, () -> PlanReader.read(plan));
    return thrown == null
        ? List.of()
        : thrown.problems().stream()
            .map(problem -> problem.toString().replace(folder.toString(), "plans"))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../two.yaml",
        "/two.yaml",
        "playbooks/../../two.yaml",
        "playbooks/two.txt",
        "'C:\\two.yaml'",
        "'two.yaml '",
        "none.yaml",
        "playbooks"
      })
  void reads_no_file_that_is_not_a_playbook_below_the_folder(String name) throws IOException {
    plan(name);
    assertThat(problems()).singleElement().asString().startsWith("plans/plan.yaml:17:5: item 2");
  }

  @Test
  void follows_no_link_out_of_the_folder() throws IOException {
    Files.createSymbolicLink(folder.resolve("two.yaml"), outside.resolve("two.yaml"));
    plan("two.yaml");
    assertThat(problems()).singleElement().asString().contains("no file below the plan's folder");
  }

  @Test
  void reads_no_file_for_a_plan_that_is_none() {
    assertThat(PlanFiles.problemsOf(PlanFiles.least("  - playbooks/two.yaml\n")))
        .singleElement()
        .asString()
        .endsWith("only a plan that is a file can name others");
  }

  @Test
  void tells_what_is_wrong_in_which_file() throws IOException {
    plan("playbooks/two.yaml");
    var text = TWO.replace("role: boss", "role: bos").replace("title: Two", "titel: Two");
    Files.writeString(folder.resolve("playbooks/two.yaml"), text);
    assertThat(problems())
        .containsExactly(
            "plans/playbooks/two.yaml:1:1: missing field \"title\", expected text",
            "plans/playbooks/two.yaml:2:1: unknown field \"titel\", expected one of id, title,"
                + " categories, variables, steps, flow, onFailure; did you mean \"title\"?",
            "plans/playbooks/two.yaml:5:49: no role bos in this plan, which has [boss]; did you"
                + " mean \"boss\"?");
    Files.writeString(folder.resolve("playbooks/two.yaml"), "id: &a two");
    assertThat(problems())
        .containsExactly(
            "plans/playbooks/two.yaml:1:5: a plan has no YAML anchors, expected the value");
  }

  @Test
  void reads_playbooks_from_files_and_knows_where_they_stand() throws IOException {
    plan("playbooks/two.yaml");
    Files.writeString(folder.resolve("playbooks/two.yaml"), TWO);
    var read = PlanReader.readLocated(plan);
    assertThat(read.plan().playbooks())
        .extracting(Playbook::id)
        .containsExactly(new PlaybookId("one"), new PlaybookId("two"));
    assertThat(read.where("")).isEqualTo(plan + ":1:1");
    assertThat(read.where("/roles/0/kind")).isEqualTo(plan + ":5:16");
    assertThat(read.where("/playbooks/0/steps/0/title")).isEqualTo(plan + ":16:44");
    assertThat(read.where("/playbooks/1/steps/0/role"))
        .isEqualTo(folder.resolve("playbooks/two.yaml") + ":5:49");
    assertThat(read.where("/reviewed")).isEqualTo(plan + ":1:1");
  }
}
