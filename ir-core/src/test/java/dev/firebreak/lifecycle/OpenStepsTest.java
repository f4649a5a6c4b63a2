package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Played.asked;
import static dev.firebreak.lifecycle.Played.exits;
import static dev.firebreak.lifecycle.Played.id;
import static dev.firebreak.lifecycle.Played.last;
import static dev.firebreak.lifecycle.Played.main;
import static dev.firebreak.lifecycle.Played.then;
import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.report.OpenSteps;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.ScopeRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OpenStepsTest {
  @Test
  void shows_what_waits_for_whom_and_until_when() {
    var playbook =
        new Playbook(
                new PlaybookId("main"),
                "Main",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(Played.step("a").within(Duration.ofHours(2))))
            .withFlow(
                new Flow(
                    id("all"),
                    ImmutableMap.of(
                        id("all"),
                        new Node.Parallel(ImmutableList.of(id("a"), id("if")), exits(null)),
                        id("a"),
                        last(),
                        id("if"),
                        new Node.If(asked("Is it so?"), id("end"), null, exits(null)),
                        id("end"),
                        Played.END),
                    null));
    var played = new Played(playbook);
    played.accept(
        MANAGER,
        new PlaybookRequest.AddStep(id("call"), Phase.CONTAINMENT, "Call the bank", HANDLING));

    assertThat(text(played, playbook))
        .isEqualTo(
            """
            STEP  WHO               WHAT                 ASSET  UNTIL
            a     handler           Do a                 -      2026-11-02 03:00:00 +00:00
            if    incident-manager  Is it so? (yes, no)  -      -
            call  handler           Call the bank        -      -
            """);
  }

  @Test
  void names_the_asset_and_leaves_out_what_is_done() {
    var playbook =
        main(
            ImmutableMap.of(
                "a", then("each"),
                "each", new Node.ForEachAsset(null, id("clean"), exits(null)),
                "clean", last()));
    var played = new Played(playbook);
    played.accept(HANDLER, new ScopeRequest.AddAsset(new AssetId("h-1"), AssetKind.HOST));

    assertThat(text(played.done("a"), playbook))
        .isEqualTo("STEP   WHO      WHAT      ASSET  UNTIL\nclean  handler  Do clean  h-1    -\n");
    assertThat(OpenSteps.of(played.done("clean").incident(), plan(playbook)).lines()).isEmpty();
  }

  @Test
  void without_a_flow_shows_what_waits_for_no_other_step() {
    var playbook =
        new Playbook(
            new PlaybookId("main"),
            "Main",
            ImmutableSet.of(CATEGORY),
            ImmutableList.of(Played.step("a"), Played.step("b").after(id("a")), Played.step("c")));
    var played = new Played(playbook).done("c");

    assertThat(OpenSteps.of(played.incident(), plan(playbook)).lines())
        .extracting(OpenSteps.Line::step)
        .containsExactly(id("a"));
  }

  private static String text(Played played, Playbook playbook) {
    return OpenSteps.of(played.incident(), plan(playbook)).toText(ZoneOffset.UTC);
  }

  private static ResponsePlan plan(Playbook playbook) {
    return Ransomware.plan("1").obligations().playbooks(playbook).build();
  }
}
