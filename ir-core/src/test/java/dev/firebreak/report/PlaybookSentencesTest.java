package dev.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.ExecutionNumber;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Run;
import dev.firebreak.scope.AssetId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybookSentencesTest {
  private static final StepId STEP = new StepId("s-1");
  private static final ExecutionNumber ONE = new ExecutionNumber(1);
  private static final ExecutionNumber TWO = new ExecutionNumber(2);
  private static final PlaybookId BOOK = new PlaybookId("leak");
  private static final Role LEAD = new Role("lead");

  @ParameterizedTest
  @MethodSource("facts")
  void tells_each_kind_in_a_sentence(PlaybookFact fact, String sentence) {
    var stamp = new Stamp(1, new Actor("ann"), Instant.EPOCH, ZoneOffset.UTC, Instant.EPOCH);
    assertThat(
            Sentences.of(
                new Event(IncidentId.of("inc-1").stream(), new CommandId("c"), stamp, fact)))
        .isEqualTo(sentence);
  }

  static Stream<Arguments> facts() {
    return Stream.of(
        Arguments.of(
            new PlaybookFact.StepFailed(STEP, "no key", ONE), "Step s-1 failed, because: no key"),
        Arguments.of(new PlaybookFact.StepTimedOut(STEP, ONE), "Step s-1 was not done in time"),
        Arguments.of(
            new PlaybookFact.StepAdded(STEP, Phase.RECOVERY, "Call the bank", LEAD),
            "Step s-1 added for lead: Call the bank"),
        Arguments.of(new PlaybookFact.Started(BOOK, ONE), "Playbook leak began"),
        Arguments.of(
            new PlaybookFact.StepReady(STEP, TWO, ONE, LEAD, null),
            "Step s-1 is to be done by lead"),
        Arguments.of(
            new PlaybookFact.StepReady(STEP, TWO, ONE, LEAD, Instant.EPOCH),
            "Step s-1 is to be done by lead until 1970-01-01T00:00:00Z"),
        Arguments.of(
            new PlaybookFact.DecisionAwaited(
                STEP, TWO, ONE, "Is it out?", LEAD, ImmutableSet.of("yes", "no")),
            "lead is to decide at step s-1: Is it out?"),
        Arguments.of(
            new PlaybookFact.Decided(STEP, TWO, "yes", "it is for sale"),
            "Decided at step s-1: yes, because: it is for sale"),
        Arguments.of(
            new PlaybookFact.BranchTaken(STEP, TWO, ONE, "no", "assets > 3"),
            "Went on at step s-1 with no, because: assets > 3"),
        Arguments.of(
            new PlaybookFact.BranchesStarted(STEP, TWO, ONE, 3), "Step s-1 began with 3 branches"),
        Arguments.of(
            new PlaybookFact.BranchesStarted(STEP, TWO, ONE, 0), "Step s-1 began for each asset"),
        Arguments.of(
            new PlaybookFact.Repeated(STEP, TWO, ONE, new AssetId("pc-1")),
            "Step s-1 began for pc-1"),
        Arguments.of(
            new PlaybookFact.Called(STEP, TWO, ONE, BOOK), "Step s-1 called playbook leak"),
        Arguments.of(new PlaybookFact.BranchEnded(STEP, TWO, true), "A branch of step s-1 failed"),
        Arguments.of(new PlaybookFact.BranchEnded(STEP, TWO, false), "A branch of step s-1 ended"),
        Arguments.of(new PlaybookFact.Left(STEP, TWO, false, null), "Step s-1 ended"),
        Arguments.of(
            new PlaybookFact.Left(STEP, TWO, true, "too long"),
            "Step s-1 failed, because: too long"),
        Arguments.of(
            new PlaybookFact.MilestoneReached(STEP, ONE, "All is known"), "Reached: All is known"),
        Arguments.of(new PlaybookFact.VariableSet(ONE, "n", "3"), "$n set to 3"),
        Arguments.of(
            new PlaybookFact.Ended(BOOK, Run.Outcome.STOPPED, "it is closed"),
            "Playbook leak stopped, because: it is closed"),
        Arguments.of(
            new PlaybookFact.Ended(BOOK, Run.Outcome.FAILED, "a step failed"),
            "Playbook leak failed, because: a step failed"),
        Arguments.of(
            new PlaybookFact.Ended(BOOK, Run.Outcome.COMPLETED, "it is over"),
            "Playbook leak completed, because: it is over"),
        Arguments.of(
            new PlaybookFact.PlaceAwaited(
                BOOK, ONE, ImmutableSet.of(STEP), "Where to?", LEAD, ImmutableSet.of("s-2")),
            "lead is to decide for playbook leak: Where to?"),
        Arguments.of(
            new PlaybookFact.StepsOwed(ImmutableSet.of(STEP, new StepId("s-2"))),
            "The plan demands, too: s-1, s-2"));
  }
}
