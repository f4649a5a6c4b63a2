package dev.firebreak.phase;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What happened to the course of an incident. */
public sealed interface PhaseFact extends Fact<Progress> {
  @Override
  default Concept<Progress> concept() {
    return Progress.CONCEPT;
  }

  /**
   * An episode began, at the opening of an incident or when it was reopened.
   *
   * @param in the phase that it began in
   * @param reason why
   */
  record EpisodeStarted(Phase in, String reason) implements PhaseFact {
    @Override
    public Progress applyTo(Progress before, Stamp stamp) {
      return before.begin(in, stamp);
    }
  }

  /**
   * The incident went from one phase to another.
   *
   * @param move the kind of move that it was
   * @param reason why, null for the usual next step
   */
  record Entered(Phase from, Phase to, Move move, @Nullable String reason) implements PhaseFact {
    @Override
    public Progress applyTo(Progress before, Stamp stamp) {
      return before.enter(to, stamp);
    }
  }

  /**
   * The episode ended.
   *
   * @param as how the incident ended
   * @param reason why
   * @param handover to whom it was handed over, null unless it ended that way
   */
  record Closed(Disposition as, String reason, @Nullable Handover handover) implements PhaseFact {
    /** Nobody took the incident over. */
    public Closed(Disposition as, String reason) {
      this(as, reason, null);
    }

    @Override
    public Progress applyTo(Progress before, Stamp stamp) {
      return before.end(as, stamp);
    }
  }

  /**
   * A criterion for the end of recovery holds.
   *
   * @param how how it was checked
   */
  record CriterionConfirmed(CriterionId criterion, String how) implements PhaseFact {
    @Override
    public Progress applyTo(Progress before, Stamp stamp) {
      return before.settle(criterion, stamp);
    }
  }

  /** Recovery may end without one of the criteria. */
  record CriterionWaived(CriterionId criterion, String reason) implements PhaseFact {
    @Override
    public Progress applyTo(Progress before, Stamp stamp) {
      return before.settle(criterion, stamp);
    }
  }
}
