package dev.firebreak.severity;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about severity. */
public sealed interface SeverityRequest extends Request<Assessment> {
  @Override
  default Concept<Assessment> concept() {
    return Assessment.CONCEPT;
  }

  /** Record the impact; a policy's {@link Rating} says what severity that is. */
  record Assess(Impact impact) implements SeverityRequest {
    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      var rating = by.verdict(Rating.class);
      return ImmutableList.of(
          new SeverityFact.Assessed(impact, rating.severity(), rating.because(), rating.under()));
    }
  }

  /** Set a severity by hand; the plan's {@link SeverityMatrix} says which there are. */
  record Overrule(Severity to, String reason) implements SeverityRequest {
    public Overrule {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      var levels = by.verdict(SeverityMatrix.class);
      return levels.levels().contains(to)
          ? ImmutableList.of()
          : ImmutableList.of(
              SeverityCondition.KNOWN_LEVEL.unmet(
                  "the plan has no severity " + to + " but " + levels.names()));
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      return to.equals(assessment.severity())
          ? ImmutableList.of()
          : ImmutableList.of(new SeverityFact.Overruled(assessment.severity(), to, reason));
    }
  }
}
