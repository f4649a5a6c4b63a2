package dev.firebreak.evidence;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

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
   */
  record Acquired(EvidenceId item, String description, String source, Sha256 digest, String storage)
      implements EvidenceFact {
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
              stamp.occurred()));
    }
  }

  /** The custodian handed an item over: the first of the two signatures. */
  record HandedOver(EvidenceId item, Actor to, String reason) implements EvidenceFact {
    @Override
    public EvidenceRegister applyTo(EvidenceRegister before, Stamp stamp) {
      var was = before.get(item);
      return before.with(
          new Evidence(
              item,
              was.description(),
              was.source(),
              was.digest(),
              was.storage(),
              was.custodian(),
              to,
              stamp.sequence(),
              was.acquired()));
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
      var was = before.get(item);
      return before.with(
          new Evidence(
              item,
              was.description(),
              was.source(),
              was.digest(),
              storage,
              stamp.actor(),
              null,
              stamp.sequence(),
              was.acquired()));
    }
  }
}
