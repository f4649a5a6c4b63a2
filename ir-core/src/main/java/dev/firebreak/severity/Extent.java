package dev.firebreak.severity;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much an incident touches.
 *
 * @param assets how many assets are affected, accounts among them
 * @param accounts how many accounts are affected
 * @param records how many records the affected data hold, as far as that was estimated
 */
public record Extent(long assets, long accounts, long records) {
  /** Nothing. */
  public static final Extent NONE = new Extent(0, 0, 0);

  public Extent {
    checkArgument(
        assets >= 0 && accounts >= 0 && records >= 0,
        "an extent must not be negative but was %s, %s, %s",
        assets,
        accounts,
        records);
  }

  /** Returns whether this is as much as the other in every respect. */
  public boolean atLeast(Extent other) {
    return assets >= other.assets && accounts >= other.accounts && records >= other.records;
  }

  @Override
  public String toString() {
    return assets + " assets, " + accounts + " accounts, " + records + " records";
  }
}
