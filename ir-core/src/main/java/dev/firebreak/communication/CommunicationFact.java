package dev.firebreak.communication;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.sharing.Audience;
import org.jspecify.annotations.Nullable;

/** What was said. */
public sealed interface CommunicationFact extends Fact<Communications> {
  @Override
  default Concept<Communications> concept() {
    return Communications.CONCEPT;
  }

  /**
   * Somebody was told.
   *
   * @param recipient who was told, such as the name of an authority
   * @param message what was said
   * @param reference the number that the recipient gave, null if none
   * @param fulfils the obligations that this fulfils, or brings up to date, as far as they are
   *     named
   */
  record Notified(
      Audience audience,
      String recipient,
      String message,
      @Nullable String reference,
      ImmutableSet<ObligationId> fulfils)
      implements CommunicationFact {
    /** Takes a notice that names no obligation. */
    public Notified(
        Audience audience, String recipient, String message, @Nullable String reference) {
      this(audience, recipient, message, reference, ImmutableSet.of());
    }

    @Override
    public Communications applyTo(Communications before, Stamp stamp) {
      return before.with(
          new Notice(audience, recipient, reference, fulfils, stamp.occurred(), stamp.sequence()));
    }
  }

  /** The severity demands that an audience is told; telling it settles that. */
  record Owed(Audience audience, String because) implements CommunicationFact {
    @Override
    public Communications applyTo(Communications before, Stamp stamp) {
      return before.owing(new Owing(audience, because, stamp.sequence()));
    }
  }

  /** An audience that was not told does not have to be told any more. */
  record NoLongerOwed(Audience audience, String because) implements CommunicationFact {
    @Override
    public Communications applyTo(Communications before, Stamp stamp) {
      return before.notOwing(audience);
    }
  }
}
