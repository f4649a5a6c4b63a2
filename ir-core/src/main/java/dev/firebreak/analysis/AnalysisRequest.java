package dev.firebreak.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.firebreak.analysis.AnalysisCondition.KNOWN;
import static dev.firebreak.analysis.AnalysisCondition.NEW;
import static dev.firebreak.analysis.AnalysisCondition.NOT_AHEAD;
import static dev.firebreak.analysis.AnalysisCondition.STANDS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.scope.Confidence;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be asked of the analysis. */
public sealed interface AnalysisRequest extends Request<Analysis> {
  @Override
  default Concept<Analysis> concept() {
    return Analysis.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
    return ImmutableList.of();
  }

  /** Returns the evidence that it cites, all of which must be in the incident's register. */
  default ImmutableSet<EvidenceId> cited() {
    return ImmutableSet.of();
  }

  /** Record something that an attacker did. */
  record RecordActivity(ActivityId id, Activity activity) implements AnalysisRequest {
    @Override
    public ImmutableSet<EvidenceId> cited() {
      return activity.evidence();
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return and(unused("activity " + id, analysis.find(id)), ahead(activity, by));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ActivityRecorded(id, activity));
    }
  }

  /**
   * Say anew what an attacker did.
   *
   * @param activity what is to be said of it from now on
   */
  record CorrectActivity(ActivityId id, Activity activity, String because)
      implements AnalysisRequest {
    public CorrectActivity {
      Check.text(because, "because");
    }

    @Override
    public ImmutableSet<EvidenceId> cited() {
      return activity.evidence();
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return and(standing("activity " + id, analysis.find(id)), ahead(activity, by));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return analysis.get(id).activity().equals(activity)
          ? ImmutableList.of()
          : ImmutableList.of(new AnalysisFact.ActivityCorrected(id, activity, because));
    }
  }

  /** Say that an attacker did not do what was recorded. */
  record WithdrawActivity(ActivityId id, String because) implements AnalysisRequest {
    public WithdrawActivity {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return standing("activity " + id, analysis.find(id));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ActivityWithdrawn(id, because));
    }
  }

  /**
   * State what was found.
   *
   * @param evidence what it rests on, at least one item
   */
  record Find(FindingId finding, String statement, ImmutableSet<EvidenceId> evidence)
      implements AnalysisRequest {
    public Find {
      Check.text(statement, "statement");
      checkArgument(!evidence.isEmpty(), "a finding must cite evidence: %s", finding);
    }

    @Override
    public ImmutableSet<EvidenceId> cited() {
      return evidence;
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return unused("finding " + finding, analysis.find(finding));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.Found(finding, statement, evidence));
    }
  }

  /** Say that a finding does not hold. */
  record WithdrawFinding(FindingId finding, String because) implements AnalysisRequest {
    public WithdrawFinding {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return standing("finding " + finding, analysis.find(finding));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.FindingWithdrawn(finding, because));
    }
  }

  /**
   * Suspect somebody to be behind the incident.
   *
   * @param suspect who, such as the name of a group
   * @param grounds what speaks for it
   */
  record Attribute(HypothesisId hypothesis, String suspect, Confidence confidence, String grounds)
      implements AnalysisRequest {
    public Attribute {
      Check.text(suspect, "suspect");
      Check.text(grounds, "grounds");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return unused("hypothesis " + hypothesis, analysis.find(hypothesis));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(
          new AnalysisFact.Attributed(hypothesis, suspect, confidence, grounds));
    }
  }

  /** Give up a hypothesis about who is behind the incident. */
  record WithdrawAttribution(HypothesisId hypothesis, String because) implements AnalysisRequest {
    public WithdrawAttribution {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      return standing("hypothesis " + hypothesis, analysis.find(hypothesis));
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.AttributionWithdrawn(hypothesis, because));
    }
  }

  /**
   * Record that threat intelligence was consulted.
   *
   * @param source which, such as a feed or another team
   * @param result what it said, also if that is nothing
   * @param reference where it says so, null if nowhere
   */
  record ConsultIntelligence(String source, String result, @Nullable String reference)
      implements AnalysisRequest {
    public ConsultIntelligence {
      Check.text(source, "source");
      Check.text(result, "result");
      if (reference != null) {
        Check.text(reference, "reference");
      }
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.IntelligenceConsulted(source, result, reference));
    }
  }

  /**
   * Record something new, also about an incident that is closed.
   *
   * @param source who told it
   */
  record ReceiveInformation(String source, String information) implements AnalysisRequest {
    public ReceiveInformation {
      Check.text(source, "source");
      Check.text(information, "information");
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.InformationReceived(source, information));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /**
   * Record that a tool was adjusted to what the analysis found.
   *
   * @param tool which, such as a sensor
   * @param how what was changed
   */
  record TuneTool(String tool, String how) implements AnalysisRequest {
    public TuneTool {
      Check.text(tool, "tool");
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ToolTuned(tool, how));
    }
  }

  private static ImmutableList<Rejection> unused(String what, Optional<? extends Statement> known) {
    return known.isPresent()
        ? ImmutableList.of(NEW.unmet("there is " + what, known.get().since()))
        : ImmutableList.of();
  }

  private static ImmutableList<Rejection> standing(
      String what, Optional<? extends Statement> found) {
    if (found.isEmpty()) {
      return ImmutableList.of(KNOWN.unmet("there is no " + what));
    }
    return found.get().stands()
        ? ImmutableList.of()
        : ImmutableList.of(STANDS.unmet(what + " has been withdrawn", found.get().since()));
  }

  private static ImmutableList<Rejection> and(
      ImmutableList<Rejection> some, ImmutableList<Rejection> more) {
    return ImmutableList.<Rejection>builder().addAll(some).addAll(more).build();
  }

  /** Returns that activity lies ahead, unless it is over or may have happened already. */
  private static ImmutableList<Rejection> ahead(Activity activity, Asking by) {
    var when = activity.when();
    Instant over =
        switch (when.precision()) {
          case KNOWN -> when.to();
          case WITHIN -> when.from();
        };
    return over.isAfter(by.stamp().recorded())
        ? ImmutableList.of(
            NOT_AHEAD
                .unmet("the activity is to happen until " + over)
                .or(new Remedy.WaitUntil(over)))
        : ImmutableList.of();
  }
}
