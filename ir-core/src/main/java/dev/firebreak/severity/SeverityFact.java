package dev.firebreak.severity;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
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
   */
  record Assessed(Impact impact, Severity severity, String because, String under)
      implements SeverityFact {
    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return new Assessment(impact, severity, stamp.sequence());
    }
  }

  /**
   * Somebody set another severity than the derived one.
   *
   * @param from the severity before, null if there was none
   * @param reason why
   */
  record Overruled(@Nullable Severity from, Severity to, String reason) implements SeverityFact {
    @Override
    public Assessment applyTo(Assessment before, Stamp stamp) {
      return new Assessment(before.impact(), to, stamp.sequence());
    }
  }
}
