package dev.firebreak.scope;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is counted of the affected assets, so that nobody has to walk through them. Immutable. */
final class ScopeCounts {
  static final ScopeCounts NONE = new ScopeCounts(new int[AssetState.values().length], 0, 0);

  /** More records than this in one asset count as this many, so that sums stay numbers. */
  private static final long MOST_RECORDS = 1_000_000_000_000L;

  private final int[] byState; // by the rank of the state; never changed
  private final int accounts;
  private final long records;

  private ScopeCounts(int[] byState, int accounts, long records) {
    this.byState = byState;
    this.accounts = accounts;
    this.records = records;
  }

  /** Returns how many assets are in states of a lower rank than that one. */
  int below(AssetState state) {
    int below = 0;
    for (int rank = 0; rank < state.rank(); rank++) {
      below += byState[rank];
    }
    return below;
  }

  /** Returns how many of them are accounts. */
  int accounts() {
    return accounts;
  }

  /** Returns how many records they hold together, as far as that was estimated. */
  long records() {
    return records;
  }

  /** Returns the counts after an asset was added, or changed. */
  ScopeCounts after(@Nullable Asset before, Asset asset) {
    var states = byState.clone();
    if (before != null) {
      states[before.state().rank()]--;
    }
    states[asset.state().rank()]++;
    return new ScopeCounts(
        states,
        accounts + accounts(asset) - accounts(before),
        records + records(asset) - records(before));
  }

  private static int accounts(@Nullable Asset asset) {
    return asset != null && asset.kind().equals(AssetKind.ACCOUNT) ? 1 : 0;
  }

  private static long records(@Nullable Asset asset) {
    var data = asset == null ? null : asset.data();
    var estimated = data == null ? null : data.records();
    return estimated == null ? 0 : Math.min(estimated, MOST_RECORDS);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScopeCounts counts
        && Arrays.equals(byState, counts.byState)
        && accounts == counts.accounts
        && records == counts.records;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(byState) + accounts;
  }
}
