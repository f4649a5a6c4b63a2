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
    Instant acquired) {}
