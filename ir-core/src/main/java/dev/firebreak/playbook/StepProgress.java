package dev.firebreak.playbook;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Timed;
import dev.firebreak.persistent.PersistentMap;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which steps were done by people, or waived, in one incident, and how far the run of its playbook
 * has come. Immutable.
 *
 * <p>A step that an action carries out is done when that action has succeeded: ask {@link
 * dev.firebreak.action.Actions#hasDone}.
 */
public final class StepProgress implements Timed {
  /** Steps as a part of an incident. */
  public static final Concept<StepProgress> CONCEPT =
      new Concept<>(
          "playbook",
          new StepProgress(
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              0,
              Run.NONE),
          PlaybookFact.class,
          PlaybookRequest.class);

  private final PersistentMap<StepId, Long> done;
  private final PersistentMap<StepId, Long> waived;
  private final PersistentMap<StepId, AddedStep> added;
  private final PersistentMap<StepId, Long> milestones;
  private final PersistentMap<StepId, Long> owed;
  private final long carried; // what was done up to this event is not done again in this run
  private final Run run;

  private StepProgress(
      PersistentMap<StepId, Long> done,
      PersistentMap<StepId, Long> waived,
      PersistentMap<StepId, AddedStep> added,
      PersistentMap<StepId, Long> milestones,
      PersistentMap<StepId, Long> owed,
      long carried,
      Run run) {
    this.done = done;
    this.waived = waived;
    this.added = added;
    this.milestones = milestones;
    this.owed = owed;
    this.carried = carried;
    this.run = run;
  }

  /** Returns the steps that people did. */
  public Collection<StepId> done() {
    return done.keySet();
  }

  /** Returns the steps that somebody decided to leave out. */
  public Collection<StepId> waived() {
    return waived.keySet();
  }

  /** Returns the steps that were not planned. */
  public Collection<AddedStep> added() {
    return added.values();
  }

  /** Returns the step of that id that was not planned. */
  public Optional<AddedStep> added(StepId step) {
    return Optional.ofNullable(added.get(step));
  }

  /** Returns the milestones that were reached, in the order in which they first were. */
  public Collection<StepId> milestones() {
    return milestones.keySet();
  }

  /** Returns the steps that are owed although the run is past them, and may be done at any time. */
  public Collection<StepId> owed() {
    return owed.keySet();
  }

  /** Returns whether the step is owed although the run is past it. */
  public boolean owes(StepId step) {
    return owed.containsKey(step);
  }

  /** Returns whether the run has been put somewhere by hand, so that it passes what was done. */
  public boolean isCarried() {
    return carried > 0;
  }

  /** Returns whether the run passes the step, which was done before it was put where it is. */
  public boolean hasCarried(StepId step) {
    var by = done.get(step);
    return by != null && by < carried;
  }

  /** Returns how far the flow of the playbook has come. */
  public Run run() {
    return run;
  }

  /** Returns whether the step was done or waived. */
  public boolean hasSettled(StepId step) {
    return done.containsKey(step) || waived.containsKey(step);
  }

  /** Returns whether somebody decided to leave the step out. */
  public boolean hasWaived(StepId step) {
    return waived.containsKey(step);
  }

  /** Returns the sequence number of the event that settled the step, 0 if none did. */
  long settledBy(StepId step) {
    var by = done.get(step);
    by = by == null ? waived.get(step) : by;
    return by == null ? 0 : by;
  }

  @Override
  public @Nullable Instant nextDue() {
    return run.nextDue();
  }

  @Override
  public ImmutableList<PlaybookRequest> dueBy(Instant now) {
    return run.dueBy(now).stream()
        .map(each -> new PlaybookRequest.TimeOutStep(each.step(), each.id()))
        .collect(toImmutableList());
  }

  StepProgress withDone(StepId step, long sequence) {
    return new StepProgress(
        done.with(step, sequence), waived, added, milestones, owed.without(step), carried, run);
  }

  StepProgress withWaived(StepId step, long sequence) {
    return new StepProgress(
        done, waived.with(step, sequence), added, milestones, owed.without(step), carried, run);
  }

  StepProgress withAdded(AddedStep step) {
    return new StepProgress(
        done, waived, added.with(step.id(), step), milestones, owed, carried, run);
  }

  StepProgress withMilestone(StepId step, long sequence) {
    return new StepProgress(
        done, waived, added, milestones.with(step, sequence), owed, carried, run);
  }

  StepProgress withOwed(Iterable<StepId> steps, long sequence) {
    var all = owed;
    for (StepId step : steps) {
      all = all.with(step, sequence);
    }
    return new StepProgress(done, waived, added, milestones, all, carried, run);
  }

  StepProgress carriedUpTo(long sequence) {
    return new StepProgress(done, waived, added, milestones, owed, sequence, run);
  }

  /** Returns these with a run that begins anew, for which nothing is owed or done before. */
  StepProgress started(Execution whole) {
    return new StepProgress(
        done, waived, added, milestones, PersistentMap.empty(), 0, run.started(whole));
  }

  StepProgress with(Run changed) {
    return new StepProgress(done, waived, added, milestones, owed, carried, changed);
  }

  StepProgress without(@Nullable ExecutionNumber execution) {
    return execution == null ? this : with(run.without(execution));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepProgress progress
        && done.equals(progress.done)
        && waived.equals(progress.waived)
        && added.equals(progress.added)
        && milestones.equals(progress.milestones)
        && owed.equals(progress.owed)
        && carried == progress.carried
        && run.equals(progress.run);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * done.hashCode() + waived.hashCode()) + run.hashCode();
  }

  @Override
  public String toString() {
    return "done " + done + ", waived " + waived;
  }
}
