package dev.firebreak.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Attacker activity as it is known now.
 *
 * @param activity what was said of it last
 * @param corrections how often that was corrected
 * @param withdrawn why it is no longer believed to have happened, null while it is
 * @param since the sequence number of the last event about it
 */
public record RecordedActivity(
    ActivityId id, Activity activity, int corrections, @Nullable String withdrawn, long since)
    implements Statement {
  /** Returns whether it is believed to have happened. */
  @Override
  public boolean stands() {
    return withdrawn == null;
  }
}
