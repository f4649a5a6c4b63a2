package dev.firebreak.report;

import static dev.firebreak.report.Kinds.because;

import com.google.common.base.Joiner;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.Run;

/** The sentences of steps and playbooks. */
final class PlaybookSentences {
  private PlaybookSentences() {}

  static void addTo(Kinds kinds) {
    kinds
        .add(
            PlaybookFact.StepFailed.class,
            fact -> "Step " + fact.step() + " failed" + because(fact.reason()))
        .add(
            PlaybookFact.StepTimedOut.class,
            fact -> "Step " + fact.step() + " was not done in time")
        .add(
            PlaybookFact.StepAdded.class,
            fact -> "Step " + fact.step() + " added for " + fact.role() + ": " + fact.title())
        .add(PlaybookFact.Started.class, fact -> "Playbook " + fact.playbook() + " began")
        .add(
            PlaybookFact.StepReady.class,
            fact ->
                "Step "
                    + fact.step()
                    + " is to be done by "
                    + fact.role()
                    + (fact.due() == null ? "" : " until " + fact.due()))
        .add(
            PlaybookFact.DecisionAwaited.class,
            fact -> fact.role() + " is to decide at step " + fact.step() + ": " + fact.question())
        .add(
            PlaybookFact.Decided.class,
            fact ->
                "Decided at step " + fact.step() + ": " + fact.answer() + because(fact.reason()))
        .add(
            PlaybookFact.BranchTaken.class,
            fact ->
                "Went on at step "
                    + fact.step()
                    + " with "
                    + fact.answer()
                    + because(fact.because()))
        .add(
            PlaybookFact.BranchesStarted.class,
            fact ->
                "Step "
                    + fact.step()
                    + (fact.branches() == 0
                        ? " began for each asset"
                        : " began with " + fact.branches() + " branches"))
        .add(
            PlaybookFact.Repeated.class,
            fact -> "Step " + fact.step() + " began for " + fact.asset())
        .add(
            PlaybookFact.Called.class,
            fact -> "Step " + fact.step() + " called playbook " + fact.playbook())
        .add(
            PlaybookFact.BranchEnded.class,
            fact -> "A branch of step " + fact.step() + (fact.failed() ? " failed" : " ended"))
        .add(
            PlaybookFact.Left.class,
            fact ->
                "Step "
                    + fact.step()
                    + (fact.failed() ? " failed" : " ended")
                    + (fact.because() == null ? "" : because(fact.because())))
        .add(PlaybookFact.MilestoneReached.class, fact -> "Reached: " + fact.title())
        .add(PlaybookFact.VariableSet.class, fact -> "$" + fact.name() + " set to " + fact.value())
        .add(
            PlaybookFact.PlaceAwaited.class,
            fact ->
                fact.role()
                    + " is to decide for playbook "
                    + fact.playbook()
                    + ": "
                    + fact.question())
        .add(
            PlaybookFact.StepsOwed.class,
            fact -> "The plan demands, too: " + Joiner.on(", ").join(fact.steps()))
        .add(
            PlaybookFact.Ended.class,
            fact ->
                "Playbook " + fact.playbook() + " " + ended(fact.as()) + because(fact.because()));
  }

  private static String ended(Run.Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "completed";
      case FAILED -> "failed";
      case STOPPED -> "stopped";
    };
  }
}
