package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.compliance.Compliance;
import dev.firebreak.compliance.RuleSet;
import dev.firebreak.compliance.Verdict;
import dev.firebreak.lint.PlanLint;
import dev.firebreak.plan.ResponsePlan;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final ResponsePlan PLAN = ModelPlan.read();

  @Test
  void has_nothing_weak_on_the_day_of_its_dates() {
    assertThat(PlanLint.check(PLAN, DAY)).isEmpty();
  }

  @Test
  void passes_every_rule_for_plans() {
    var report =
        Compliance.check(RuleSet.nist80061r2(), PLAN, DAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(report.findings()).hasSizeGreaterThan(15);
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void fills_every_section_but_what_needs_a_vendor_or_is_another_way() {
    var empty = new ArrayList<String>();
    empty("", PLAN, empty);
    assertThat(empty).containsExactlyInAnyOrder("/nciss", "/policies");
  }

  private static void empty(String at, Object section, List<String> found) {
    for (RecordComponent component : section.getClass().getRecordComponents()) {
      var value = PlanWords.get(component, section);
      var place = at + "/" + component.getName();
      if (value == null
          || (value instanceof Collection<?> many && many.isEmpty())
          || (value instanceof Map<?, ?> map && map.isEmpty())) {
        found.add(place);
      } else if (value.getClass().isRecord() && at.isEmpty()) {
        empty(place, value, found);
      }
    }
  }

  @Test
  void is_the_same_when_its_files_are_copied(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> file : ModelPlan.files().entrySet()) {
      var to = folder.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.writeString(to, file.getValue());
    }
    assertThat(PlanReader.read(folder.resolve(ModelPlan.FILE))).isEqualTo(PLAN);
  }

  @Test
  void is_worth_copying() {
    assertThat(String.join("\n", ModelPlan.files().values()).lines().count()).isGreaterThan(600);
  }

  @Test
  void texts_may_name_each_other_but_nothing_else() {
    var least = PlanFiles.least("").replaceFirst("(?s)playbooks:.*", "playbooks: [a.yaml]\n");
    var book = "{id: a, title: A, categories: [x], steps: []}\n";
    var read = PlanReader.read("p.yaml", ImmutableMap.of("p.yaml", least, "a.yaml", book));
    assertThat(read.playbooks()).hasSize(1);
    assertThatThrownBy(() -> PlanReader.read("p.yaml", ImmutableMap.of("p.yaml", least)))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("which is no file below the plan's folder");
    assertThatThrownBy(
            () -> PlanReader.read("p.yaml", ImmutableMap.of("p.yaml", least, "a.yaml", "id: a\n")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("a.yaml:1:1");
    assertThatThrownBy(() -> PlanReader.read("q.yaml", ImmutableMap.of("p.yaml", least)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no q.yaml among [p.yaml]");
  }
}
