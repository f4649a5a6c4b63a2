package dev.firebreak.analysis;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.scope.Confidence;
import org.jspecify.annotations.Nullable;

/** What the analysis came to, and what it took back. */
public sealed interface AnalysisFact extends Fact<Analysis> {
  @Override
  default Concept<Analysis> concept() {
    return Analysis.CONCEPT;
  }

  /** Attacker activity became known. */
  record ActivityRecorded(ActivityId id, Activity activity) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.with(new RecordedActivity(id, activity, 0, null, stamp.sequence()));
    }
  }

  /**
   * Attacker activity turned out to have been another than was said.
   *
   * @param activity what is said of it now
   */
  record ActivityCorrected(ActivityId id, Activity activity, String because)
      implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      int corrections = before.get(id).corrections() + 1;
      return before.with(new RecordedActivity(id, activity, corrections, null, stamp.sequence()));
    }
  }

  /** Attacker activity turned out not to have happened, or not to be an attacker's. */
  record ActivityWithdrawn(ActivityId id, String because) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      var was = before.get(id);
      return before.with(
          new RecordedActivity(id, was.activity(), was.corrections(), because, stamp.sequence()));
    }
  }

  /** The analysis found something. */
  record Found(FindingId finding, String statement, ImmutableSet<EvidenceId> evidence)
      implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.with(new Finding(finding, statement, evidence, null, stamp.sequence()));
    }
  }

  /** A finding does not hold any more. */
  record FindingWithdrawn(FindingId finding, String because) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      var was = before.get(finding);
      return before.with(
          new Finding(finding, was.statement(), was.evidence(), because, stamp.sequence()));
    }
  }

  /** Somebody is suspected to be behind the incident. */
  record Attributed(HypothesisId hypothesis, String suspect, Confidence confidence, String grounds)
      implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.with(
          new Hypothesis(hypothesis, suspect, confidence, grounds, null, stamp.sequence()));
    }
  }

  /** A hypothesis about who is behind the incident is not held any more. */
  record AttributionWithdrawn(HypothesisId hypothesis, String because) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      var was = before.get(hypothesis);
      return before.with(
          new Hypothesis(
              hypothesis,
              was.suspect(),
              was.confidence(),
              was.grounds(),
              because,
              stamp.sequence()));
    }
  }

  /**
   * Threat intelligence was consulted.
   *
   * @param source which, such as a feed or another team
   * @param result what it said, also if that is nothing
   * @param reference where it says so, null if nowhere
   */
  record IntelligenceConsulted(String source, String result, @Nullable String reference)
      implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.consultedBy(stamp.sequence());
    }
  }

  /**
   * Something new became known, after which what was decided may have to be looked at again.
   *
   * @param source who told it
   */
  record InformationReceived(String source, String information) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.informedBy(stamp.sequence());
    }
  }

  /**
   * A tool was adjusted to what the analysis found.
   *
   * @param tool which, such as a sensor
   * @param how what was changed
   */
  record ToolTuned(String tool, String how) implements AnalysisFact {
    @Override
    public Analysis applyTo(Analysis before, Stamp stamp) {
      return before.tunedBy(stamp.sequence());
    }
  }
}
