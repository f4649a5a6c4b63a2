package dev.firebreak.evidence;

import dev.firebreak.fact.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of evidence.
 *
 * @param description what it is
 * @param source where it was taken from, such as a host
 * @param digest its digest when it was secured
 * @param storage where it is kept
 * @param custodian who has it in custody
 * @param offeredTo to whom it has been handed over but who has not received it yet, null if nobody
 * @param since the sequence number of the last event about it
 * @param acquired when it was secured
 * @param volatility how fast what it was taken from is gone, null if that was not said
 * @param intact whether its digest was the same whenever it was looked at again
 * @param disposed whether it was given back or destroyed
 */
public record Evidence(
    EvidenceId id,
    String description,
    String source,
    Sha256 digest,
    String storage,
    Actor custodian,
    @Nullable Actor offeredTo,
    long since,
    Instant acquired,
    @Nullable Volatility volatility,
    boolean intact,
    boolean disposed) {

  Evidence offered(Actor to, long since) {
    return new Evidence(
        id,
        description,
        source,
        digest,
        storage,
        custodian,
        to,
        since,
        acquired,
        volatility,
        intact,
        disposed);
  }

  Evidence received(Actor by, String storage, long since) {
    return new Evidence(
        id,
        description,
        source,
        digest,
        storage,
        by,
        null,
        since,
        acquired,
        volatility,
        intact,
        disposed);
  }

  /** Returns the item after it was looked at, or disposed of. */
  Evidence found(boolean intact, boolean disposed, long since) {
    return new Evidence(
        id,
        description,
        source,
        digest,
        storage,
        custodian,
        offeredTo,
        since,
        acquired,
        volatility,
        this.intact && intact,
        this.disposed || disposed);
  }
}
