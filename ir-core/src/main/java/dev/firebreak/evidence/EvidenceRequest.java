package dev.firebreak.evidence;

import static dev.firebreak.evidence.EvidenceCondition.IN_CUSTODY;
import static dev.firebreak.evidence.EvidenceCondition.KNOWN;
import static dev.firebreak.evidence.EvidenceCondition.NEW;
import static dev.firebreak.evidence.EvidenceCondition.OFFERED;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about evidence. */
public sealed interface EvidenceRequest extends Request<EvidenceRegister> {
  @Override
  default Concept<EvidenceRegister> concept() {
    return EvidenceRegister.CONCEPT;
  }

  /**
   * Record that an item was secured.
   *
   * @param source where it was taken from
   * @param storage where it is kept
   */
  record Acquire(EvidenceId item, String description, String source, Sha256 digest, String storage)
      implements EvidenceRequest {
    public Acquire {
      Check.text(description, "description");
      Check.text(source, "source");
      Check.text(storage, "storage");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return register
          .find(item)
          .map(used -> ImmutableList.of(NEW.unmet("there is evidence " + item, used.since())))
          .orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(
          new EvidenceFact.Acquired(item, description, source, digest, storage));
    }
  }

  /** Hand an item over to somebody, who has to {@link Receive} it. */
  record HandOver(EvidenceId item, Actor to, String reason) implements EvidenceRequest {
    public HandOver {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      var found = register.find(item);
      if (found.isEmpty()) {
        return ImmutableList.of(KNOWN.unmet("there is no evidence " + item));
      }
      return found.get().custodian().equals(by.actor())
          ? ImmutableList.of()
          : ImmutableList.of(
              IN_CUSTODY.unmet(
                  item + " is in the custody of " + found.get().custodian(), found.get().since()));
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.HandedOver(item, to, reason));
    }
  }

  /** Receive an item that was handed over to the one who asks. */
  record Receive(EvidenceId item, String storage) implements EvidenceRequest {
    public Receive {
      Check.text(storage, "storage");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      var found = register.find(item);
      if (found.isEmpty()) {
        return ImmutableList.of(KNOWN.unmet("there is no evidence " + item));
      }
      return by.actor().equals(found.get().offeredTo())
          ? ImmutableList.of()
          : ImmutableList.of(
              OFFERED.unmet(
                  item + " has not been handed over to " + by.actor(), found.get().since()));
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.Received(item, storage));
    }
  }
}
