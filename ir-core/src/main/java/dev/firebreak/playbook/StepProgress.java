package dev.firebreak.playbook;

import dev.firebreak.action.StepId;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;

/**
 * Which steps were done by people, or waived, in one incident. Immutable.
 *
 * <p>A step that an action carries out is done when that action has succeeded: ask {@link
 * dev.firebreak.action.Actions#hasDone}.
 */
public final class StepProgress {
  /** Steps as a part of an incident. */
  public static final Concept<StepProgress> CONCEPT =
      new Concept<>(
          "playbook",
          new StepProgress(PersistentMap.empty(), PersistentMap.empty()),
          PlaybookFact.class,
          PlaybookRequest.class);

  private final PersistentMap<StepId, Long> done;
  private final PersistentMap<StepId, Long> waived;

  private StepProgress(PersistentMap<StepId, Long> done, PersistentMap<StepId, Long> waived) {
    this.done = done;
    this.waived = waived;
  }

  /** Returns the steps that people did. */
  public Collection<StepId> done() {
    return done.keySet();
  }

  /** Returns the steps that somebody decided to leave out. */
  public Collection<StepId> waived() {
    return waived.keySet();
  }

  /** Returns whether the step was done or waived. */
  public boolean hasSettled(StepId step) {
    return done.containsKey(step) || waived.containsKey(step);
  }

  /** Returns the sequence number of the event that settled the step, 0 if none did. */
  long settledBy(StepId step) {
    var by = done.get(step);
    by = by == null ? waived.get(step) : by;
    return by == null ? 0 : by;
  }

  StepProgress withDone(StepId step, long sequence) {
    return new StepProgress(done.with(step, sequence), waived);
  }

  StepProgress withWaived(StepId step, long sequence) {
    return new StepProgress(done, waived.with(step, sequence));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepProgress progress
        && done.equals(progress.done)
        && waived.equals(progress.waived);
  }

  @Override
  public int hashCode() {
    return 31 * done.hashCode() + waived.hashCode();
  }

  @Override
  public String toString() {
    return "done " + done + ", waived " + waived;
  }
}
