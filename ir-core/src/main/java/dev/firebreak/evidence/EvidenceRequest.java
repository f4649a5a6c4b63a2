package dev.firebreak.evidence;

import static dev.firebreak.evidence.EvidenceCondition.HOLD_FITS;
import static dev.firebreak.evidence.EvidenceCondition.IN_CUSTODY;
import static dev.firebreak.evidence.EvidenceCondition.KNOWN;
import static dev.firebreak.evidence.EvidenceCondition.NEW;
import static dev.firebreak.evidence.EvidenceCondition.NOT_DISPOSED;
import static dev.firebreak.evidence.EvidenceCondition.NOT_HELD;
import static dev.firebreak.evidence.EvidenceCondition.OFFERED;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may be asked about evidence. */
public sealed interface EvidenceRequest extends Request<EvidenceRegister> {
  @Override
  default Concept<EvidenceRegister> concept() {
    return EvidenceRegister.CONCEPT;
  }

  /**
   * Custody goes on where an item was secured; and where an action is still to run, what it would
   * destroy is secured there.
   */
  @Override
  default boolean afterMerging() {
    return true;
  }

  /**
   * Record that an item was secured.
   *
   * @param source where it was taken from
   * @param storage where it is kept
   * @param volatility how fast what it was taken from is gone, null if that is not said
   */
  record Acquire(
      EvidenceId item,
      String description,
      String source,
      Sha256 digest,
      String storage,
      @Nullable Volatility volatility)
      implements EvidenceRequest {
    public Acquire {
      Check.text(description, "description");
      Check.text(source, "source");
      Check.text(storage, "storage");
    }

    /** Record it, and say nothing about how fast what it was taken from is gone. */
    public Acquire(
        EvidenceId item, String description, String source, Sha256 digest, String storage) {
      this(item, description, source, digest, storage, null);
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
          new EvidenceFact.Acquired(item, description, source, digest, storage, volatility));
    }
  }

  /** Hand an item over to somebody, who has to {@link Receive} it. */
  record HandOver(EvidenceId item, Actor to, String reason) implements EvidenceRequest {
    public HandOver {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return about(item, register, found -> inCustody(found, by));
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
      return about(
          item,
          register,
          found ->
              by.actor().equals(found.offeredTo())
                  ? ImmutableList.of()
                  : ImmutableList.of(
                      OFFERED.unmet(
                          item + " has not been handed over to " + by.actor(), found.since())));
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.Received(item, storage));
    }
  }

  /**
   * Record what the digest of an item is now; another one than before shows that it has changed.
   */
  record Verify(EvidenceId item, Sha256 digest) implements EvidenceRequest {
    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return about(item, register, found -> ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      boolean intact = register.get(item).digest().equals(digest);
      return ImmutableList.of(new EvidenceFact.Verified(item, digest, intact));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /**
   * Record what an examination of an item has found.
   *
   * @param tool with which tool, in which version
   */
  record Examine(EvidenceId item, String tool, String result) implements EvidenceRequest {
    public Examine {
      Check.text(tool, "tool");
      Check.text(result, "result");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return about(item, register, found -> ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.Examined(item, tool, result));
    }
  }

  /**
   * Record that its custodian has given an item back, or destroyed it.
   *
   * @param how what was done with it, and on whose word
   */
  record Dispose(EvidenceId item, String how) implements EvidenceRequest {
    public Dispose {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return about(
          item,
          register,
          found ->
              ImmutableList.<Rejection>builder()
                  .addAll(inCustody(found, by))
                  .addAll(
                      register.hold(found.source()).map(EvidenceRequest::held).stream().toList())
                  .build());
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.Disposed(item, how));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /** Put a source on legal hold: nothing on it, or taken from it, is destroyed until released. */
  record Hold(String source, String reason) implements EvidenceRequest {
    public Hold {
      Check.text(source, "source");
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return register
          .hold(source)
          .map(held -> ImmutableList.of(HOLD_FITS.unmet(source + " is on hold", held.since())))
          .orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.Held(source, reason));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /** End the legal hold on a source. */
  record ReleaseHold(String source, String reason) implements EvidenceRequest {
    public ReleaseHold {
      Check.text(source, "source");
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(EvidenceRegister register, Asking by) {
      return register.hold(source).isPresent()
          ? ImmutableList.of()
          : ImmutableList.of(HOLD_FITS.unmet(source + " is not on hold"));
    }

    @Override
    public ImmutableList<Fact<EvidenceRegister>> yields(EvidenceRegister register, Asking by) {
      return ImmutableList.of(new EvidenceFact.HoldReleased(source, reason));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /** Returns what the check finds, or that there is no such item any more. */
  private static ImmutableList<Rejection> about(
      EvidenceId id,
      EvidenceRegister register,
      Function<Evidence, ImmutableList<Rejection>> check) {
    var found = register.find(id).orElse(null);
    if (found == null) {
      return ImmutableList.of(KNOWN.unmet("there is no evidence " + id));
    }
    return found.disposed()
        ? ImmutableList.of(NOT_DISPOSED.unmet(id + " was disposed of", found.since()))
        : check.apply(found);
  }

  private static ImmutableList<Rejection> inCustody(Evidence item, Asking by) {
    return item.custodian().equals(by.actor())
        ? ImmutableList.of()
        : ImmutableList.of(
            IN_CUSTODY.unmet(
                item.id() + " is in the custody of " + item.custodian(), item.since()));
  }

  private static Rejection held(LegalHold hold) {
    return NOT_HELD
        .unmet(hold.source() + " is on legal hold, because: " + hold.reason(), hold.since())
        .or(new Remedy.Act(new ReleaseHold(hold.source(), "why it ends"), Remedy.Asker.ANYBODY));
  }
}
