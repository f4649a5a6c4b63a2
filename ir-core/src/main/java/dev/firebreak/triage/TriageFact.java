package dev.firebreak.triage;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

/** What was found out. */
public sealed interface TriageFact extends Fact<Triage> {
  @Override
  default Concept<Triage> concept() {
    return Triage.CONCEPT;
  }

  /** Somebody took the incident on. */
  record Acknowledged() implements TriageFact {
    @Override
    public Triage applyTo(Triage before, Stamp stamp) {
      return new Triage(stamp.sequence(), before.declared(), before.category(), before.verdict());
    }
  }

  /**
   * The kind of incident was decided, or decided anew.
   *
   * @param because what speaks for it
   */
  record Classified(Category category, String because) implements TriageFact {
    @Override
    public Triage applyTo(Triage before, Stamp stamp) {
      return new Triage(before.acknowledged(), before.declared(), category, before.verdict());
    }
  }

  /**
   * The incident was declared to be one.
   *
   * @param criterion the written criterion that was met
   */
  record Declared(String criterion) implements TriageFact {
    @Override
    public Triage applyTo(Triage before, Stamp stamp) {
      return new Triage(
          before.acknowledged(), stamp.sequence(), before.category(), before.verdict());
    }
  }

  /**
   * The analysis came to a verdict, or to another one.
   *
   * @param because what speaks for it
   */
  record Judged(Verdict verdict, String because) implements TriageFact {
    @Override
    public Triage applyTo(Triage before, Stamp stamp) {
      return new Triage(before.acknowledged(), before.declared(), before.category(), verdict);
    }
  }
}
