package dev.firebreak.evidence;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What happened to evidence. */
public sealed interface EvidenceFact extends Fact<EvidenceRegister> {
  @Override
  default Concept<EvidenceRegister> concept() {
    return EvidenceRegister.CONCEPT;
  }

  /**
   * An item was secured; who did it has it in custody.
   *
   * @param source where it was taken from
   * @param storage where it is kept
   * @param volatility how fast what it was taken from is gone, null if that was not said
   */
  record Acquired(
      EvidenceId item,
      String description,
      String source,
      Sha256 digest,
      String storage,
      @Nullable Volatility volatility)
      implements EvidenceFact {
    /** An item was secured, and nothing was said about how fast what it was taken from is gone. */
    public Acquired(
        EvidenceId item, String description, String source, Sha256 digest, String storage) {
      this(item, description, source, digest, storage, null);
    }

    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(
          new Evidence(
              item,
              description,
              source,
              digest,
              storage,
              stamp.actor(),
              null,
              stamp.sequence(),
              stamp.occurred(),
              volatility,
              true,
              false));
    }
  }

  /** The custodian handed an item over: the first of the two signatures. */
  record HandedOver(EvidenceId item, Actor to, String reason) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(before.get(item).offered(to, stamp.sequence()));
    }
  }

  /**
   * The new custodian received an item: the second of the two signatures.
   *
   * @param storage where it is kept from now on
   */
  record Received(EvidenceId item, String storage) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(before.get(item).received(stamp.actor(), storage, stamp.sequence()));
    }
  }

  /**
   * The digest of an item was computed again.
   *
   * @param digest what it is now
   * @param intact whether it is the one of when the item was secured
   */
  record Verified(EvidenceId item, Sha256 digest, boolean intact) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(before.get(item).found(intact, false, stamp.sequence()));
    }
  }

  /**
   * An item was examined.
   *
   * @param tool with which tool, in which version
   * @param result what was found
   */
  record Examined(EvidenceId item, String tool, String result) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(before.get(item).found(true, false, stamp.sequence()));
    }
  }

  /**
   * An item was given back or destroyed.
   *
   * @param how what was done with it, and on whose word
   */
  record Disposed(EvidenceId item, String how) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(before.get(item).found(true, true, stamp.sequence()));
    }
  }

  /** A source was put on legal hold: nothing on it, or taken from it, may be destroyed. */
  record Held(String source, String reason) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.with(new LegalHold(source, stamp.actor(), reason, stamp.sequence()));
    }
  }

  /** The legal hold on a source ended. */
  record HoldReleased(String source, String reason) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      return before.withoutHold(source);
    }
  }
}
