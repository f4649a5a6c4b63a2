package dev.firebreak.playbook;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.scope.AssetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that a run has come to and not left.
 *
 * @param step which step; a run as a whole is an execution of the step that has its playbook's name
 * @param within to which execution its branch belongs, null for a run as a whole
 * @param waits what it waits for
 * @param branches how many of its branches have not ended
 * @param rounds how many branches it has begun
 * @param failed whether one of its branches has failed
 * @param playbook the playbook that it runs, null for other steps
 * @param asset the asset for which its branch is repeated, null for other steps
 * @param due when it has failed if nobody has done it, null for never
 * @param since the sequence number of the event by which it came to this
 */
public record Execution(
    ExecutionNumber id,
    StepId step,
    @Nullable ExecutionNumber within,
    Waits waits,
    int branches,
    int rounds,
    boolean failed,
    @Nullable PlaybookId playbook,
    @Nullable AssetId asset,
    @Nullable Instant due,
    long since) {
  /** What an execution waits for. */
  public sealed interface Waits {
    /** That its branches end. */
    record Branches() implements Waits {}

    /**
     * That somebody does it.
     *
     * @param role who
     */
    record Work(Role role) implements Waits {}

    /**
     * That somebody decides.
     *
     * @param role who
     * @param question what is asked
     * @param answers the possible answers
     */
    record Answer(Role role, String question, ImmutableSet<String> answers) implements Waits {}
  }

  static final Waits BRANCHES = new Waits.Branches();

  /** Returns whether somebody has to do or to decide something. */
  public boolean waitsForSomebody() {
    return !(waits instanceof Waits.Branches);
  }

  /** Returns who has to do or to decide it, null if its branches have to end. */
  public @Nullable Role role() {
    return waits instanceof Waits.Work work
        ? work.role()
        : waits instanceof Waits.Answer answer ? answer.role() : null;
  }

  static Execution of(
      ExecutionNumber id, StepId step, @Nullable ExecutionNumber within, Waits waits, long since) {
    return new Execution(id, step, within, waits, 0, 0, false, null, null, null, since);
  }

  Execution waitingFor(Waits next, long by) {
    return new Execution(
        id, step, within, next, branches, rounds, failed, playbook, asset, due, by);
  }

  Execution until(@Nullable Instant time) {
    return new Execution(
        id, step, within, waits, branches, rounds, failed, playbook, asset, time, since);
  }

  Execution running(PlaybookId called) {
    return new Execution(
        id, step, within, waits, branches, rounds, failed, called, asset, due, since);
  }

  Execution repeatedFor(AssetId one) {
    return new Execution(
        id, step, within, waits, branches, rounds, failed, playbook, one, due, since);
  }

  Execution begun(int more) {
    return new Execution(
        id,
        step,
        within,
        BRANCHES,
        branches + more,
        rounds + more,
        failed,
        playbook,
        asset,
        due,
        since);
  }

  /** Returns it in its next round, the last being over. */
  Execution again() {
    return new Execution(
        id, step, within, BRANCHES, 1, rounds + 1, failed, playbook, asset, due, since);
  }

  Execution ended(boolean branchFailed) {
    return new Execution(
        id,
        step,
        within,
        waits,
        branches - 1,
        rounds,
        failed || branchFailed,
        playbook,
        asset,
        due,
        since);
  }
}
