package dev.firebreak.analysis;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.Observable;
import org.jspecify.annotations.Nullable;

/**
 * Something that an attacker did.
 *
 * @param when when it happened, as far as it is known
 * @param what what was done
 * @param technique how, as ATT&amp;CK names it; null if nobody said
 * @param assets with which assets
 * @param observables what it left to be seen
 * @param evidence the evidence that shows it
 */
public record Activity(
    ActivityTime when,
    String what,
    @Nullable Technique technique,
    ImmutableSet<AssetId> assets,
    ImmutableSet<Observable> observables,
    ImmutableSet<EvidenceId> evidence) {
  public Activity {
    Check.text(what, "what");
  }

  /** Something of which only the time and the words are known. */
  public Activity(ActivityTime when, String what) {
    this(when, what, null, ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
  }
}
