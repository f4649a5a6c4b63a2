package dev.firebreak.decision;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Optional;

/** The hard decisions of one incident. Immutable. */
public final class DecisionLog {
  /** The log as a part of an incident. */
  public static final Concept<DecisionLog> CONCEPT =
      new Concept<>(
          "decision",
          new DecisionLog(PersistentMap.empty(), 0),
          DecisionFact.class,
          DecisionRequest.class);

  private final PersistentMap<DecisionId, LoggedDecision> byId;
  private final long ransomPaid;

  private DecisionLog(PersistentMap<DecisionId, LoggedDecision> byId, long ransomPaid) {
    this.byId = byId;
    this.ransomPaid = ransomPaid;
  }

  /** Returns all decisions, in the order in which they were recorded. */
  public Collection<LoggedDecision> all() {
    return byId.values();
  }

  /** Returns the decision of that id. */
  public Optional<LoggedDecision> find(DecisionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the decision about that which was recorded last, and so is in force. */
  public Optional<LoggedDecision> latest(DecisionKind kind) {
    return all().stream()
        .filter(each -> each.decision().kind() == kind)
        .reduce((first, second) -> second);
  }

  /** Returns the sequence number of the last payment of a ransom, 0 if there is none. */
  public long ransomPaid() {
    return ransomPaid;
  }

  DecisionLog with(LoggedDecision decision) {
    return new DecisionLog(byId.with(decision.id(), decision), ransomPaid);
  }

  DecisionLog paidBy(long sequence) {
    return new DecisionLog(byId, sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionLog log
        && byId.equals(log.byId)
        && ransomPaid == log.ransomPaid;
  }

  @Override
  public int hashCode() {
    return 31 * byId.hashCode() + Long.hashCode(ransomPaid);
  }

  @Override
  public String toString() {
    return byId.toString();
  }
}
