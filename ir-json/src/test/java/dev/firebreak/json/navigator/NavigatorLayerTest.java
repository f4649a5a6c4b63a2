package dev.firebreak.json.navigator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dev.firebreak.json.plan.ModelPlan;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.Technique;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.severity.SeverityMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NavigatorLayerTest {
  private static ResponsePlan plan() {
    var fire = new PlaybookId("fire");
    var flood = new PlaybookId("flood");
    var nist = SeverityMatrix.ofNistScales();
    return ResponsePlan.builder("p", "2")
        .title("Response \"at\" P")
        .severity(nist, nist.levels().get(0))
        .playbooks(
            Stream.of(fire, flood)
                .map(id -> new Playbook(id, "Title", ImmutableSet.of(), ImmutableList.of()))
                .toArray(Playbook[]::new))
        .techniques(
            new Technique("T1566.002", "Link", ImmutableSet.of()),
            new Technique("T1486", "Encrypted", ImmutableSet.of(flood, fire)))
        .build();
  }

  @Test
  void writes_what_is_expected_and_what_is_answered() throws IOException {
    var golden =
        Resources.toString(
            Resources.getResource(NavigatorLayerTest.class, "layer.json"), StandardCharsets.UTF_8);
    assertThat(NavigatorLayer.of(plan())).isEqualTo(golden);
  }

  @Test
  void has_what_the_format_demands() {
    var layer = JsonMapper.shared().readTree(NavigatorLayer.of(ModelPlan.read()));
    assertThat(layer.get("name").asString()).isNotEmpty();
    assertThat(layer.get("domain").asString()).isEqualTo("enterprise-attack");
    assertThat(layer.get("versions").get("layer").asString()).isEqualTo("4.5");
    assertThat(layer.get("gradient").get("colors")).hasSizeGreaterThan(1);
    assertThat(layer.get("techniques")).hasSize(20);
    for (var technique : layer.get("techniques")) {
      assertThat(technique.get("techniqueID").asString()).matches("T[0-9]{4}([.][0-9]{3})?");
      assertThat(technique.get("score").asInt()).isEqualTo(100);
    }
  }
}
