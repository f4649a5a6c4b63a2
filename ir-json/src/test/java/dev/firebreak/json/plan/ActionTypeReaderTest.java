package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionGroup;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.BlastRadius;
import dev.firebreak.evidence.Volatility;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionTypeReaderTest {
  private static final int FIRST = PlanFiles.LEAST.split("\n", -1).length;

  private static String withActions(String actions) {
    return PlanFiles.LEAST + "actions:\n" + actions;
  }

  @Test
  void tells_all_that_is_wrong_with_types_of_action() {
    var file =
        withActions(
            """
            - {type: "a b", group: network, reach: site}
            - {type: acme:wipe, group: NETWERK, reach: FAR, destroys: DISKS}
            - {group: network, reach: site}
            """);

    assertThatThrownBy(() -> PlanReader.read("p.yaml", file))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("p.yaml:" + (FIRST + 1) + ":10: ")
        .hasMessageContaining("p.yaml:" + (FIRST + 2) + ":28: ")
        .hasMessageContaining("did you mean \"network\"?")
        .hasMessageContaining("did you mean \"disk\"?")
        .hasMessageContaining("p.yaml:" + (FIRST + 3) + ":3: missing field \"type\"");
  }

  @Test
  void tells_of_a_type_that_is_there_twice_or_undone_by_what_is_not_there() {
    var file =
        withActions(
            """
            - {type: acme:lock, group: network, reach: site, undoneBy: acme:unlock}
            - {type: acme:lock, group: network, reach: site}
            """);

    assertThatThrownBy(() -> PlanReader.read("p.yaml", file))
        .hasMessageContaining("no action type acme:unlock in this plan")
        .hasMessageContaining("action type acme:lock is there twice");
  }

  @Test
  void tells_of_something_that_undoes_what_cannot_be_undone() {
    var file =
        withActions(
            "- {type: patch, group: endpoint, reach: site, reversible: false, undoneBy: collect}\n");

    assertThatThrownBy(() -> PlanReader.read("p.yaml", file))
        .hasMessageContaining("patch cannot be undone, so nothing undoes it");
  }

  @Test
  void reads_a_type_of_ones_own_and_one_that_is_otherwise_here() {
    var plan =
        PlanReader.read(
            "p.yaml",
            withActions(
                """
                - type: acme:wipe
                  group: endpoint
                  reach: target
                  destroys: [memory, disk]
                - {type: acme:lock, group: endpoint, reach: target, undoneBy: acme:unlock}
                - {type: acme:unlock, group: endpoint, reach: target, reversible: true}
                - {type: patch, group: endpoint, reach: organization}
                """));

    assertThat(plan.actions())
        .containsExactly(
            new ActionProfile(
                new ActionType("acme:wipe"),
                ActionGroup.ENDPOINT,
                BlastRadius.TARGET,
                ImmutableSet.of(Volatility.MEMORY, Volatility.DISK),
                false,
                null),
            target("acme:lock", new ActionType("acme:unlock")),
            target("acme:unlock", null),
            new ActionProfile(
                ActionType.PATCH,
                ActionGroup.ENDPOINT,
                BlastRadius.ORGANIZATION,
                ImmutableSet.of(),
                false,
                null));
    assertThat(plan.catalogue().find(ActionType.PATCH))
        .map(ActionProfile::reach)
        .contains(BlastRadius.ORGANIZATION);
  }

  @Test
  void reads_how_long_an_approval_holds() {
    var step = "{id: a, phase: containment, title: A, role: boss";
    var file =
        PlanFiles.LEAST.replace(step, step + ", action: patch, approval: {by: boss, holdsFor: 1h}");

    assertThat(PlanReader.read("p.yaml", file).playbooks().get(0).steps().get(0).approvalHolds())
        .isEqualTo(Duration.ofHours(1));
    assertThatThrownBy(() -> PlanReader.read("p.yaml", file.replace("1h", "0h")))
        .hasMessageContaining("step a has no approval that holds for PT0S");
  }

  private static ActionProfile target(String type, @Nullable ActionType undoneBy) {
    return new ActionProfile(
        new ActionType(type),
        ActionGroup.ENDPOINT,
        BlastRadius.TARGET,
        ImmutableSet.of(),
        true,
        undoneBy);
  }
}
