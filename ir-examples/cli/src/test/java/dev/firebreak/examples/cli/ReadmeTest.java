package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows code that compiles, output that is printed, and names that exist. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path EXAMPLE =
      Path.of("src/test/java/dev/firebreak/examples/cli/ReadmeExample.java");

  @TempDir private Path directory;

  @Test
  void shows_the_code_that_is_compiled_here() throws IOException {
    assertThat(blocks("java")).isEqualTo(regions());
  }

  @Test
  void shows_code_and_its_output_by_line_25() throws IOException {
    var lines = readme().lines().toList();
    assertThat(lines.indexOf("```java")).isBetween(0, 24);
    assertThat(lines.indexOf("```text")).isBetween(0, 24);
  }

  @Test
  void shows_the_output_of_the_code() throws Exception {
    Files.move(Samples.plan(directory), directory.resolve("ransomware.yaml"));
    Samples.shipped("suricata.jsonl", directory);
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadmeExample.class.getName())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(blocks("text")).containsExactly(printed);
  }

  @Test
  void shows_a_policy_that_keeps_the_contract() {
    ReadmeExample.checkPolicy();
  }

  @Test
  void names_commands_that_the_build_knows() throws IOException {
    assertThat(blocks("sh"))
        .containsExactly("mvn -q -pl ir-examples/cli -am compile exec:java\n", "mvn verify\n");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("verify");
  }

  @Test
  void walks_the_way_of_an_alert_over_types_that_exist() throws IOException {
    var text = readme();
    var walk = text.substring(text.indexOf("## The way of an alert"), text.indexOf("## Modules"));
    var names = Pattern.compile("`(\\w+)`").matcher(walk).results().map(m -> m.group(1)).toList();
    assertThat(names).hasSizeGreaterThan(10);
    for (String name : names) {
      assertThat(sources(name)).as(name).isNotEmpty();
    }
  }

  private static List<Path> sources(String type) throws IOException {
    try (var core = Files.walk(ROOT.resolve("ir-core/src/main/java"));
        var json = Files.walk(ROOT.resolve("ir-json/src/main/java"))) {
      return ImmutableList.<Path>builder()
          .addAll(core.filter(file -> file.endsWith(type + ".java")).toList())
          .addAll(json.filter(file -> file.endsWith(type + ".java")).toList())
          .build();
    }
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> blocks(String language) throws IOException {
    return found(
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme()));
  }

  /** Returns the marked parts of the example, without their indentation. */
  private static List<String> regions() throws IOException {
    var text = Files.readString(EXAMPLE);
    var regions =
        found(Pattern.compile(" *// README\n(.*?) *// end\n", Pattern.DOTALL).matcher(text));
    return regions.stream().map(region -> region.stripTrailing().stripIndent() + "\n").toList();
  }

  private static List<String> found(Matcher matcher) {
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
