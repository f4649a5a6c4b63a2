package dev.firebreak.evidence;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentList;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** The evidence of one incident, and what is on legal hold. Immutable. */
public final class EvidenceRegister {
  /** Evidence as a part of an incident. */
  public static final Concept<EvidenceRegister> CONCEPT =
      new Concept<>(
          "evidence",
          new EvidenceRegister(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty()),
          EvidenceFact.class,
          EvidenceRequest.class);

  private final PersistentMap<EvidenceId, Evidence> byId;
  private final PersistentMap<String, PersistentList<EvidenceId>> bySource;
  private final PersistentMap<String, LegalHold> holds;

  private EvidenceRegister(
      PersistentMap<EvidenceId, Evidence> byId,
      PersistentMap<String, PersistentList<EvidenceId>> bySource,
      PersistentMap<String, LegalHold> holds) {
    this.byId = byId;
    this.bySource = bySource;
    this.holds = holds;
  }

  /** Returns the item of that id. */
  public Optional<Evidence> find(EvidenceId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns all items in the order in which they were secured. */
  public Collection<Evidence> all() {
    return byId.values();
  }

  /** Returns of what kinds there is evidence from a source that is intact and still there. */
  public ImmutableSet<Volatility> securedFrom(String source) {
    var items = bySource.get(source);
    return items == null
        ? ImmutableSet.of()
        : items.asList().stream()
            .map(this::get)
            .filter(item -> item.intact() && !item.disposed())
            .map(Evidence::volatility)
            .filter(Objects::nonNull)
            .collect(toImmutableSet());
  }

  /** Returns the legal hold on a source, if there is one. */
  public Optional<LegalHold> hold(String source) {
    return Optional.ofNullable(holds.get(source));
  }

  /** Returns all legal holds. */
  public Collection<LegalHold> holds() {
    return holds.values();
  }

  EvidenceRegister with(Evidence item) {
    if (byId.containsKey(item.id())) {
      return new EvidenceRegister(byId.with(item.id(), item), bySource, holds);
    }
    var others = bySource.get(item.source());
    var all = (others == null ? PersistentList.<EvidenceId>empty() : others).plus(item.id());
    return new EvidenceRegister(
        byId.with(item.id(), item), bySource.with(item.source(), all), holds);
  }

  EvidenceRegister with(LegalHold hold) {
    return new EvidenceRegister(byId, bySource, holds.with(hold.source(), hold));
  }

  EvidenceRegister withoutHold(String source) {
    return new EvidenceRegister(byId, bySource, holds.without(source));
  }

  Evidence get(EvidenceId id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalStateException("no evidence " + id + ": its history is not in order"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvidenceRegister register
        && byId.equals(register.byId)
        && holds.equals(register.holds);
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
