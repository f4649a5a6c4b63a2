package dev.firebreak.playbook;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Names one execution of a step within an incident: a step in a loop, or one that is repeated for
 * each asset, has several.
 *
 * @param value counted from 1, over all runs of the incident
 */
public record ExecutionNumber(int value) {
  public ExecutionNumber {
    checkArgument(value > 0, "execution must be positive but was %s", value);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
