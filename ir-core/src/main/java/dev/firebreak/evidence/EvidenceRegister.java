package dev.firebreak.evidence;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Optional;

/** The evidence of one incident. Immutable. */
public final class EvidenceRegister {
  /** Evidence as a part of an incident. */
  public static final Concept<EvidenceRegister> CONCEPT =
      new Concept<>(
          "evidence",
          new EvidenceRegister(PersistentMap.empty()),
          EvidenceFact.class,
          EvidenceRequest.class);

  private final PersistentMap<EvidenceId, Evidence> byId;

  private EvidenceRegister(PersistentMap<EvidenceId, Evidence> byId) {
    this.byId = byId;
  }

  /** Returns the item of that id. */
  public Optional<Evidence> find(EvidenceId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns all items in the order in which they were secured. */
  public Collection<Evidence> all() {
    return byId.values();
  }

  EvidenceRegister with(Evidence item) {
    return new EvidenceRegister(byId.with(item.id(), item));
  }

  Evidence get(EvidenceId id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalStateException("no evidence " + id + ": its history is not in order"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvidenceRegister register && byId.equals(register.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }

  @Override
  public String toString() {
    return byId.toString();
  }
}
