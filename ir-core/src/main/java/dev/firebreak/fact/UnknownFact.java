package dev.firebreak.fact;

/**
 * A fact of a kind that this version does not know, kept as it was written.
 *
 * <p>A history that holds one can be read, and is written back unchanged, but takes no more
 * commands: what the fact changed is not known.
 *
 * @param type the name of its kind
 * @param raw the event as it was written
 */
public record UnknownFact(String type, String raw) implements Fact<UnknownFact.Seen> {
  /** The concept that holds what is not understood; it has no kinds of its own. */
  public static final Concept<Seen> CONCEPT = new Concept<>("unknown", new Seen(0, ""));

  /**
   * How much of a history is not understood.
   *
   * @param first the sequence number of the first such event, 0 if there is none
   * @param type the kind of that event
   */
  public record Seen(long first, String type) {}

  @Override
  public Concept<Seen> concept() {
    return CONCEPT;
  }

  @Override
  public Seen applyTo(Seen before, Stamp stamp) {
    return before.first == 0 ? new Seen(stamp.sequence(), type) : before;
  }
}
