package dev.firebreak.action;

/** How far the effect of an action reaches, if it goes as planned. */
public enum BlastRadius {
  /** Nothing but the record changes. */
  NONE(0),
  /** The one host, account, message or file that is its target. */
  TARGET(1),
  /** Everybody who uses one service. */
  SERVICE(2),
  /** A network segment or a site. */
  SITE(3),
  /** The whole organization. */
  ORGANIZATION(4);

  private final int rank;

  BlastRadius(int rank) {
    this.rank = rank;
  }

  /** Returns whether it reaches as far as the other, or further. */
  public boolean atLeast(BlastRadius other) {
    return rank >= other.rank;
  }
}
