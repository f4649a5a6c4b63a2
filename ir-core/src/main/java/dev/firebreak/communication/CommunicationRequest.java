package dev.firebreak.communication;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
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
   */
  record Notify(Audience audience, String recipient, String message, @Nullable String reference)
      implements CommunicationRequest {
    public Notify {
      Check.text(recipient, "recipient");
      Check.text(message, "message");
      if (reference != null) {
        Check.text(reference, "reference");
      }
    }

    @Override
    public ImmutableList<Rejection> unmet(Communications communications, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Communications>> yields(Communications communications, Asking by) {
      return ImmutableList.of(
          new CommunicationFact.Notified(audience, recipient, message, reference));
    }
  }
}
