package dev.firebreak.triage;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

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
   * Who took the incident on does not have it any more, so that somebody has to do so anew.
   *
   * @param because why
   */
  record AcknowledgementLapsed(String because) implements TriageFact {
    @Override
    public Triage applyTo(Triage before, Stamp stamp) {
      return new Triage(0, before.declared(), before.category(), before.verdict());
    }
  }

  /**
   * The kind of incident was decided, or decided anew.
   *
   * @param before what it was taken for until then, null the first time
   * @param because what speaks for it
   */
  record Classified(Category category, @Nullable Category before, String because)
      implements TriageFact {
    /** The kind of incident was decided for the first time. */
    public Classified(Category category, String because) {
      this(category, null, because);
    }

    @Override
    public Triage applyTo(Triage triage, Stamp stamp) {
      return new Triage(triage.acknowledged(), triage.declared(), category, triage.verdict());
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
