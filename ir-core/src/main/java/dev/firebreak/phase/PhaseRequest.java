package dev.firebreak.phase;

import static dev.firebreak.phase.PhaseCondition.ENDS_SO;
import static dev.firebreak.phase.PhaseCondition.REACHABLE;
import static dev.firebreak.phase.PhaseCondition.REASON_GIVEN;
import static dev.firebreak.phase.PhaseCondition.RECOVERING;
import static dev.firebreak.phase.PhaseCondition.REOPENS;
import static dev.firebreak.phase.PhaseCondition.TAKEN_OVER;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import org.jspecify.annotations.Nullable;

/** What may be asked about the course of an incident. */
public sealed interface PhaseRequest extends Request<Progress>
    permits PhaseRequest.Enter,
        PhaseRequest.Close,
        PhaseRequest.Reopen,
        PhaseRequest.ConfirmCriterion,
        PhaseRequest.WaiveCriterion {
  @Override
  default Concept<Progress> concept() {
    return Progress.CONCEPT;
  }

  /**
   * Go to another phase.
   *
   * @param reason why; needed unless it is the usual next step
   */
  record Enter(Phase to, @Nullable String reason) implements PhaseRequest {
    public Enter {
      if (reason != null) {
        Check.text(reason, "reason");
      }
    }

    /** Asks for the usual next step. */
    public static Enter next(Phase to) {
      return new Enter(to, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(Progress progress, Asking by) {
      return switch (progress.phase().moveTo(to)) {
        case NEXT -> ImmutableList.of();
        case BACK, SKIP ->
            reason != null
                ? ImmutableList.of()
                : ImmutableList.of(
                    REASON_GIVEN
                        .unmet(
                            "going from " + progress.phase() + " to " + to + " needs a reason",
                            progress.since())
                        .or(new Remedy.AskFor(new Enter(to, "why"))));
        case NONE ->
            ImmutableList.of(
                REACHABLE.unmet(
                    to + " cannot be reached from " + progress.phase(), progress.since()));
      };
    }

    @Override
    public ImmutableList<Fact<Progress>> yields(Progress progress, Asking by) {
      var from = progress.phase();
      return ImmutableList.of(new PhaseFact.Entered(from, to, from.moveTo(to), reason));
    }
  }

  /**
   * End the incident.
   *
   * @param reason why
   * @param handover to whom it is handed over, null unless it ends that way
   */
  record Close(Disposition as, String reason, @Nullable Handover handover) implements PhaseRequest {
    public Close {
      Check.text(reason, "reason");
    }

    /** Asks for an end in which nobody takes the incident over. */
    public Close(Disposition as, String reason) {
      this(as, reason, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(Progress progress, Asking by) {
      if (Move.ending(progress.phase(), as) == Move.NONE) {
        return ImmutableList.of(
            ENDS_SO.unmet(
                "an incident in " + progress.phase() + " cannot end as " + as, progress.since()));
      }
      if ((as == Disposition.HANDED_OVER) == (handover != null)) {
        return ImmutableList.of();
      }
      return ImmutableList.of(
          handover == null
              ? TAKEN_OVER
                  .unmet("nobody is named who takes the incident over")
                  .or(
                      new Remedy.AskFor(
                          new Close(as, reason, Handover.to("who takes the incident over"))))
              : TAKEN_OVER
                  .unmet(handover.to() + " takes it over, which does not go with an end as " + as)
                  .or(new Remedy.AskFor(new Close(as, reason)))
                  .or(new Remedy.AskFor(new Close(Disposition.HANDED_OVER, reason, handover))));
    }

    @Override
    public ImmutableList<Fact<Progress>> yields(Progress progress, Asking by) {
      return ImmutableList.of(new PhaseFact.Closed(as, reason, handover));
    }
  }

  /** Take up a closed incident again, as a new episode. */
  record Reopen(Phase in, String reason) implements PhaseRequest {
    public Reopen {
      Check.text(reason, "reason");
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Progress progress, Asking by) {
      if (progress.open()) {
        return ImmutableList.of(REOPENS.unmet("the incident is open", progress.since()));
      }
      return Move.REOPENING.contains(in)
          ? ImmutableList.of()
          : ImmutableList.of(
              REOPENS.unmet("an incident is not reopened in " + in, progress.since()));
    }

    @Override
    public ImmutableList<Fact<Progress>> yields(Progress progress, Asking by) {
      return ImmutableList.of(new PhaseFact.EpisodeStarted(in, reason));
    }
  }

  /**
   * Confirm that a criterion for the end of recovery holds.
   *
   * @param how how it was checked
   */
  record ConfirmCriterion(CriterionId criterion, String how) implements PhaseRequest {
    public ConfirmCriterion {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Rejection> unmet(Progress progress, Asking by) {
      return notRecovering(progress);
    }

    @Override
    public ImmutableList<Fact<Progress>> yields(Progress progress, Asking by) {
      return progress.criteria().containsKey(criterion)
          ? ImmutableList.of()
          : ImmutableList.of(new PhaseFact.CriterionConfirmed(criterion, how));
    }
  }

  /** Let recovery end without one of the criteria. */
  record WaiveCriterion(CriterionId criterion, String reason) implements PhaseRequest {
    public WaiveCriterion {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Progress progress, Asking by) {
      return notRecovering(progress);
    }

    @Override
    public ImmutableList<Fact<Progress>> yields(Progress progress, Asking by) {
      return progress.criteria().containsKey(criterion)
          ? ImmutableList.of()
          : ImmutableList.of(new PhaseFact.CriterionWaived(criterion, reason));
    }
  }

  private static ImmutableList<Rejection> notRecovering(Progress progress) {
    return progress.phase() == Phase.RECOVERY
        ? ImmutableList.of()
        : ImmutableList.of(
            RECOVERING.unmet("the incident is in " + progress.phase(), progress.since()));
  }
}
