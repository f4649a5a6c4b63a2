package dev.firebreak.triage;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked in triage. */
public sealed interface TriageRequest extends Request<Triage> {
  @Override
  default Concept<Triage> concept() {
    return Triage.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(Triage triage, Asking by) {
    return ImmutableList.of();
  }

  /** Take the incident on. */
  record Acknowledge() implements TriageRequest {
    @Override
    public ImmutableList<Rejection> unmet(Triage triage, Asking by) {
      return triage.acknowledged() == 0
          ? ImmutableList.of()
          : ImmutableList.of(
              TriageCondition.NOT_ACKNOWLEDGED.unmet(
                  "the incident has been acknowledged", triage.acknowledged()));
    }

    @Override
    public ImmutableList<Fact<Triage>> yields(Triage triage, Asking by) {
      return ImmutableList.of(new TriageFact.Acknowledged());
    }
  }

  /** Decide what kind of incident it is, or that it is another; in any phase. */
  record Classify(Category category, String because) implements TriageRequest {
    public Classify {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Fact<Triage>> yields(Triage triage, Asking by) {
      return category.equals(triage.category())
          ? ImmutableList.of()
          : ImmutableList.of(new TriageFact.Classified(category, triage.category(), because));
    }
  }

  /** Declare that it is an incident. */
  record Declare(String criterion) implements TriageRequest {
    public Declare {
      Check.text(criterion, "criterion");
    }

    @Override
    public ImmutableList<Rejection> unmet(Triage triage, Asking by) {
      return triage.declared() == 0
          ? ImmutableList.of()
          : ImmutableList.of(
              TriageCondition.NOT_DECLARED.unmet(
                  "the incident has been declared", triage.declared()));
    }

    @Override
    public ImmutableList<Fact<Triage>> yields(Triage triage, Asking by) {
      return ImmutableList.of(new TriageFact.Declared(criterion));
    }
  }

  /** State what the analysis came to. */
  record Judge(Verdict verdict, String because) implements TriageRequest {
    public Judge {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Fact<Triage>> yields(Triage triage, Asking by) {
      return verdict == triage.verdict()
          ? ImmutableList.of()
          : ImmutableList.of(new TriageFact.Judged(verdict, because));
    }
  }
}
