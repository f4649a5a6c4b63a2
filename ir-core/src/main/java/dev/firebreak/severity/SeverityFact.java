package dev.firebreak.severity;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was said of an incident's severity. */
public sealed interface SeverityFact extends Fact<Assessment> {
  @Override
  default Concept<Assessment> concept() {
    return Assessment.CONCEPT;
  }

  /**
   * The impact was assessed, and a policy derived a severity.
   *
   * @param because what in the impact decided
   * @param under the policy that answered, with its version
   * @param nciss the impact in the factors of NCISS, null if they were not given
   */
  record Assessed(
      Impact impact, Severity severity, String because, String under, @Nullable Nciss nciss)
      implements SeverityFact {
    /** Takes an assessment without the factors of NCISS. */
    public Assessed(Impact impact, Severity severity, String because, String under) {
      this(impact, severity, because, under, null);
    }

    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return before.assessed(impact, nciss, severity, stamp.sequence());
    }
  }

  /**
   * Somebody set the severity by hand, which is in force in place of the derived one.
   *
   * @param from the severity before, null if there was none
   * @param reason why
   * @param until when the derived severity is back by itself, null if only when somebody lifts it
   */
  record Overruled(@Nullable Severity from, Severity to, String reason, @Nullable Instant until)
      implements SeverityFact {
    /** Takes a severity that is in force until somebody lifts it. */
    public Overruled(@Nullable Severity from, Severity to, String reason) {
      this(from, to, reason, null);
    }

    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return before.overruled(to, until, stamp.sequence());
    }
  }

  /**
   * Somebody gave up the severity set by hand: the derived one is back.
   *
   * @param from the severity set by hand
   * @param to the derived one, null if the impact was never assessed
   * @param reason why
   */
  record Lifted(Severity from, @Nullable Severity to, String reason) implements SeverityFact {
    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return before.asDerived(stamp.sequence());
    }
  }

  /**
   * The time of the severity set by hand ran out: the derived one is back.
   *
   * @param from the severity set by hand
   * @param to the derived one, null if the impact was never assessed
   */
  record Expired(Severity from, @Nullable Severity to) implements SeverityFact {
    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return before.asDerived(stamp.sequence());
    }
  }
}
