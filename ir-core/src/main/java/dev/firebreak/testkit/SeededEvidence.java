package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.evidence.Evidence;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import java.util.function.Function;

/** Makes the less common requests about the evidence of one incident. */
final class SeededEvidence {
  private static final ImmutableList<Function<SeededEvidence, Request<?>>> KINDS =
      ImmutableList.of(
          by -> new EvidenceRequest.Verify(by.item(), by.digest()),
          by -> new EvidenceRequest.Examine(by.item(), by.dice.text(), by.dice.text()),
          by -> new EvidenceRequest.Dispose(by.item(), by.dice.text()),
          by -> new EvidenceRequest.Hold(by.source(), by.dice.text()),
          by -> new EvidenceRequest.ReleaseHold(by.source(), by.dice.text()));

  private final Dice dice;
  private final Incident incident;

  SeededEvidence(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
  }

  Request<?> next() {
    return dice.oneOf(KINDS).apply(this);
  }

  private EvidenceId item() {
    return dice.anyOf(incident.evidence().all())
        .map(Evidence::id)
        .orElse(new EvidenceId("unheard-of"));
  }

  private Sha256 digest() {
    var other = new Sha256("0".repeat(64));
    return dice.onceIn(2)
        ? other
        : dice.anyOf(incident.evidence().all()).map(Evidence::digest).orElse(other);
  }

  private String source() {
    return dice.onceIn(3)
        ? "host-1"
        : dice.anyOf(incident.evidence().all()).map(Evidence::source).orElse("host-1");
  }
}
