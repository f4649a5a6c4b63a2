package dev.firebreak.analysis;

import dev.firebreak.scope.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * Who may be behind the incident. Several may be held at the same time.
 *
 * @param suspect who, such as the name of a group
 * @param confidence how sure those are who hold it
 * @param grounds what speaks for it
 * @param withdrawn why it is not held any more, null while it is
 * @param since the sequence number of the last event about it
 */
public record Hypothesis(
    HypothesisId id,
    String suspect,
    Confidence confidence,
    String grounds,
    @Nullable String withdrawn,
    long since)
    implements Statement {
  /** Returns whether it is held. */
  @Override
  public boolean stands() {
    return withdrawn == null;
  }
}
