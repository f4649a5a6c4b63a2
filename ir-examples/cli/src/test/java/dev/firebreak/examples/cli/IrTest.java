package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class IrTest {
  @TempDir private Path directory;
  private Path plan;
  private Path journal;

  @BeforeEach
  void givenAPlan() throws IOException {
    plan = Samples.plan(directory);
    journal = directory.resolve("journal");
  }

  @Test
  void ends_with_2_when_called_wrongly() {
    assertThat(Run.of("dance").exit()).isEqualTo(2);
    assertThat(Run.of("receive").err()).contains("Missing required").contains("--plan");
    assertThat(Run.of("receive", "--plan", plan, "--journal", journal).exit()).isEqualTo(2);
  }

  @Test
  void ends_with_2_and_a_sentence_when_a_file_cannot_be_read() {
    var missing = directory.resolve("missing.json");
    expectUnusable(receive(missing), "missing.json");
    expectUnusable(receive(directory), directory.toString());
    expectUnusable(Run.of("show", "--journal", journal), "there is no journal");
    expectUnusable(Run.of("verify", "--journal", journal), "there is no journal");
    expectUnusable(Run.of("timeline", "--journal", journal, "inc-1"), "there is no journal");
  }

  @Test
  void tells_all_that_is_wrong_with_a_plan_at_once() throws IOException {
    Files.writeString(
        plan, Files.readString(plan).replace("reviewed:", "revewed:").replace("15m", "soon"));
    var run = receive(Samples.shipped("suricata.jsonl", directory));
    expectUnusable(run, "plan.yaml:10:1: ");
    assertThat(run.err()).contains("did you mean \"reviewed\"?").contains("soon");
  }

  @Test
  void explains_why_a_request_would_be_refused_and_what_would_let_it_pass() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    var contain = "{\"request\":\"phase.enter\",\"to\":\"CONTAINMENT\"}";
    var run = explain("linus", contain);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("refused by guard.declared: the incident has not been declared")
        .contains("it would pass if")
        .contains("linus asks for Declare[");
    assertThat(explain("linus", "{\"request\":\"triage.acknowledge\"}").exit()).isZero();
    assertThat(explain("linus", "{\"request\":\"dance\"}").err())
        .contains("there is no request \"dance\"");
    assertThat(explain("linus", "{\"request\":\"phase.enter\",\"to\":\"MARS\"}").exit())
        .isEqualTo(2);
    assertThat(explain("linus", "[]").exit()).isEqualTo(2);
  }

  private Run explain(String actor, String request) {
    return Run.of(
        "explain", "--plan", plan, "--journal", journal, "--as", actor, incident(), request);
  }

  private String incident() {
    return new Scanner(Run.of("show", "--journal", journal).out()).next();
  }

  @Test
  void receives_the_same_files_twice_and_opens_nothing_new() throws IOException {
    var suricata = Samples.shipped("suricata.jsonl", directory);
    var guardDuty = Samples.shipped("guardduty.json", directory);
    var first = receive(suricata, guardDuty);
    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("received 8 = opened 2 + joined 3 + duplicate 2");
    var again = receive(suricata, guardDuty);
    assertThat(again.exit()).isZero();
    assertThat(again.out())
        .contains("received 8 = opened 0 + joined 0 + duplicate 7 + not an alert 1 + refused 0");
  }

  @Test
  void goes_on_after_a_broken_record_and_ends_with_1() throws IOException {
    var file = Samples.shipped("suricata.jsonl", directory);
    Files.writeString(file, "{\"event_type\":\n" + Files.readString(file));
    var run = receive(file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("suricata.jsonl:1").contains("refused 1");
    assertThat(run.out()).contains("received 7 = opened 1 + joined 2");
    assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void shows_incidents_with_the_ids_of_their_alerts() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    var text = Run.of("show", "--journal", journal);
    assertThat(text.exit()).isZero();
    assertThat(text.out()).contains("inc-1").contains("IDENTIFICATION").contains("1 incidents");

    var json = Run.of("show", "--journal", journal, "--format", "json").out();
    var incidents = JsonMapper.shared().readTree(json);
    assertThat(incidents.size()).isEqualTo(1);
    assertThat(incidents.at("/0/id").asString()).isEqualTo("inc-1");
    assertThat(incidents.at("/0/alerts").size()).isEqualTo(3);
    assertThat(incidents.at("/0/alerts/0").asString()).startsWith("suricata ");
  }

  @Test
  void prints_the_timeline_of_an_incident() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    var run = Run.of("timeline", "--journal", journal, "inc-1");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("WHEN").contains("Incident opened under plan");
    var missing = Run.of("timeline", "--journal", journal, "inc-99");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no incident inc-99");
  }

  @Test
  void verifies_a_journal_alone_or_with_a_plan() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    var alone = Run.of("verify", "--journal", journal);
    assertThat(alone.exit()).isZero();
    assertThat(alone.out()).contains("read 1 incidents with ");
    var withPlan = Run.of("verify", "--journal", journal, "--plan", plan);
    assertThat(withPlan.exit()).isZero();
    assertThat(withPlan.out()).contains("NIST SP 800-61 Rev. 2").contains("NOT_EVIDENCED");
  }

  @Test
  void finds_what_a_plan_lacks() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    Files.writeString(plan, Files.readString(plan).replace("2026-09-01", "2024-09-01"));
    var run = Run.of("verify", "--journal", journal, "--plan", plan);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL").contains("NIST-800-61r2/2.3.2-annual");
  }

  @Test
  void refuses_a_damaged_journal_with_its_place() throws IOException {
    receive(Samples.shipped("suricata.jsonl", directory));
    try (var files = Files.list(journal)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        Files.writeString(file, "nonsense\n" + Files.readString(file));
      }
    }
    expectUnusable(Run.of("verify", "--journal", journal), "line 1");
  }

  private Run receive(Path... files) {
    var args = new Object[files.length + 5];
    args[0] = "receive";
    args[1] = "--plan";
    args[2] = plan;
    args[3] = "--journal";
    args[4] = journal;
    System.arraycopy(files, 0, args, 5, files.length);
    return Run.of(args);
  }

  private static void expectUnusable(Run run, String sentence) {
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("ir: ").contains(sentence);
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
  }
}
