package dev.firebreak.sharing;

import dev.firebreak.fact.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Who may know of an incident.
 *
 * @param tlp its mark, null if it has none
 * @param needToKnow who alone may see it, null if it is not restricted
 * @param privileged whether legal privilege is claimed for it
 * @param since the sequence number of the last event about this, 0 if there is none
 */
public record Sharing(
    @Nullable Tlp tlp, @Nullable NeedToKnow needToKnow, boolean privileged, long since) {
  /** Sharing as a part of an incident. */
  public static final Concept<Sharing> CONCEPT =
      new Concept<>(
          "sharing", new Sharing(null, null, false, 0), SharingFact.class, SharingRequest.class);

  /** Returns whether nothing keeps it from anybody in the house. */
  public boolean isOpen() {
    return needToKnow == null && !privileged && (tlp == null || !tlp.atLeast(Tlp.AMBER));
  }

  Sharing marked(Tlp mark, long event) {
    return new Sharing(mark, needToKnow, privileged, event);
  }

  Sharing restricted(@Nullable NeedToKnow to, long event) {
    return new Sharing(tlp, to, privileged, event);
  }

  Sharing privileged(boolean claimed, long event) {
    return new Sharing(tlp, needToKnow, claimed, event);
  }
}
