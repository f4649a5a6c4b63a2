package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The full plan in both forms, the least one, and what is wrong with others. */
final class PlanFiles {
  static final String YAML = resource("full.yaml");
  static final String JSON = resource("full.json");

  static final String LEAST =
      """
      plan: p
      version: v1
      title: T
      roles:
        boss: {kind: handler}
      severity:
        levels: [low, high]
        majorFrom: high
        matrix:
          - {level: low}
      playbooks:
        - id: one
          title: One
          categories: [ransomware]
          steps:
            - {id: a, phase: containment, title: A, role: boss}
      """;

  private PlanFiles() {}

  /** Returns the least plan with the text at the end. */
  static String least(String more) {
    return LEAST + more;
  }

  /** Returns what is wrong with the YAML, a line each, without the name of the file. */
  static ImmutableList<String> problemsOf(String yaml) {
    return problems("plan.yaml", yaml);
  }

  /** Returns what is wrong with the JSON, a line each, without the name of the file. */
  static ImmutableList<String> problemsOfJson(String json) {
    return problems("plan.json", json);
  }

  private static ImmutableList<String> problems(String name, String text) {
    var thrown = catchThrowableOfType(PlanFileException.class, () -> PlanReader.read(name, text));
    if (thrown == null) {
      return ImmutableList.of();
    }
    return thrown.problems().stream()
        .map(problem -> problem.toString().substring(name.length() + 1))
        .collect(ImmutableList.toImmutableList());
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(PlanFiles.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
