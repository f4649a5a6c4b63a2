package dev.firebreak.playbook;

import dev.firebreak.action.StepId;
import org.jspecify.annotations.Nullable;

/**
 * Where a run goes on after a step.
 *
 * <p>Where nothing is named the branch ends: with success after a success, and with failure after a
 * failure, which is then that of the step to which the branch belongs.
 *
 * @param onSuccess what comes after it has succeeded, null if its branch ends
 * @param onFailure what comes after it has failed, null if that is a failure of its branch
 */
public record Exits(@Nullable StepId onSuccess, @Nullable StepId onFailure) {
  /** The branch ends. */
  public static final Exits NONE = new Exits(null, null);

  /** Returns that this comes next, whatever the outcome. */
  public static Exits to(StepId next) {
    return new Exits(next, next);
  }

  /** Returns that this comes after a success; a failure is one of the branch. */
  public static Exits onSuccess(StepId next) {
    return new Exits(next, null);
  }

  /** Returns what comes next, null if the branch ends. */
  public @Nullable StepId after(boolean failed) {
    return failed ? onFailure : onSuccess;
  }
}
