package dev.firebreak.communication;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.sharing.Audience;
import org.jspecify.annotations.Nullable;

/** What may be asked about communication. */
public sealed interface CommunicationRequest extends Request<Communications> {
  @Override
  default Concept<Communications> concept() {
    return Communications.CONCEPT;
  }

  /**
   * Record that somebody was told.
   *
   * @param recipient who was told, such as the name of an authority
   * @param message what was said
   * @param reference the number that the recipient gave, null if none
   * @param fulfils the obligations that this fulfils, or brings up to date; may be empty where the
   *     plan has just one to tell the audience
   */
  record Notify(
      Audience audience,
      String recipient,
      String message,
      @Nullable String reference,
      ImmutableSet<ObligationId> fulfils)
      implements CommunicationRequest {
    /** Takes a notice that names no obligation. */
    public Notify(Audience audience, String recipient, String message, @Nullable String reference) {
      this(audience, recipient, message, reference, ImmutableSet.of());
    }

    public Notify {
      Check.text(recipient, "recipient");
      Check.text(message, "message");
      if (reference != null) {
        Check.text(reference, "reference");
      }
    }

    /** Telling somebody outlives the incident. */
    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Communications communications, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Communications>> yields(Communications communications, Asking by) {
      return ImmutableList.of(
          new CommunicationFact.Notified(audience, recipient, message, reference, fulfils));
    }
  }
}
