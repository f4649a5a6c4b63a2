package dev.firebreak.severity;

import static dev.firebreak.severity.SeverityCondition.ENDS_LATER;
import static dev.firebreak.severity.SeverityCondition.KNOWN_LEVEL;
import static dev.firebreak.severity.SeverityCondition.OVERRULED;
import static dev.firebreak.severity.SeverityCondition.TIME_IS_UP;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be asked about severity. */
public sealed interface SeverityRequest extends Request<Assessment> {
  @Override
  default Concept<Assessment> concept() {
    return Assessment.CONCEPT;
  }

  /**
   * Record the impact; a policy's {@link Rating} says what severity that is.
   *
   * @param nciss the impact in the factors of NCISS as well, null if nobody rates by them
   */
  record Assess(Impact impact, @Nullable Nciss nciss) implements SeverityRequest {
    /** Takes an impact without the factors of NCISS. */
    public Assess(Impact impact) {
      this(impact, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      var rating = by.verdict(Rating.class);
      return ImmutableList.of(
          new SeverityFact.Assessed(
              impact, rating.severity(), rating.because(), rating.under(), nciss));
    }
  }

  /**
   * Set a severity by hand, in place of the derived one; the plan's {@link SeverityMatrix} says
   * which there are.
   *
   * <p>It stays in force whatever is assessed meanwhile, until it is lifted or its time runs out.
   *
   * @param reason why
   * @param until when the derived severity is to be back by itself, null if only when somebody
   *     lifts it
   */
  record Overrule(Severity to, String reason, @Nullable Instant until) implements SeverityRequest {
    /** Sets a severity until somebody lifts it. */
    public Overrule(Severity to, String reason) {
      this(to, reason, null);
    }

    public Overrule {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      var unmet = ImmutableList.<Rejection>builder();
      var levels = by.verdict(SeverityMatrix.class);
      if (!levels.levels().contains(to)) {
        unmet.add(KNOWN_LEVEL.unmet("the plan has no severity " + to + " but " + levels.names()));
      }
      if (until != null && !until.isAfter(by.stamp().recorded())) {
        unmet.add(
            ENDS_LATER
                .unmet(until + " is not later than " + by.stamp().recorded())
                .or(new Remedy.AskFor(new Overrule(to, reason))));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      var inForce = assessment.overruling();
      return inForce != null && to.equals(inForce.to()) && Objects.equals(until, inForce.until())
          ? ImmutableList.of()
          : ImmutableList.of(new SeverityFact.Overruled(assessment.severity(), to, reason, until));
    }
  }

  /** Give up the severity set by hand, so that the derived one is back. */
  record Lift(String reason) implements SeverityRequest {
    public Lift {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      return assessment.overruling() == null ? noneInForce() : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      var inForce = assessment.overruling();
      return inForce == null
          ? ImmutableList.of()
          : ImmutableList.of(new SeverityFact.Lifted(inForce.to(), assessment.derived(), reason));
    }
  }

  /** Record that the time of the severity set by hand ran out; the engine asks for this. */
  record Expire() implements SeverityRequest {
    /** Its time runs out in a closed incident, too. */
    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Assessment assessment, Asking by) {
      var inForce = assessment.overruling();
      if (inForce == null) {
        return noneInForce();
      }
      if (inForce.isOverBy(by.stamp().recorded())) {
        return ImmutableList.of();
      }
      var until = inForce.until();
      var early =
          TIME_IS_UP.unmet(
              inForce.to() + " is in force until " + (until == null ? "it is lifted" : until),
              inForce.since());
      return ImmutableList.of(until == null ? early : early.or(new Remedy.WaitUntil(until)));
    }

    @Override
    public ImmutableList<Fact<Assessment>> yields(Assessment assessment, Asking by) {
      var inForce = assessment.overruling();
      return inForce == null
          ? ImmutableList.of()
          : ImmutableList.of(new SeverityFact.Expired(inForce.to(), assessment.derived()));
    }
  }

  private static ImmutableList<Rejection> noneInForce() {
    return ImmutableList.of(OVERRULED.unmet("no severity set by hand is in force"));
  }
}
