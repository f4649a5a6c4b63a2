package dev.firebreak.analysis;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis found, and the evidence that it rests on.
 *
 * @param evidence at least one item
 * @param withdrawn why it does not hold any more, null while it does
 * @param since the sequence number of the last event about it
 */
public record Finding(
    FindingId id,
    String statement,
    ImmutableSet<EvidenceId> evidence,
    @Nullable String withdrawn,
    long since)
    implements Statement {
  /** Returns whether it holds. */
  @Override
  public boolean stands() {
    return withdrawn == null;
  }
}
