package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.JournalException;
import dev.firebreak.triage.TriageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmittingManyTest {
  private static final ActionId UNKNOWN = new ActionId("a-1");

  private final WatchedJournal journal =
      new WatchedJournal() {
        @Override
        void beforeAppend(ImmutableList<Append> appends) {
          if (appends.get(0).stream().name().equals("broken")) {
            throw JournalException.failed("the disk is full", null);
          }
        }
      };
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), new TestClock()).journal(journal).build();

  @Test
  void answers_each_in_its_place_and_goes_on_after_a_refusal_and_a_failure() {
    var commands =
        List.of(
            command("1", "a", new TriageRequest.Acknowledge()),
            command("2", "broken", new IncidentRequest.Open("Files")),
            command("event:3", "a", new IncidentRequest.Open("Files")),
            command("4", "a", new IncidentRequest.Open("Files")),
            command("5", "b", new ActionRequest.Start(UNKNOWN)),
            command("6", "a", new TriageRequest.Acknowledge()));
    var results = response.submitAll(commands);

    assertThat(results).extracting(Submission::command).isEqualTo(commands);
    assertThat(results)
        .extracting(SubmittingManyTest::word)
        .containsExactly(
            "refused",
            "the disk is full",
            "command id event:3 is not for choosing",
            "accepted",
            "refused",
            "accepted");
  }

  @Test
  void decides_on_commands_for_one_incident_in_their_order() {
    var results =
        response.submitAll(
            List.of(
                command("1", "a", new IncidentRequest.Open("Files")),
                command("2", "a", new TriageRequest.Acknowledge()),
                command("3", "a", new TriageRequest.Acknowledge())));
    assertThat(results)
        .extracting(SubmittingManyTest::word)
        .containsExactly("accepted", "accepted", "refused");
  }

  @Test
  void may_be_sent_again_as_a_whole() {
    var commands =
        List.of(
            command("1", "a", new IncidentRequest.Open("Files")),
            command("2", "a", new TriageRequest.Acknowledge()));
    response.submitAll(commands);
    int events = journal.read(IncidentId.of("a").stream(), 0).size();
    assertThat(response.submitAll(commands))
        .allSatisfy(
            result ->
                assertThat(((Decision.Accepted) decision(result)).repeated())
                    .as("%s", result)
                    .isTrue());
    assertThat(journal.read(IncidentId.of("a").stream(), 0)).hasSize(events);
  }

  @Test
  void has_nothing_to_answer_to_nothing() {
    assertThat(response.submitAll(List.of())).isEmpty();
    assertThat(journal.calls).isEmpty();
  }

  private static Decision decision(Submission result) {
    return ((Submission.Decided) result).decision();
  }

  private static String word(Submission result) {
    if (result instanceof Submission.Failed failed) {
      return failed.failure().getMessage();
    }
    return decision(result).accepted() ? "accepted" : "refused";
  }

  private static Command command(String id, String incident, Request<?> request) {
    return new Command(new CommandId(id), IncidentId.of(incident), HANDLER, null, request);
  }
}
