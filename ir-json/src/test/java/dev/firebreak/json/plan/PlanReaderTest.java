package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.PolicyReference;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {
  private static final Role MANAGER = new Role("manager");
  private static final Role HANDLER = new Role("handler");

  @TempDir Path folder;

  @Test
  void tells_of_a_file_that_is_not_there() {
    var file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> PlanReader.read(file))
        .isInstanceOf(PlanFileException.class)
        .hasMessage(file + ":1:1: there is no such file")
        .hasNoCause();
  }

  @Test
  void tells_of_a_directory_and_of_what_cannot_be_opened() throws IOException {
    var directory = Files.createDirectory(folder.resolve("a.yaml"));
    var file = Files.createFile(folder.resolve("b.yaml"));

    assertThatThrownBy(() -> PlanReader.read(directory))
        .isInstanceOf(PlanFileException.class)
        .hasMessage(directory + ":1:1: this is a directory, expected a file that can be read");
    assertThatThrownBy(() -> PlanReader.read(file.resolve("c.yaml")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageEndingWith("the file cannot be read, expected a file that can be read");
  }

  @Test
  void tells_of_a_name_that_does_not_say_what_it_is() {
    assertThatThrownBy(() -> PlanReader.read("plan.txt", ""))
        .isInstanceOf(PlanFileException.class)
        .hasMessage("plan.txt:1:1: unknown kind of file, expected a name in .yaml, .yml or .json");
    assertThatThrownBy(() -> PlanReader.read(folder.resolve("plan")))
        .isInstanceOf(PlanFileException.class);
  }

  @Test
  void tells_where_a_file_is_no_longer_utf_8() throws IOException {
    var file = folder.resolve("plan.yml");
    Files.write(file, new byte[] {'a', ':', ' ', 'x', '\r', '\n', 'b', (byte) 0xc3, '(', '\n'});

    assertThatThrownBy(() -> PlanReader.read(file))
        .isInstanceOf(PlanFileException.class)
        .hasMessage(file + ":2:2: the file is not UTF-8 from here on");
  }

  @Test
  void tells_of_a_file_that_ends_within_a_character() throws IOException {
    var file = folder.resolve("plan.yml");
    Files.write(file, new byte[] {'a', (byte) 0xe2, (byte) 0x82});

    assertThatThrownBy(() -> PlanReader.read(file))
        .hasMessage(file + ":1:2: the file is not UTF-8 from here on");
  }

  @Test
  void refuses_a_file_of_one_byte_more_than_the_limit() throws IOException {
    var file = folder.resolve("plan.yaml");
    var filler = "#\n".repeat((Source.MOST - PlanFiles.LEAST.length()) / 2);
    var full = PlanFiles.LEAST + filler;
    Files.writeString(file, full + " ".repeat(Source.MOST - full.length()));
    assertThat(PlanReader.read(file).title()).isEqualTo("T");

    Files.writeString(file, full + " ".repeat(Source.MOST + 1 - full.length()));
    assertThatThrownBy(() -> PlanReader.read(file))
        .isInstanceOf(PlanFileException.class)
        .hasMessage(file + ":1:1: the file has more than 262144 bytes");
  }

  @Test
  void says_all_problems_in_its_message_and_as_a_list() {
    var thrown =
        catchThrowableOfType(
            PlanFileException.class,
            () -> PlanReader.read("plan.yaml", PlanFiles.LEAST.replace("title: ", "titel: ")));

    assertThat(thrown)
        .hasMessage(
            """
            plan.yaml:1:1: missing field "title", expected text
            plan.yaml:3:1: unknown field "titel", expected one of plan, version, title, approach, \\
            reviewed, reviewWithin, approvals, roles, severity, playbooks, communications, \\
            calendars, obligations, serviceLevels, escalation, recovery, correlation, actions, \\
            commands, policies and 23 more; did you mean "title"?
            plan.yaml:12:5: missing field "title", expected text
            plan.yaml:13:5: unknown field "titel", expected one of id, title, categories, variables, \\
            steps, flow, onFailure; \\
            did you mean "title"?
            plan.yaml:16:9: missing field "title", expected text
            plan.yaml:16:37: unknown field "titel", expected one of id, phase, title, role, \\
            mandatory, action, approval, instructions, evidence, timeout, after; did you mean "title"?"""
                .replace("\\\n", ""));
    assertThat(thrown.problems()).hasSize(6);
    assertThat(thrown.problems().get(5))
        .extracting(LocatedProblem::pointer, LocatedProblem::suggestion)
        .containsExactly("/playbooks/0/steps/0/titel", "title");
  }

  @Test
  void reads_the_full_plan_from_yaml() {
    assertThat(PlanReader.read("full.yaml", PlanFiles.YAML)).isEqualTo(full());
  }

  @Test
  void reads_the_same_plan_from_json() {
    assertThat(PlanReader.read("full.JSON", PlanFiles.JSON)).isEqualTo(full());
    assertThat(PlanReader.read("full", PlanFiles.JSON, PlanFormat.JSON)).isEqualTo(full());
    assertThat(PlanReader.read("full.yml", PlanFiles.JSON)).isEqualTo(full());
  }

  @Test
  void reads_a_file_as_windows_writes_it() throws IOException {
    var file = folder.resolve("full.yaml");
    var text = "\ufeff" + PlanFiles.YAML.replace("\n", "\r\n");
    Files.writeString(file, text, StandardCharsets.UTF_8);

    assertThat(PlanReader.read(file)).isEqualTo(full());
  }

  @Test
  void leaves_out_what_a_plan_need_not_say() {
    var plan = PlanReader.read("plan.yaml", PlanFiles.LEAST);

    assertThat(plan.approach()).isNull();
    assertThat(plan.reviewed()).isNull();
    assertThat(plan.reviewWithin()).isEqualTo(Duration.ofDays(14));
    assertThat(plan.correlation()).isEqualTo(CorrelationRule.DEFAULT);
    assertThat(plan.roles().get(0).primary()).isNull();
    assertThat(PlanReader.read("plan.yaml", PlanFiles.least("correlation: {}\n")).correlation())
        .isEqualTo(CorrelationRule.DEFAULT);
  }

  @Test
  void reads_characters_beyond_the_first_plane_wherever_they_stand() {
    for (int i = 0; i < 8; i++) {
      var text = PlanFiles.least("approach: " + "x".repeat(i) + "🔥".repeat(2_000) + "\n");

      assertThat(PlanReader.read("plan.yaml", text).approach()).endsWith("🔥🔥");
    }
  }

  private static ResponsePlan full() {
    var levels = SeverityMatrix.levels("low", "high");
    return ResponsePlan.builder("example", "2026.1")
        .title("Example response")
        .approach("First contain.\nThen clean.")
        .reviewed(LocalDate.of(2026, 9, 1))
        .reviewWithin(Duration.ofDays(10))
        .approvals(
            new PlanApproval(
                new Actor("ceo@example.org"), MANAGER, LocalDate.of(2026, 9, 2), "2026.1"))
        .roles(
            new RoleDefinition(
                MANAGER,
                RoleKind.INCIDENT_MANAGER,
                new Actor("ada"),
                ImmutableList.of(new Actor("grace"), new Actor("barbara")),
                ImmutableSet.of(Authority.WAIVE, Authority.CLOSE)),
            new RoleDefinition(
                HANDLER,
                RoleKind.HANDLER,
                null,
                ImmutableList.of(new Actor("linus")),
                ImmutableSet.of()))
        .severity(
            new SeverityMatrix(
                levels,
                ImmutableList.of(
                    new SeverityMatrix.Row(
                        ImmutableSet.of(FunctionalImpact.HIGH),
                        ImmutableSet.of(),
                        ImmutableSet.of(),
                        levels.get(1)),
                    new SeverityMatrix.Row(
                        ImmutableSet.of(),
                        ImmutableSet.of(
                            InformationImpact.PRIVACY_BREACH, InformationImpact.INTEGRITY_LOSS),
                        ImmutableSet.of(Recoverability.NOT_RECOVERABLE),
                        levels.get(1)),
                    new SeverityMatrix.Row(
                        ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0)))),
            levels.get(1))
        .playbooks(
            new Playbook(
                new PlaybookId("ransomware"),
                "Ransomware",
                ImmutableSet.of(new Category("ransomware"), new Category("wiper")),
                ImmutableList.of(
                    new Step(
                        new StepId("confirm"),
                        Phase.IDENTIFICATION,
                        "Confirm it",
                        HANDLER,
                        false,
                        null,
                        null,
                        0),
                    new Step(
                        new StepId("isolate"),
                        Phase.CONTAINMENT,
                        "Isolate hosts",
                        HANDLER,
                        true,
                        ActionType.ISOLATE_HOST,
                        MANAGER,
                        2),
                    new Step(
                        new StepId("review"),
                        Phase.POST_INCIDENT,
                        "Hold the review",
                        MANAGER,
                        true,
                        ActionType.COLLECT,
                        MANAGER,
                        1))))
        .communications(
            ImmutableList.of(
                new CommunicationRule(Audience.MEDIA, "One statement", MANAGER),
                new CommunicationRule(Audience.STAFF, "All of it", null)))
        .obligations(
            new Obligation(
                new ObligationId("acknowledge"),
                "Take it on",
                "Own rule",
                Milestone.OPENED,
                Duration.ofMinutes(15),
                Milestone.ACKNOWLEDGED,
                null,
                ImmutableSet.of()),
            new Obligation(
                new ObligationId("tell"),
                "Tell the authority",
                "GDPR, Article 33(1)",
                Milestone.DECLARED,
                Duration.ofDays(3),
                Milestone.NOTIFIED,
                Audience.REGULATOR,
                ImmutableSet.of(new Category("ransomware"))))
        .escalation(
            ImmutableList.of(
                new EscalationLevel(HANDLER, Duration.ofSeconds(90)),
                new EscalationLevel(MANAGER, Duration.ofMinutes(90))))
        .correlation(
            new CorrelationRule(
                Duration.ofHours(2), ImmutableSet.of("10.0.0.53"), Duration.ofDays(60)))
        .commands(
            new CommandRule("phase.close", ImmutableSet.of(MANAGER)),
            new CommandRule("scope.*", ImmutableSet.of(MANAGER, HANDLER)))
        .policies(
            new PolicyReference(
                "acme-night-watch",
                "2",
                ImmutableMap.of("from", "22:00", "people", "2", "strict", "true")),
            new PolicyReference("acme-other", null, ImmutableMap.of()))
        .build();
  }
}
