package dev.firebreak.json.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.relation.RelationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge that a crash interrupts at any byte is whole or has not happened. */
class TornMergeTest {
  private static final Actor ADA = new Actor("ada");
  private static final IncidentId A = IncidentId.of("a");
  private static final IncidentId B = IncidentId.of("b");
  private static final ResponsePlan PLAN =
      PlanReader.read(
          "plan.yaml",
          """
          plan: p
          version: "1"
          title: A plan
          roles:
            manager:
              kind: incident-manager
              primary: ada
              authorities: merge
          severity:
            levels: [low, high]
            majorFrom: high
            matrix:
              - {level: low}
          playbooks:
            - id: one
              title: One
              categories: ransomware
              steps:
                - {id: a, phase: containment, title: A, role: manager}
          """);

  @TempDir private Path directory;

  @Test
  void no_crash_leaves_half_a_merge_or_half_an_un_merge() throws IOException {
    var file = directory.resolve("journal.jsonl");
    submit(A, new IncidentRequest.Open("Files"));
    submit(B, new IncidentRequest.Open("More files"));
    int opened = (int) Files.size(file);
    submit(A, new RelationRequest.Merge(ImmutableSet.of("b"), "the same"));
    int merged = (int) Files.size(file);
    submit(A, new RelationRequest.Unmerge(ImmutableSet.of("b"), "not so"));
    var whole = Files.readAllBytes(file);
    for (int length = opened; length <= whole.length; length++) {
      var torn = Files.createDirectory(directory.resolve("torn-at-" + length));
      Files.write(torn.resolve("journal.jsonl"), Arrays.copyOf(whole, length));
      try (var journal = FileJournal.open(torn)) {
        var response = IncidentResponse.under(PLAN, () -> Instant.EPOCH).journal(journal).build();
        var a = incident(response, A);
        var b = incident(response, B);
        boolean isMerged = length >= merged && length < whole.length;
        assertThat(a.relations().members()).as("cut at %s", length).hasSize(isMerged ? 1 : 0);
        assertThat(b.relations().into()).isEqualTo(isMerged ? "a" : null);
        assertThat(b.progress().open()).isEqualTo(!isMerged);
      }
    }
  }

  private void submit(IncidentId id, Request<?> request) {
    try (var journal = FileJournal.open(directory)) {
      var response = IncidentResponse.under(PLAN, () -> Instant.EPOCH).journal(journal).build();
      assertThat(response.submit(id, ADA, request).accepted()).isTrue();
    }
  }

  private static Incident incident(IncidentResponse response, IncidentId id) {
    return response.incident(id, Viewer.of(ADA)).orElseThrow();
  }
}
