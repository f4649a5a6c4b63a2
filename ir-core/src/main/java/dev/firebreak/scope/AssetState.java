package dev.firebreak.scope;

/** How far the response has come with one affected asset. */
public enum AssetState {
  /** Known to be affected. */
  AFFECTED(0),
  /** Cannot spread the incident any more. */
  CONTAINED(1),
  /** Free of what the incident brought. */
  ERADICATED(2),
  /** Back in service. */
  RESTORED(3),
  /** Shown to work as usual. */
  VERIFIED(4);

  private final int rank;

  AssetState(int rank) {
    this.rank = rank;
  }

  /** Returns whether the response has come this far, or farther. */
  public boolean atLeast(AssetState other) {
    return rank >= other.rank;
  }

  /**
   * Returns what comes right after this.
   *
   * @throws IllegalStateException if this is the last
   */
  public AssetState next() {
    return switch (this) {
      case AFFECTED -> CONTAINED;
      case CONTAINED -> ERADICATED;
      case ERADICATED -> RESTORED;
      case RESTORED -> VERIFIED;
      case VERIFIED -> throw new IllegalStateException("nothing comes after " + this);
    };
  }

  boolean comesRightAfter(AssetState other) {
    return other != VERIFIED && other.next() == this;
  }

  /** Returns its place in the order, from 0. */
  int rank() {
    return rank;
  }
}
