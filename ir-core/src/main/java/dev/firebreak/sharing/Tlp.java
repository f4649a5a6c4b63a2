package dev.firebreak.sharing;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far something may be shared: the labels of the Traffic Light Protocol.
 *
 * <p>{@link #AMBER_STRICT} is a variant of {@link #AMBER}, so there are four labels and five marks.
 *
 * @see <a href="https://www.first.org/tlp/">FIRST, Traffic Light Protocol, version 2.0</a>
 */
public enum Tlp {
  /** Everybody may know. */
  CLEAR(0, "TLP:CLEAR"),
  /** The community may know, by no public channel. */
  GREEN(1, "TLP:GREEN"),
  /** The own organisation and its clients, as far as they need to know. */
  AMBER(2, "TLP:AMBER"),
  /** The own organisation alone, as far as it needs to know. */
  AMBER_STRICT(3, "TLP:AMBER+STRICT"),
  /** Nobody but those to whom it was given. */
  RED(4, "TLP:RED");

  private final int rank;
  private final String label;

  Tlp(int rank, String label) {
    this.rank = rank;
    this.label = label;
  }

  /** Returns the label as it is written on a document. */
  public String label() {
    return label;
  }

  /** Returns whether this is as strict as the other, or stricter. */
  public boolean atLeast(Tlp other) {
    return rank >= other.rank;
  }

  /** Returns the stricter of both. */
  public Tlp orStricter(Tlp other) {
    return atLeast(other) ? this : other;
  }

  /**
   * Returns the mark with that label.
   *
   * <p>{@code TLP:WHITE} of version 1 is {@code TLP:CLEAR}.
   *
   * @throws IllegalArgumentException if there is none; labels are in upper case and without blanks
   */
  public static Tlp parse(String label) {
    for (Tlp tlp : values()) {
      if (tlp.label.equals(label)) {
        return tlp;
      }
    }
    checkArgument(label.equals("TLP:WHITE"), "there is no label %s", label);
    return CLEAR;
  }

  @Override
  public String toString() {
    return label;
  }
}
