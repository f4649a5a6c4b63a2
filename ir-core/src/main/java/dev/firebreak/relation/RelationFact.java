package dev.firebreak.relation;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

/** What happened between an incident and others. */
public sealed interface RelationFact extends Fact<Relations>
    permits RelationFact.Linked,
        RelationFact.Unlinked,
        RelationFact.TookIn,
        RelationFact.Merged,
        RelationFact.GaveBack,
        RelationFact.Unmerged {
  @Override
  default Concept<Relations> concept() {
    return Relations.CONCEPT;
  }

  /**
   * The incident was linked to another one.
   *
   * @param to the name of the other incident
   * @param kind what this incident is to the other
   * @param reason why
   */
  record Linked(String to, LinkKind kind, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.with(new Relation(to, kind), stamp.sequence());
    }
  }

  /**
   * A link was taken away.
   *
   * @param to the name of the other incident
   * @param kind what this incident was to the other
   * @param reason why
   */
  record Unlinked(String to, LinkKind kind, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.without(new Relation(to, kind));
    }
  }

  /**
   * Another incident was merged into this one.
   *
   * @param from the name of the other incident
   * @param version the sequence number of its last event before that
   * @param reason why
   */
  record TookIn(String from, long version, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.with(new Member(from, version, stamp.sequence()));
    }
  }

  /**
   * The incident was merged into another one, where work goes on.
   *
   * @param into the name of the other incident
   * @param reason why
   */
  record Merged(String into, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.mergedInto(into);
    }
  }

  /**
   * An incident that had been merged into this one was given back.
   *
   * @param to the name of the other incident
   * @param reason why
   */
  record GaveBack(String to, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.without(to);
    }
  }

  /**
   * The incident is one of its own again.
   *
   * @param from the name of the incident that it had been merged into
   * @param reason why
   */
  record Unmerged(String from, String reason) implements RelationFact {
    @Override
    public Relations applyTo(Relations before, Stamp stamp) {
      return before.mergedInto(null);
    }
  }
}
