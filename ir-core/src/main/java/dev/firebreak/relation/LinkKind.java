package dev.firebreak.relation;

/** What one incident is to another; STIX 2.1 has the first two as common relationships. */
public enum LinkKind {
  /** They have to do with each other. */
  RELATED_TO,
  /** It is the same as the other, which goes on. */
  DUPLICATE_OF,
  /** The other is the same, and ends. */
  DUPLICATED_BY,
  /** The other led to it. */
  CAUSED_BY,
  /** It led to the other. */
  CAUSE_OF;

  /** Returns what the other incident is to this one. */
  public LinkKind inverse() {
    return switch (this) {
      case RELATED_TO -> RELATED_TO;
      case DUPLICATE_OF -> DUPLICATED_BY;
      case DUPLICATED_BY -> DUPLICATE_OF;
      case CAUSED_BY -> CAUSE_OF;
      case CAUSE_OF -> CAUSED_BY;
    };
  }
}
